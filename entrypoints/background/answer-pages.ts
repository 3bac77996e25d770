import { browser } from 'wxt/browser';
import { type Asker, askPage, isPageText, type Painting, tell } from '@/utils/messaging';
import {
  type ArchiveId,
  type Briefing,
  done,
  failed,
  type Mention,
  type PageFailure,
  type PageState,
  type PageText,
  type Result,
  type SiteState,
} from '@/utils/model';
import { marksPainted } from '@/utils/settings';
import { briefMentions, hostOf, mentionsOnPage } from './brief-page';
import { knownNames, searchLists, withArchives } from './keep-archives';
import { paintingChosen, paintingOf } from './painting-of';
import { addressOf, isClosedToExtensions, isOurViewer, pdfIn, readTab } from './read-tab';
import { noteRead } from './read-lately';
import { readerLanguages } from './reader-languages';
import { showBriefed } from './toolbar';
import { watchOf } from './watch-sites';

// A cache only: the worker may stop at any moment. A miss is answered by asking the tab's content script for its page.
const briefings = new Map<number, Briefing>();

// One for each stay of a tab on a page, until it is forgotten: a briefing that was begun in another is of a page that is gone.
const stays = new Map<number, object>();

/** A content script read its page: answer with what to paint as soon as the names are found, then brief it and tell the panel. */
export async function pageRead(page: PageText, asker: Asker): Promise<Result<Painting, PageFailure>> {
  const [known, chosen] = await Promise.all([knownNames(), paintingChosen()]);
  if (!known.ok) {
    await tell({ news: 'page-changed', tabId: asker.tabId });
    return known;
  }
  void searchLists(); // read while we look for names
  const mentions = mentionsOnPage(page, known.value);
  const painting = paintingOf({ mentions }, { chosen, keptOut: known.value.panelOnly });
  void briefRead(page, mentions, asker);
  return done(painting);
}

async function briefRead(page: PageText, mentions: readonly Mention[], { tabId, incognito }: Asker): Promise<void> {
  const briefing = await brief(page, { mentions, tabId });
  await tell({ news: 'page-changed', tabId });
  if (briefing.ok) await noteRead(briefing.value, { tabId, incognito }); // for the digest
}

/**
 * Reads a tab because the reader asked for this very page: also one with a password field, which is otherwise left alone.
 * The content script that is put in reads by itself; asking it once more costs it nothing where nothing changed.
 */
export async function readByWish(tabId: number): Promise<Result<null, PageFailure | 'no-access'>> {
  const injected = (await isOurViewer(tabId)) ? done(null) : await readTab(tabId);
  if (!injected.ok) return injected;
  const page = await askPage(tabId, 'read', { asked: 'by-reader' });
  if (!page.ok || !isPageText(page.value)) return failed('page-silent');
  const briefing = await briefTab(page.value, tabId);
  if (!briefing.ok) return briefing;
  await paintTab(tabId, briefing.value);
  await tell({ news: 'page-changed', tabId });
  return done(null);
}

/** All that the panel can be showing for a tab. */
export async function pageState(tabId: number): Promise<PageState> {
  // Of the archives only whether they hold anything: a page that nobody read needs no more, and a popup asks for each.
  const listed = await withArchives((archives) => archives.list());
  const address = await addressOf(tabId);
  if (!listed.ok) return { status: 'failed', site: await siteOf(address), error: listed.error };
  if (!listed.value.some(({ use, briefs }) => use === 'on' && briefs > 0))
    return { status: 'archive-empty', site: await siteOf(address) };

  const briefing = await briefingOf(tabId);
  if (briefing.ok) {
    const site = await siteOf(briefing.value.page.url);
    return { status: 'ready', site, briefing: briefing.value, marks: await marksPainted.getValue() };
  }
  const site = await siteOf(address);
  if (briefing.error !== 'page-silent') return { status: 'failed', site, error: briefing.error };
  const pdf = await pdfIn(tabId);
  if (pdf !== null) return { status: 'pdf', site, address: pdf };
  if (await isClosedToExtensions(tabId)) return { status: 'failed', site, error: 'not-readable' };
  return { status: 'unread', site, archive: 'filled' };
}

/** The briefing of a tab that was read; `page-silent` where none of ours is in it. */
export async function briefingOf(tabId: number): Promise<Result<Briefing, PageFailure>> {
  const cached = briefings.get(tabId);
  if (cached) return done(cached);
  const page = await askPage(tabId, 'read', null);
  // A content script is a border too: what it says is checked like anything else that comes from a page.
  if (!page.ok || !isPageText(page.value)) return failed('page-silent');
  return briefTab(page.value, tabId);
}

/** Paints, in every tab that was read, as the reader chose. */
export async function paintEverywhere(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const briefing = await briefingOf(id);
      if (briefing.ok) await paintTab(id, briefing.value);
    }),
  );
}

/** What a tab shows of its briefing. */
async function paintTab(tabId: number, briefing: Briefing): Promise<void> {
  await askPage(tabId, 'paint', await paintingFor(briefing));
}

/** Archives whose names pages must not see. */
export async function keptOutOfPages(): Promise<ReadonlySet<ArchiveId>> {
  const known = await knownNames();
  return known.ok ? known.value.panelOnly : new Set();
}

async function paintingFor(briefing: Briefing): Promise<Painting> {
  return paintingOf(briefing, { chosen: await paintingChosen(), keptOut: await keptOutOfPages() });
}

/** The tab moved on, closed, or the archives changed: what we knew of it is no longer so. */
export function forgetBriefing(tabId?: number): void {
  for (const known of [briefings, stays]) {
    if (tabId === undefined) known.clear();
    else known.delete(tabId);
  }
}

async function briefTab(page: PageText, tabId: number): Promise<Result<Briefing, PageFailure>> {
  const known = await knownNames();
  return known.ok ? brief(page, { mentions: mentionsOnPage(page, known.value), tabId }) : known;
}

async function brief(
  page: PageText,
  { mentions, tabId }: { mentions: readonly Mention[]; tabId: number },
): Promise<Result<Briefing, PageFailure>> {
  const stay = stays.get(tabId) ?? {};
  stays.set(tabId, stay);
  const [known, languages] = await Promise.all([searchLists(), readerLanguages()]);
  if (!known.ok) return known;
  const briefing = briefMentions(page, { mentions, known: known.value, languages });
  if (stays.get(tabId) !== stay) return done(briefing);
  briefings.set(tabId, briefing);
  await showBriefed(tabId, briefing);
  return done(briefing);
}

/** Only what comes from a server is of a site: an extension's page has a host too, a row of letters. */
async function siteOf(url: string | null): Promise<SiteState> {
  const host = url !== null && /^https?:/u.test(url) ? hostOf(url) : '';
  return host === '' ? { host: null, watch: 'unknown' } : { host, watch: await watchOf(url ?? '') };
}
