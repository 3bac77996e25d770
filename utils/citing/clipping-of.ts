import { type Brief, textOf } from '@/utils/model';
import { citationOf } from './citation-of';
import type { CitationFormat, CitedBrief } from './cited-brief';
import { passageLink } from './passage-link';
import { quotationOf } from './quotation-of';

/** What of a brief is copied: a quotation with its source, a link to a passage, or a reference. */
export type ClippingKind = 'quote' | 'link' | CitationFormat;

/** Both forms of one thing: an editor takes the text, a word processor the HTML where there is some. */
export interface Clipping {
  text: string;
  html?: string;
}

/** What a writer pastes. Without a passage the summary is quoted, and a link goes to the first paragraph. */
export function clippingOf(
  brief: CitedBrief & Pick<Brief, 'body'>,
  { kind, passage }: { kind: ClippingKind; passage: string | null },
): Clipping {
  if (kind === 'quote') return quotationOf(passage ?? brief.summary, brief);
  if (kind !== 'link') return { text: citationOf(brief, kind) };
  const first = brief.body.find((block) => block.kind === 'paragraph');
  return { text: passageLink(brief.url ?? '', passage ?? (first ? textOf(first) : '')) };
}
