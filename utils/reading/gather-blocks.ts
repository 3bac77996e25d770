import { addText, type BlockPlace, emptyText, type GrowingText, trimmed } from './collapse-text';
import type { Container } from './container';
import type { ReadingBounds } from './pace';

/** A block as it was found, before anybody has judged whether it is the article's. */
export interface RawBlock {
  text: string;
  place: BlockPlace;
  /** Code units of the text that came from links. */
  linked: number;
  /** As the markup says; '' where it does not. */
  lang: string;
  container: Container;
}

/** Blocks read so far, and the one that is open. */
export interface Gathering {
  blocks: RawBlock[];
  extent: 'whole' | 'part';
  /** The first block of the part that is wanted; those before it were read in an earlier one. */
  from: number;
  /** Code units in closed blocks of this part. */
  chars: number;
  bounds: ReadingBounds;
  open: GrowingText;
  linked: number;
  /** Where the open block began; null before its first character. */
  source: TextSource | null;
}

/** What holds for the text of an element. */
export interface TextSource {
  container: Container;
  lang: string;
  inLink: 'yes' | 'no';
}

/** Most of a text node that is taken in one go, in UTF-16 code units: some tenth of a millisecond. */
const STRETCH = 16_384;

export function gathering(bounds: ReadingBounds): Gathering {
  return { blocks: [], extent: 'whole', from: 0, chars: 0, bounds, open: emptyText(), linked: 0, source: null };
}

/** Begins the next part of a long page: what was gathered so far is passed over. */
export function beginPart(gathering: Gathering): void {
  closeBlock(gathering);
  gathering.from = gathering.blocks.length;
  gathering.chars = 0;
}

export function isFull({ blocks, from, chars, bounds }: Gathering): boolean {
  return blocks.length - from >= bounds.blocks || chars >= bounds.pageChars;
}

/**
 * Takes a stretch of a text node into the open block, from an offset. Returns the offset to go on from: the length of the text
 * when nothing is left, also where a bound cut it.
 */
export function gatherText(
  gathering: Gathering,
  { node, at, source }: { node: Text; at: number; source: TextSource },
): number {
  const { open, bounds } = gathering;
  const { data } = node;
  const before = open.text.length;
  const paragraph = source.container.preformatted === 'yes' ? endOfParagraph(data, at) : data.length;
  const to = Math.min(data.length, at + STRETCH, paragraph);
  const stopped = addText(
    open,
    { node, data, from: at, to },
    Math.min(bounds.blockChars, bounds.pageChars - gathering.chars),
  );
  if (open.text.length > before) gathering.source ??= source;
  if (source.inLink === 'yes') gathering.linked += open.text.length - before;
  if (stopped < to) {
    // Full: what is left of this text is not read, and the block ends here.
    gathering.extent = 'part';
    return data.length;
  }
  if (to === paragraph && to < data.length) closeBlock(gathering);
  return to;
}

/** Ends the open block; one in which nothing is seen leaves no trace. */
export function closeBlock(gathering: Gathering): void {
  const { open, source, linked } = gathering;
  const text = trimmed(open);
  if (source && SEEN.test(text) && !isFull(gathering)) {
    gathering.blocks.push({ text, place: open.place, linked, lang: source.lang, container: source.container });
    gathering.chars += text.length;
  }
  gathering.open = emptyText();
  gathering.linked = 0;
  gathering.source = null;
}

/** Anything but white space of every width: editors put no-break spaces and characters without width between paragraphs. */
const SEEN = /[^\s\u200b-\u200d\u2060]/;

/** Where the next empty line begins, or the text ends. */
function endOfParagraph(data: string, from: number): number {
  for (let line = data.indexOf('\n', from); line !== -1;) {
    const next = data.indexOf('\n', line + 1);
    // The line at `from` itself may be the empty one that ended the paragraph before.
    if (next !== -1 && line > from && data.slice(line + 1, next).trim() === '') return line;
    if (next === -1) break;
    line = next;
  }
  return data.length;
}
