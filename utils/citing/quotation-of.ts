import { citationOf } from './citation-of';
import type { CitedBrief } from './cited-brief';

/** A passage in the quotation marks of its language, with its source under it. */
export function quotationOf(passage: string, brief: CitedBrief): { text: string; html: string } {
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
