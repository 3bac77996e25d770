import { askBackground } from '@/utils/messaging';
import { textOf } from '@/utils/model';

/** What can be copied of a brief, as the cite menu names it. */
type How = 'quote' | 'link' | 'text' | 'markdown' | 'html' | 'bibtex' | 'ris' | 'csl-json';

/**
 * Puts a quotation, a link or a reference on the clipboard. Without a passage its summary is quoted, and the link goes to its first
 * paragraph. The room that cites is fetched from the package now: most panels never need it.
 */
export async function copyBrief(how: How, of: { id: string; passage: string | null }): Promise<'copied' | 'refused'> {
  const [opened, citing] = await Promise.all([
    askBackground('openBrief', { id: of.id, tabId: null }),
    import('@/utils/citing'),
  ]);
  if (!opened.ok) return 'refused';
  const { brief, source } = opened.value;
  const cited = { ...brief, source };
  try {
    if (how === 'quote') {
      await copyBoth(citing.quotationOf(of.passage ?? brief.summary, cited));
    } else if (how === 'link') {
      const first = brief.body.find(({ kind }) => kind === 'paragraph');
      const passage = of.passage ?? (first ? textOf(first) : '');
      await navigator.clipboard.writeText(citing.passageLink(brief.url ?? '', passage));
    } else {
      await navigator.clipboard.writeText(citing.citationOf(cited, how));
    }
    return 'copied';
  } catch {
    return 'refused'; // the browser has its own mind: no focus, or the click was too long ago
  }
}

/** A word processor takes the HTML, an editor the text. */
async function copyBoth({ text, html }: { text: string; html: string }): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}
