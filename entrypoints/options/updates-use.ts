import { browser } from 'wxt/browser';
import type { UpdatesUse } from '@/components/options/UpdatesSection';
import { askBackground } from '@/utils/messaging';
import type { OptionsStore, UpdatesStore } from '@/utils/stores';
import { opmlOf, opmlText, subscriptionsTo } from './opml-file';
import { originsFor } from './origins-for';
import { saveFile } from './save-file';

/** Most servers that the browser is asked for at once; its question lists them all. */
const MAX_ORIGINS = 400;

/**
 * What the part about updates may do with the browser: ask for permissions, open the digest, read and write files. Permissions are asked for
 * first in each act: after an await the click no longer counts.
 */
export function updatesUse(updates: UpdatesStore, options: OptionsStore): UpdatesUse {
  const { getState } = updates;
  const subscribeAll = async (asked: Promise<boolean>): Promise<void> => {
    const { opml, holdOpml, refresh } = getState();
    if (!opml || opml.feeds === 'broken' || !(await asked.catch(() => false))) return;
    const subscriptions = subscriptionsTo(opml.feeds, options.getState().archives ?? []);
    const subscribed = await askBackground('subscribe', { subscriptions });
    if (subscribed.ok) holdOpml(null);
    await refresh();
  };
  const notice = async (asked: Promise<boolean>): Promise<void> => {
    if (await asked.catch(() => false)) await getState().chooseNotice('on');
  };
  const update = async (archiveId: string, asked: Promise<boolean>): Promise<void> => {
    if (await asked.catch(() => false)) await getState().steer(archiveId, 'update');
  };
  return {
    onUpdate: ({ archiveId, source, failure }) =>
      void update(
        archiveId,
        failure?.kind === 'no-permission'
          ? browser.permissions.request({ origins: originsFor(source.address) })
          : Promise.resolve(true),
      ),
    onAnswer: (archiveId, answer) => void getState().steer(archiveId, answer),
    onStopUpdates: (archiveId) => void getState().stop(archiveId),
    onUndoStop: () => void getState().undoStop(),
    onSettleStop: () => getState().settleStop(),
    onNotice: (want) => {
      if (want === 'off') void getState().chooseNotice('off');
      else void notice(browser.permissions.request({ permissions: ['notifications'] }));
    },
    onRemember: (want) => void getState().chooseRemembering(want),
    onForget: () => void getState().forget(),
    onDigest: () => void browser.tabs.create({ url: browser.runtime.getURL('/digest.html') }),
    onOpmlFile: (file) => void opmlOf(file, getState().subscriptions ?? []).then((opml) => getState().holdOpml(opml)),
    onOpmlSubscribe: () => {
      const feeds = getState().opml?.feeds;
      if (!feeds || feeds === 'broken') return;
      const origins = [...new Set(feeds.flatMap(({ feed }) => originsFor(feed)))].slice(0, MAX_ORIGINS);
      void subscribeAll(browser.permissions.request({ origins }));
    },
    onOpmlLetGo: () => getState().holdOpml(null),
    onOpmlExport: () =>
      saveFile('subscriptions.opml', new Blob([opmlText(getState().subscriptions ?? [])], { type: 'text/x-opml' })),
    onUpdatesAgain: () => void getState().refresh(),
  };
}
