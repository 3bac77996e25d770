import { browser } from 'wxt/browser';
import { askPage, tell } from '@/utils/messaging';
import { ALL_SITES, originsOf, watched, type Watched } from '@/utils/settings';
import { readTab } from './read-tab';
import { showOff } from './toolbar';

const REGISTRATION = 'page';

/** How we stand with a host: only what the user chose and the browser granted counts. */
export async function watchOf(host: string): Promise<'watched' | 'all' | 'off'> {
  const { all, hosts } = await watched.getValue();
  if (all === 'on' && (await isGranted([ALL_SITES]))) return 'all';
  const chosen = hosts.some((site) => host === site || host.endsWith(`.${site}`));
  return chosen && (await isGranted([`*://${host}/*`])) ? 'watched' : 'off';
}

/**
 * Starts or stops watching a host, or with null all sites. The browser's own dialog has been answered before.
 * Returns the tabs that were wiped because their site is no longer watched.
 */
export async function setWatch({ host, watch }: { host: string | null; watch: 'on' | 'off' }): Promise<number[]> {
  const before = await watched.getValue();
  const others = before.hosts.filter((site) => site !== host);
  await watched.setValue(
    host === null
      ? { ...before, all: watch }
      : { ...before, hosts: [...others, ...(watch === 'on' ? [host] : [])].sort() },
  );
  const stopped = watch === 'off' ? await letGo(host === null ? [ALL_SITES] : originsOf(host)) : [];
  await watchChosenSites();
  return stopped;
}

/**
 * Brings the browser's registration in line with what is chosen and granted, and reads open pages of newly watched sites,
 * which a registration alone would leave out. Registrations are lost when the extension is updated, so this also runs
 * at every install, start and change of permissions.
 */
export function watchChosenSites(): Promise<void> {
  // A choice and the browser's news of it come at once; side by side, both would take away the same registration.
  lastTurn = lastTurn.then(bringInLine, bringInLine);
  return lastTurn;
}

/** Only an order, nothing is remembered in it: a stopped background starts a new one. */
let lastTurn: Promise<void> = Promise.resolve();

async function bringInLine(): Promise<void> {
  const matches = await grantedPatterns(await watched.getValue());
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) {
    if (present) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  } else {
    const script = {
      id: REGISTRATION,
      js: ['content-scripts/page.js'],
      css: ['content-scripts/page.css'],
      matches,
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    };
    await (present
      ? browser.scripting.updateContentScripts([script])
      : browser.scripting.registerContentScripts([script]));
    const tabs = await browser.tabs.query({ url: matches, discarded: false });
    await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [readTab(id)])));
  }
  await tell({ news: 'sites-changed' });
}

/** Wipes the marks, then gives the permission back, so that what the browser lists as our access is what we use. */
async function letGo(origins: string[]): Promise<number[]> {
  const tabs = (await isGranted(origins)) ? await browser.tabs.query({ url: origins, discarded: false }) : [];
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.all(ids.map(async (id) => Promise.all([askPage(id, 'stop', null), showOff(id)])));
  await browser.permissions.remove({ origins }).catch(() => false);
  return ids;
}

async function grantedPatterns({ all, hosts }: Watched): Promise<string[]> {
  if (all === 'on' && (await isGranted([ALL_SITES]))) return [ALL_SITES];
  const patterns = await Promise.all(
    hosts.flatMap(originsOf).map(async (origin) => ((await isGranted([origin])) ? [origin] : [])),
  );
  return patterns.flat();
}

function isGranted(origins: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins });
}
