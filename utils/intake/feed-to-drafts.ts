import { textOf } from '@/utils/model';
import { type Draft, type DraftSource, draftOf } from './draft';
import type { FeedDocument, FeedEntry } from './feed-document';
import { blocksOfHtml } from './html-to-blocks';

/** Longest summary, in UTF-16 code units: what a card of the panel shows is shorter still. */
const MAX_SUMMARY = 600;

/** A feed in whichever dialect, as drafts. */
export function draftsOfFeed(feed: FeedDocument): DraftSource {
  return {
    title: feed.title,
    homePage: feed.homePage,
    lang: feed.lang,
    drafts: feed.items.map(draftOfEntry),
    notes: [],
  };
}

function draftOfEntry(entry: FeedEntry): Draft {
  const { id, title, url, published, updated, lang, authors } = entry;
  const base = entry.base || url || '';
  const content = entry.contentHtml === null ? [] : blocksOfHtml(entry.contentHtml, base);
  const described = entry.summaryHtml === null ? [] : blocksOfHtml(entry.summaryHtml, base);
  const body = content.length > 0 ? content : described;
  return draftOf({
    id,
    title,
    url,
    published,
    updated,
    lang,
    authors,
    body,
    summary: shortened(described.map(textOf).join(' ')),
  });
}

/** A summary cut at a word, with an ellipsis where something was cut. */
function shortened(text: string): string {
  if (text.length <= MAX_SUMMARY) return text;
  const end = text.lastIndexOf(' ', MAX_SUMMARY);
  return `${text.slice(0, end > 0 ? end : MAX_SUMMARY)}…`;
}
