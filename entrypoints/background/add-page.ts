import { t } from '@/utils/i18n';
import { askPage, isPageText } from '@/utils/messaging';
import {
  type ArchiveContents,
  type ArchiveId,
  type ArchiveSource,
  type Brief,
  done,
  failed,
  type PageFailure,
  type PageText,
  type Result,
} from '@/utils/model';
import { addedPage } from '@/utils/settings';
import { dropArchive, keepArchive } from './answer-archives';
import { withArchives } from './keep-archives';
import { readTab } from './read-tab';
import { speakAsReader } from './speak-as-reader';

/** The reader's own archive of pages. */
const MY_PAGES: ArchiveId = 'my-pages';
const PAGES: ArchiveSource = { kind: 'pages', name: '', files: 1 };

// Only an order: two pages added in one breath must both be there afterwards.
let turn: Promise<unknown> = Promise.resolve();

/**
 * Adds the page of a tab to the reader's own archive: its text and what it says of itself, as a brief. The same page added again takes its
 * older self's place. What an undo needs is laid aside in the browser session, so the background may stop in between.
 */
export function addPage({ tabId }: { tabId: number }): Promise<Result<null, PageFailure | 'no-access'>> {
  return inTurn(async () => {
    const page = await pageOf(tabId);
    if (!page.ok) return page;
    const { appendBriefs, incomingOfPage } = await import('./supply');
    const incoming = incomingOfPage(page.value, MY_PAGES);
    const brief = incoming.ok ? incoming.value.contents.briefs[0] : undefined;
    if (!brief) return failed('page-silent');
    const mine = await myPages();
    if (!mine.ok) return mine;
    const dated: Brief = { ...brief, date: brief.week === null ? (brief.date ?? today()) : brief.date };
    const before = mine.value.briefs.find(({ id }) => id === brief.id) ?? null;
    const { contents } = appendBriefs(mine.value, {
      incoming: { ...mine.value, briefs: [dated] },
      holds: 'latest',
    });
    const kept = await keepArchive({ contents, installedAt: Date.now(), source: PAGES });
    if (kept.ok) await addedPage.setValue({ briefId: brief.id, title: brief.title, before, at: Date.now() });
    return kept;
  });
}

/** Takes back what was added last, once. */
export function undoAddedPage(): Promise<Result<null, 'gone' | PageFailure>> {
  return inTurn(async () => {
    const last = await addedPage.getValue();
    if (!last) return failed('gone');
    const mine = await myPages();
    if (!mine.ok) return mine;
    const others = mine.value.briefs.filter(({ id }) => id !== last.briefId);
    const briefs = last.before ? [...others, last.before] : others;
    const undone = await (briefs.length === 0
      ? dropArchive({ id: MY_PAGES })
      : keepArchive({ contents: { ...mine.value, briefs }, installedAt: Date.now(), source: PAGES }));
    if (undone.ok) await addedPage.setValue(null);
    return undone;
  });
}

async function pageOf(tabId: number): Promise<Result<PageText, PageFailure | 'no-access'>> {
  const there = await askPage(tabId, 'read', { asked: 'by-reader' });
  if (there.ok && isPageText(there.value)) return done(ownAddress(there.value));
  const injected = await readTab(tabId);
  if (!injected.ok) return injected;
  const page = await askPage(tabId, 'read', { asked: 'by-reader' });
  return page.ok && isPageText(page.value) ? done(ownAddress(page.value)) : failed('page-silent');
}

/** A page may name another address of its own as its proper one. One of another site it may not: it would take that page's place. */
function ownAddress(page: PageText): PageText {
  const { url, canonicalUrl } = page;
  const isOwn =
    canonicalUrl !== null && URL.canParse(canonicalUrl) && new URL(canonicalUrl).origin === new URL(url).origin;
  return { ...page, url: url.split('#', 1).join(''), canonicalUrl: isOwn ? canonicalUrl : null };
}

async function myPages(): Promise<Result<ArchiveContents, PageFailure>> {
  const stored = await withArchives((archives) => archives.archive(MY_PAGES));
  if (!stored.ok) return stored;
  if (stored.value) return done(stored.value.contents);
  await speakAsReader();
  return done({ id: MY_PAGES, title: t('myPages'), homePage: null, entities: [], briefs: [] });
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined); // its asker hears of it; who comes next has a turn all the same
  return mine;
}
