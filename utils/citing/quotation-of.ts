import { citationOf } from './citation-of';
import type { CitedBrief } from './cited-brief';

/** Both forms of one thing: an editor takes the first, a word processor the second. */
export interface Quotation {
  text: string;
  html: string;
}

/** A passage in the quotation marks of its language, with its source under it. */
export function quotationOf(passage: string, brief: CitedBrief): Quotation {
  const [open, close] = /^(?:ru|be)\b/u.test(brief.lang) ? ['«', '»'] : ['“', '”'];
  const quoted = `${open}${passage.trim()}${close}`;
  return {
    text: `${quoted}\n\n— ${citationOf(brief, 'text')}\n`,
    html: `<blockquote lang="${escaped(brief.lang)}"><p>${escaped(quoted)}</p></blockquote>\n<p>— ${citationOf(brief, 'html')}</p>\n`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
