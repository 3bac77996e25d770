import type { Block, PageText } from '@/utils/model';
import { type Dom, domOf } from './dom';
import { partsOf } from './find-article';
import { guessLanguage } from './guess-language';
import { BOUNDS, paceOf, type ReadingBounds } from './pace';
import { factsOf, languageTag, type PageFacts } from './page-facts';
import { hasPasswordField } from './password-field';
import { kindOfPage } from './page-kind';
import type { Places } from './places';
import { type Walked, walkPage } from './walk-page';

/** What reading is done with. Its clock and pauses come from outside, so that a test can count the slices. */
export interface ReadingNeeds {
  /** A clock in ms that only goes forward. */
  now: () => number;
  /** Gives the page its thread back, and resolves when reading may go on. */
  pause: () => Promise<void>;
  signal?: AbortSignal;
  /** A page with a visible password field is left alone unless its reader asked for this page; `by-us` when absent. */
  asked?: 'by-reader' | 'by-us';
  /** Which part of a page that does not fit the bounds, from 0. */
  part?: number;
  bounds?: Partial<ReadingBounds>;
}

/** A page that was read, and where its text stands. Nothing of a page that was left alone or a reading that was stopped is in it. */
export interface ReadPage {
  page: PageText;
  places: Places;
  /** Which part of a long page was read, from 0: the last one where there are fewer than were asked for. */
  part: number;
  /** Shadow trees and frames that were read: an observer of the document hears nothing of them. */
  roots: readonly Node[];
  outcome: ReadingOutcome;
}

/** Why there is no text: somebody signs in here, the whole page is an editor, it is no text document, or reading was stopped. */
export type ReadingOutcome = 'read' | 'login-page' | 'editor' | 'no-text' | 'stopped';

/**
 * Reads a document as its reader sees it, without changing it, in slices of at most READING_SLICE_MS. Never throws for anything
 * a page can contain; bounds that were hit are said in `extent`.
 */
export async function readPage(document: Document, needs: ReadingNeeds): Promise<ReadPage> {
  const dom = domOf(document);
  const asked = needs.asked ?? 'by-us';
  const reason = reasonToLeave({ dom, document, asked });
  const root = dom.all(document, 'body')[0] ?? dom.all(document, 'frameset')[0];
  if (reason !== 'read' || !root) return nothingRead(document, root ? reason : 'no-text');

  const pace = paceOf(needs);
  const facts = factsOf(dom, document);
  const walked = await walkPage(root, {
    dom,
    pace,
    bounds: { ...BOUNDS, ...needs.bounds },
    asked,
    part: needs.part ?? 0,
  });
  if (walked.outcome !== 'read') return nothingRead(document, walked.outcome);
  if (pace.isDue()) await pace.rest();
  const { blocks, part, roots } = walked;
  return { page: pageOf(walked, facts), places: { blocks }, part, roots, outcome: 'read' };
}

/** Documents made of text. XML, SVG and the browser's own viewers are not ours. */
const TEXT_DOCUMENTS = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

function reasonToLeave(of: { dom: Dom; document: Document; asked: 'by-reader' | 'by-us' }): ReadingOutcome {
  if (!TEXT_DOCUMENTS.has(of.document.contentType)) return 'no-text';
  if (of.document.designMode === 'on') return 'editor';
  return of.asked === 'by-us' && hasPasswordField(of.dom, of.document) ? 'login-page' : 'read';
}

function pageOf(walked: Walked, facts: PageFacts): PageText {
  const parts = partsOf({ ...walked, facts });
  const article = walked.blocks.filter((_, at) => parts[at] !== 'furniture');
  const lang =
    facts.lang ||
    guessLanguage(
      (article.length > 0 ? article : walked.blocks)
        .slice(0, 40)
        .map(({ text }) => text)
        .join(' '),
    );
  const blocks = walked.blocks.map((block, at): Block => {
    const own = { text: block.text, part: parts[at] ?? 'furniture' };
    const ownLang = languageTag(block.lang);
    return ownLang !== '' && primary(ownLang) !== primary(lang) ? { ...own, lang: ownLang } : own;
  });
  return {
    url: facts.url,
    canonicalUrl: facts.canonicalUrl,
    title: facts.title,
    lang,
    siteName: facts.siteName,
    publishedAt: facts.publishedAt,
    blocks,
    kind: kindOfPage(blocks),
    extent: walked.extent,
  };
}

/** "ru-BY" → "ru": regions do not change how names are written. */
function primary(lang: string): string {
  return lang.split('-')[0]?.toLowerCase() ?? '';
}

function nothingRead(document: Document, outcome: ReadingOutcome): ReadPage {
  const page: PageText = {
    url: document.URL.slice(0, 2_000),
    canonicalUrl: null,
    title: '',
    lang: '',
    siteName: null,
    publishedAt: null,
    blocks: [],
    extent: 'part',
  };
  return { page, places: { blocks: [] }, part: 0, roots: [], outcome };
}
