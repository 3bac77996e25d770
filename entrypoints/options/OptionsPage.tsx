import { type JSX, useEffect } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { Options } from '@/components/options/Options';
import { spoken, t } from '@/utils/i18n';
import type { SiteRules } from '@/utils/model';
import { ALL_SITES, originsOf, parseSite, readSiteList, writeSiteList } from '@/utils/settings';
import type { OptionsStore, UpdatesStore } from '@/utils/stores';
import type { AddStore } from './add-store';
import { slugOf } from './archive-id';
import { saveFile } from './save-file';
import { BackupPage } from './BackupPage';
import type { BackupStore } from './backup-store';
import { EntitiesPage } from './EntitiesPage';
import { KeyboardPage } from './KeyboardPage';
import type { SourceStore } from './source-store';
import { updatesUse } from './updates-use';

/** The options with what only an entrypoint may do: ask the browser for sites, read and write files, know our version. */
export function OptionsPage({
  store,
  addStore,
  sourceStore,
  updatesStore,
  backupStore,
}: {
  store: OptionsStore;
  addStore: AddStore;
  sourceStore: SourceStore;
  updatesStore: UpdatesStore;
  backupStore: BackupStore;
}): JSX.Element {
  const state = useStore(store);
  const adding = useStore(addStore);
  const subscribing = useStore(sourceStore);
  const updates = useStore(updatesStore);
  const language = spoken();

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Backgrounder: ${t('settings').toLocaleLowerCase()}`;
  }, [language]);

  const start = async (asked: Promise<boolean>, host: string | null): Promise<void> => {
    if (await asked.catch(() => false)) await state.watch(host, 'on');
  };
  const startAll = async (asked: Promise<boolean>, rules: SiteRules): Promise<void> => {
    // Refused: the rules stand all the same, and act once the browser grants them. What was not asked for is not lost.
    await asked.catch(() => false);
    await state.setSites(rules);
  };
  const save = async (id: string): Promise<void> => {
    const title = state.archives?.find((archive) => archive.id === id)?.title ?? id;
    const file = await state.exportArchive(id);
    if (file) saveFile(`${slugOf(title)}.json`, file);
  };
  return (
    <Options
      state={state}
      adding={adding}
      subscribing={subscribing}
      updates={updates}
      entities={<EntitiesPage />}
      keyboard={<KeyboardPage />}
      backup={<BackupPage store={store} backups={backupStore} />}
      version={browser.runtime.getManifest().version}
      use={{
        ...adding,
        ...subscribing,
        ...updatesUse(updatesStore, store),
        onLanguage: (chosen) => void state.chooseLanguage(chosen),
        onTheme: (chosen) => void state.chooseTheme(chosen),
        onMarks: (chosen) => void state.chooseMarks(chosen),
        onStarter: () => void state.putStarter(),
        onAgain: () => void state.refresh(),
        onExport: (id) => void save(id),
        onRemove: (id) => void state.removeArchive(id),
        onChoose: (id, choice) => void state.chooseArchive(id, choice),
        onUndo: () => void state.undo(),
        onSettle: () => state.settle(),
        onPause: (minutes) => void state.pause(minutes),
        onSites: (rules) => void startAll(browser.permissions.request({ origins: originsFor(rules) }), rules),
        onExportSites: () => saveFile('sites.txt', new Blob([writeSiteList(state.watched)], { type: 'text/plain' })),
        siteOf: parseSite,
        listOf: readSiteList,
        // The browser is asked first: after an await the click no longer counts.
        onWatch: (host, want) => {
          if (want === 'off') void state.watch(host, 'off');
          else
            void start(browser.permissions.request({ origins: host === null ? [ALL_SITES] : originsOf(host) }), host);
        },
      }}
    />
  );
}

function originsFor({ all, hosts }: SiteRules): string[] {
  return all === 'on' ? [ALL_SITES] : hosts.flatMap(originsOf);
}
