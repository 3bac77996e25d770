import { browser } from 'wxt/browser';
import { type Asker, askPage, tell } from '@/utils/messaging';
import { done, type Result, type SiteRules, type SiteState } from '@/utils/model';
import { ALL_SITES, isPaused, matchesOf, originsOf, standingOf, watched, withWatch } from '@/utils/settings';
import { MARKS_STYLE, putReader } from './read-tab';
import { showStopped, showWatching } from './toolbar';

const REGISTRATION = 'page';
const STARTER = 'starter.js';
/** Wakes us when a pause is over. When it is over is stored with the rules: the browser may forget an alarm. */
export const RESUME_ALARM = 'resume-watching';

/** How we stand with an address: only what the user chose and the browser granted counts. */
export async function watchOf(address: string): Promise<Exclude<SiteState['watch'], 'unknown'>> {
  const rules = await watched.getValue();
  const standing = standingOf(address, rules, Date.now());
  if (standing === 'off' || standing === 'excepted') return 'off';
  if (rules.all === 'on' && (await isGranted([ALL_SITES]))) return standing;
  return (await isGranted([`*://${new URL(address).hostname}/*`])) ? standing : 'off';
}

/**
 * Whether our script in a page may read it without being asked. Where nothing is watched it is there by the reader's
 * click, and was asked.
 */
export async function mayRead({ url }: { url: string }): Promise<Result<'yes' | 'no', never>> {
  const standing = standingOf(url, await watched.getValue(), Date.now());
  return done(standing === 'paused' || standing === 'excepted' || standing === 'personal' ? 'no' : 'yes');
}

/** Our starter stands in pages that were watched when it was put in: whether they still are is asked when they are shown. */
export async function shown({ url }: { url: string }, { tabId }: Asker): Promise<Result<null, never>> {
  const watch = await watchOf(url);
  // Not read where people write, pay or sign in, but from there a page may go on to its stories without being loaded anew.
  const isOurs = watch === 'watched' || watch === 'all' || watch === 'personal';
  // A tab that was left or closed meanwhile has nothing to be read.
  if (isOurs) await putReader(tabId).catch(() => undefined);
  return done(null);
}

/**
 * Starts or stops watching a site, or with null all sites. The browser's own dialog has been answered before.
 * Returns the tabs that were wiped because their site is no longer watched.
 */
export async function setWatch(change: { host: string | null; watch: 'on' | 'off' }): Promise<number[]> {
  return setRules(withWatch(await watched.getValue(), change));
}

/** Stops all reading without being asked until a moment in milliseconds since 1970, or with null goes on with it. */
export async function setPause(until: number | null): Promise<number[]> {
  return setRules({ ...(await watched.getValue()), pausedUntil: until });
}

/**
 * Puts rules in the place of the ones before. Returns the tabs that were wiped because their page is no longer watched;
 * permissions that no rule needs any more are given back.
 */
export async function setRules(rules: SiteRules): Promise<number[]> {
  const before = await watched.getValue();
  await watched.setValue(rules);
  const stopped = await stopUnwatched(before, rules);
  await giveBack(before, rules);
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
  const rules = await watched.getValue();
  const paused = isPaused(rules, Date.now());
  const granted = await grantedPatterns(rules);
  const matches = paused ? [] : granted;
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) {
    if (present) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  } else {
    const script = {
      id: REGISTRATION,
      js: [STARTER],
      // Before the page is drawn: put in later, a style sheet has the whole page styled once more.
      css: [MARKS_STYLE],
      matches,
      excludeMatches: rules.except.flatMap(matchesOf),
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    };
    await (present
      ? browser.scripting.updateContentScripts([script])
      : browser.scripting.registerContentScripts([script]));
    const tabs = await browser.tabs.query({ url: matches, discarded: false });
    await Promise.all(
      tabs.flatMap(({ id, url }) =>
        id === undefined || url === undefined || !isWatched(url, rules) ? [] : [putStarter(id)],
      ),
    );
  }
  await showWatching(granted.length === 0 ? 'off' : paused ? 'paused' : 'on');
  if (paused && rules.pausedUntil !== null) await browser.alarms.create(RESUME_ALARM, { when: rules.pausedUntil });
  else await browser.alarms.clear(RESUME_ALARM);
  await tell({ news: 'sites-changed' });
}

/** In a tab that is shown it has the page read at once, in another when it is. */
async function putStarter(tabId: number): Promise<void> {
  const target = { tabId };
  // The tab may be gone by now, or show something that the browser keeps us out of.
  await Promise.allSettled([
    browser.scripting.insertCSS({ target, files: [MARKS_STYLE] }),
    browser.scripting.executeScript({ target, files: [`/${STARTER}`] }),
  ]);
}

/** Wipes the marks of pages that were watched and are no longer. */
async function stopUnwatched(before: SiteRules, after: SiteRules): Promise<number[]> {
  const url = await grantedPatterns(before);
  const tabs = url.length === 0 ? [] : await browser.tabs.query({ url, discarded: false });
  const ids = tabs.flatMap(({ id, url }) =>
    id !== undefined && url !== undefined && isWatched(url, before) && !isWatched(url, after) ? [id] : [],
  );
  const watching = isPaused(after, Date.now()) ? 'paused' : 'off';
  await Promise.all(ids.map(async (id) => Promise.all([askPage(id, 'stop', null), showStopped(id, watching)])));
  return ids;
}

/** What the browser lists as our access is what we use: what no rule names any more is not ours any more. */
async function giveBack(before: SiteRules, after: SiteRules): Promise<void> {
  const needed = new Set(originsChosen(after));
  const origins = originsChosen(before).filter((origin) => !needed.has(origin));
  // One by one: a refusal, as while all sites are granted, must not keep the others.
  for (const origin of origins) await browser.permissions.remove({ origins: [origin] }).catch(() => false);
}

function originsChosen({ all, hosts }: SiteRules): string[] {
  return [...(all === 'on' ? [ALL_SITES] : []), ...hosts.flatMap(originsOf)];
}

function isWatched(url: string, rules: SiteRules): boolean {
  const standing = standingOf(url, rules, Date.now());
  return standing === 'watched' || standing === 'all';
}

/** Whole hosts are granted, parts of them are matched. */
async function grantedPatterns({ all, hosts }: SiteRules): Promise<string[]> {
  if (all === 'on' && (await isGranted([ALL_SITES]))) return [ALL_SITES];
  const patterns = await Promise.all(
    hosts.map(async (site) => {
      const [own = '', ...below] = originsOf(site);
      const origins = [...((await isGranted([own])) ? [own] : []), ...((await isGranted(below)) ? below : [])];
      if (origins.length === 0) return [];
      // A part's patterns say host and subdomains too; with only the host granted the browser leaves the others out itself.
      return site.includes('/') ? matchesOf(site) : origins;
    }),
  );
  return patterns.flat();
}

function isGranted(origins: string[]): Promise<boolean> {
  return origins.length === 0 ? Promise.resolve(false) : browser.permissions.contains({ origins });
}
