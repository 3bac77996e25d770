import type { PDFDocumentProxy } from 'pdfjs-dist';
import { MAX_META_CHARS, type PageText } from '@/utils/model';
import { blocksOf, type PdfText, type PrintedPage } from './pdf-blocks';

export interface ReadPdf {
  text: PageText;
  places: PdfText['places'];
}

/** Most pages read; a report has some dozens. */
const MAX_PAGES = 500;

/** The text of a PDF as of any page, with where it is printed. `address` is where it came from, or the name of a file. */
export async function readPdf(
  pdf: PDFDocumentProxy,
  { address, onProgress }: { address: string; onProgress: (share: number) => void },
): Promise<ReadPdf> {
  const count = Math.min(pdf.numPages, MAX_PAGES);
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= count; number++) {
    pages.push(await readPrinted(pdf, number));
    onProgress(number / count);
  }
  const { blocks, places, extent } = blocksOf(pages);
  const { info } = await pdf.getMetadata();
  const said = info as { Title?: unknown; Language?: unknown; CreationDate?: unknown };
  const headline = blocks.find(({ part }) => part === 'headline')?.text;
  return {
    text: {
      url: address,
      canonicalUrl: null,
      // A title left by the writing program ("Microsoft Word - draft3.doc") tells less than the headline.
      title: (headline ?? text(said.Title) ?? nameOf(address)).slice(0, MAX_META_CHARS),
      siteName: null,
      lang: text(said.Language) ?? scriptOf(blocks.map((block) => block.text)),
      publishedAt: dateOf(text(said.CreationDate)),
      blocks,
      extent: count < pdf.numPages ? 'part' : extent,
    },
    places,
  };
}

/** The last step of an address, for people. */
export function nameOf(address: string): string {
  const last = address.split(/[?#]/u)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || address;
  } catch {
    return last || address;
  }
}

async function readPrinted(pdf: PDFDocumentProxy, number: number): Promise<PrintedPage> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const [, bottom = 0, , top = 0] = page.view;
  return {
    height: top - bottom,
    pieces: items.flatMap((item) => {
      if (!('str' in item)) return [];
      const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform as number[];
      const height = Math.hypot(skew, scale);
      return [{ text: item.str, x, y: y - bottom, height, endsLine: item.hasEOL ? ('yes' as const) : ('no' as const) }];
    }),
  };
}

/** "D:20121029143000+03'00'" as an ISO 8601 date; null where it is none. */
function dateOf(said: string | null): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u.exec(said ?? '') ?? [];
  return year && month && day && Number(year) > 1990 ? `${year}-${month}-${day}` : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Belarusian and Russian differ by letters of their own; everything else is read as English is. */
function scriptOf(texts: readonly string[]): string {
  const sample = texts.join(' ').slice(0, 20_000);
  if ((sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) < sample.length / 4) return 'en';
  return (sample.match(/[іў]/giu)?.length ?? 0) > (sample.match(/[ищ]/giu)?.length ?? 0) ? 'be' : 'ru';
}
