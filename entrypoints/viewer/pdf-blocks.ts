import { type Block, MAX_BLOCK_CHARS, MAX_BLOCKS, MAX_PAGE_CHARS, type PageText } from '@/utils/model';

/** A run of text as a PDF holds it: no words, no paragraphs, only where it is printed. Units are points from the lower left corner. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  height: number;
  endsLine: 'yes' | 'no';
}

export interface PrintedPage {
  pieces: readonly Piece[];
  /** In points. */
  height: number;
}

/** Where a stretch of a block's text is printed; offsets and lengths in UTF-16 code units. */
export interface Printed {
  /** In the block's text. */
  at: number;
  length: number;
  page: number;
  piece: number;
  /** In the piece's text. */
  from: number;
}

/** The blocks of a PDF as of any page, and for each block where it is printed, in order. */
export interface PdfText {
  blocks: readonly Block[];
  places: readonly (readonly Printed[])[];
  extent: PageText['extent'];
}

interface Line {
  text: string;
  printed: readonly Printed[];
  page: number;
  y: number;
  height: number;
  part: 'body' | 'furniture';
}

/** A line further below the one before than this many line heights begins a paragraph. Double spacing is 2, single 1.2. */
const PARAGRAPH_GAP = 2.2;
/** Letters that differ in height by more than this share belong to different paragraphs. */
const SAME_HEIGHT = 0.15;
/** Lines within this share of the page's height from its edges may be running heads and page numbers. */
const MARGIN = 0.09;
/** A line that stands in the margin of so many pages is furniture. */
const REPEATED = 3;

/**
 * Paragraphs out of printed lines: by the gaps between them and the height of their letters. A word cut at the end of a line is
 * joined again, so that names are found; running heads and page numbers are furniture. Works a page at a time, in linear time.
 */
export function blocksOf(pages: readonly PrintedPage[]): PdfText {
  const lines = withFurniture(pages, pages.map(linesOf));
  const blocks: { text: string; lines: Line[]; printed: Printed[] }[] = [];
  let chars = 0;
  let extent: PageText['extent'] = 'whole';
  let last: Line | null = null;
  for (const line of lines.flat().flatMap(bounded)) {
    if (blocks.length >= MAX_BLOCKS || chars + line.text.length > MAX_PAGE_CHARS) {
      extent = 'part';
      break;
    }
    const block = last && isSameParagraph(last, line) ? blocks.at(-1) : undefined;
    if (block && block.text.length + line.text.length < MAX_BLOCK_CHARS) append(block, line);
    else blocks.push({ text: line.text, lines: [line], printed: [...line.printed] });
    chars += line.text.length + 1;
    last = line;
  }
  const headline = headlineOf(blocks.map(({ lines: of }) => of));
  let lead: number | null = null;
  return {
    blocks: blocks.map(({ text, lines: [first] }, at) => {
      if (first?.part === 'furniture') return { text, part: 'furniture' };
      if (at === headline) return { text, part: 'headline' };
      if (lead === null && at > headline && text.length >= LEAD_CHARS) lead = at;
      return { text, part: lead === at ? 'lead' : 'body' };
    }),
    places: blocks.map(({ printed }) => printed),
    extent,
  };
}

/** A first paragraph; shorter ones are by-lines and dates. */
const LEAD_CHARS = 80;

function linesOf({ pieces, height }: PrintedPage, page: number): Line[] {
  const lines: Line[] = [];
  let open: { text: string; printed: Printed[]; first: Piece } | null = null;
  const close = (): void => {
    if (open && open.text.trim() !== '') {
      const { text, printed, first } = open;
      lines.push({ text, printed, page, y: first.y, height: first.height, part: 'body' });
    }
    open = null;
  };
  pieces.forEach((piece, at) => {
    if (open && Math.abs(open.first.y - piece.y) > Math.max(open.first.height, piece.height) / 2) close();
    if (piece.text !== '') {
      // An initial or a raised figure has its own height; the line has that of its first words.
      open ??= { text: '', printed: [], first: piece };
      open.printed.push({ at: open.text.length, length: piece.text.length, page, piece: at, from: 0 });
      open.text += piece.text;
    }
    if (piece.endsLine === 'yes') close();
  });
  close();
  return lines.map((line) => ({
    ...line,
    part: isInMargin(line.y, height) && isNumber(line.text) ? 'furniture' : 'body',
  }));
}

function withFurniture(pages: readonly PrintedPage[], lines: readonly Line[][]): Line[][] {
  const isMarginal = (line: Line): boolean => isInMargin(line.y, pages[line.page]?.height ?? 0);
  const times = new Map<string, number>();
  for (const line of lines.flat()) {
    if (isMarginal(line)) times.set(bare(line.text), (times.get(bare(line.text)) ?? 0) + 1);
  }
  return lines.map((page) =>
    page.map((line) =>
      isMarginal(line) && (times.get(bare(line.text)) ?? 0) >= REPEATED ? { ...line, part: 'furniture' } : line,
    ),
  );
}

function isSameParagraph(before: Line, line: Line): boolean {
  const gap = before.y - line.y;
  return (
    before.part === line.part &&
    before.page === line.page &&
    gap > 0 &&
    gap < PARAGRAPH_GAP * before.height &&
    Math.abs(before.height - line.height) <= SAME_HEIGHT * before.height
  );
}

/** Adds a line to a paragraph: after a space, or where the line before cut a word, without its hyphen. */
function append(block: { text: string; lines: Line[]; printed: Printed[] }, line: Line): void {
  const isCut = /\p{L}[-\u00AD\u2010]\s*$/u.test(block.text) && /^\s*\p{Ll}/u.test(line.text);
  const kept = isCut ? block.text.replace(/[-\u00AD\u2010]\s*$/u, '') : block.text.trimEnd();
  const dropped = line.text.length - line.text.trimStart().length;
  const start = kept.length + (isCut ? 0 : 1);
  block.text = kept + (isCut ? '' : ' ') + line.text.slice(dropped);
  block.lines.push(line);
  const { printed } = block;
  while ((printed.at(-1)?.at ?? -1) >= kept.length) printed.pop();
  const end = printed.pop();
  printed.push(
    ...(end ? clipped(end, { from: 0, to: kept.length }) : []),
    ...line.printed
      .flatMap((part) => clipped(part, { from: dropped, to: line.text.length }))
      .map((part) => ({ ...part, at: part.at - dropped + start })),
  );
}

/** A line without end, as machines write them, in blocks that may be sent. */
function bounded(line: Line): Line[] {
  const count = Math.ceil(line.text.length / MAX_BLOCK_CHARS);
  if (count <= 1) return [line];
  return Array.from({ length: count }, (_, at) => {
    const from = at * MAX_BLOCK_CHARS;
    const text = line.text.slice(from, from + MAX_BLOCK_CHARS);
    const printed = line.printed.flatMap((part) => clipped(part, { from, to: from + text.length }));
    return { ...line, text, printed: printed.map((part) => ({ ...part, at: part.at - from })) };
  });
}

/** What of a stretch lies within bounds of its text. */
function clipped(printed: Printed, { from, to }: { from: number; to: number }): Printed[] {
  const start = Math.max(printed.at, from);
  const end = Math.min(printed.at + printed.length, to);
  return end > start ? [{ ...printed, at: start, length: end - start, from: printed.from + start - printed.at }] : [];
}

/** Index of the block in the largest letters of the first page, where they are larger than the text's; -1 without one. */
function headlineOf(blocks: readonly (readonly Line[])[]): number {
  const usual = usualHeight(blocks.flat());
  let best = -1;
  let height = usual * (1 + SAME_HEIGHT);
  blocks.forEach(([line], at) => {
    if (line?.page === 0 && line.part === 'body' && line.height > height) {
      best = at;
      ({ height } = line);
    }
  });
  return best;
}

/** The height that most letters have. */
function usualHeight(lines: readonly Line[]): number {
  const chars = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height);
    chars.set(rounded, (chars.get(rounded) ?? 0) + text.length);
  }
  return [...chars].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

function isInMargin(y: number, height: number): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

function isNumber(text: string): boolean {
  return /^[\s\d.,\-–—/|]+$/u.test(text);
}

/** A running head without its page number. */
function bare(text: string): string {
  return text.replace(/\d+/gu, '').trim();
}
