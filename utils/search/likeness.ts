import type { BlockPart, PageText } from '@/utils/model';
import { eachWord } from './fold';
import { docsOfStem, guessStem, wordsOfStem } from './lexicon';
import { eachPosting } from './postings';
import { rarity, stemWeight, weighedCount } from './stem-columns';
import { stemmedLanguageOf, stemOf, type StemmedLanguage } from './stem';
import { cellsFor, pooled, rangesOf, type TextIndex } from './text-index';

/** A page's words count as a brief's do, though a headline says less than a title we wrote ourselves; furniture is other pages' business. */
const PART_WEIGHT: Record<BlockPart, number> = { headline: 2, lead: 1.5, body: 1, furniture: 0 };

/**
 * Postings read for one page. The most telling stems come first, so a small archive is compared in full and a large one in bounded
 * time: 6,000 are a few tenths of a millisecond.
 */
const MOST_POSTINGS = 6_000;

/** Groups told where nothing else is asked; those after them share a common word or two. */
const USUAL_GROUPS = 200;

/** How like a page each group is. `best` first; only groups that share a telling word. */
export type Likeness = ReadonlyMap<string, number>;

/**
 * How like each translation group is to a page in its words, names or not, 0..1: the cosine of weighed stems, of the group's briefs
 * in the page's language. Normalised on both sides, so a figure means the same for a short page and a long one. Words that no brief has
 * count against: pages about other things stay below some .13, whoever they name, and pages about a brief's week begin there. Null where no brief is in the page's language, or we
 * know no stems of it: then likeness cannot speak, which is not the same as "unlike". `limit` keeps the best groups only.
 */
export function likenessOf(
  index: TextIndex,
  page: Pick<PageText, 'lang' | 'blocks'>,
  { limit = USUAL_GROUPS }: { limit?: number } = {},
): Likeness | null {
  const language = stemmedLanguageOf(page.lang);
  const ranges = language ? rangesOf(index, language) : [];
  const docs = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  if (!language || docs === 0) return null;

  const { stems, length } = weighStems(index, { language, docs, page });
  const products = cellsFor(index, 'products');
  const touched = addProducts(index, { stems, products });
  const found = likenesses(index, { touched, products, length, ranges });
  const cutoff = bestAt(found, limit * ranges.length);
  const best = touched
    .map((doc, i) => ({ group: index.columns.docGroup[doc]!, likeness: found[i]! }))
    .filter(({ likeness }) => likeness > 0 && likeness >= cutoff)
    .sort((a, b) => b.likeness - a.likeness || a.group - b.group);
  const groups = new Map<string, number>();
  for (const { group, likeness } of best) {
    const id = pooled(index, index.columns.groupIdAt, group);
    if (groups.size < limit && !groups.has(id)) groups.set(id, likeness);
  }
  return groups;
}

/** Likeness of each doc touched, 0 for those in other languages. Leaves the products zero. */
function likenesses(
  { columns: { docNorm } }: TextIndex,
  of: {
    touched: readonly number[];
    products: Float32Array;
    length: number;
    ranges: readonly { from: number; to: number }[];
  },
): Float32Array {
  const found = new Float32Array(of.touched.length);
  for (const [i, doc] of of.touched.entries()) {
    const likeness = Math.min(1, of.products[doc]! / (of.length * docNorm[doc]!));
    of.products[doc] = 0;
    for (const { from, to } of of.ranges) if (doc >= from && doc < to) found[i] = likeness;
  }
  return found;
}

/**
 * A value that at least so many others reach, and hardly more: thousands of docs share a common word, and need not be sorted. Counted in
 * steps of 1/1024.
 */
function bestAt(values: Float32Array, count: number): number {
  if (values.length <= count) return 0;
  const steps = new Uint32Array(STEPS + 1);
  for (const value of values) steps[Math.floor(value * STEPS)]!++;
  let step = STEPS;
  for (let reached = steps[step]!; reached < count && step > 0; reached += steps[step]!) step--;
  return step / STEPS;
}
const STEPS = 1024;

/** A stem of the page that some brief has. */
interface PageStem {
  stem: number;
  /** What it counts on the page, times its rarity: once for the page, once for the docs. */
  weight: number;
}

/** The page's stems, the most telling first, and the length of its vector, in which unknown words count too. */
function weighStems(
  index: TextIndex,
  of: { language: StemmedLanguage; docs: number; page: Pick<PageText, 'blocks'> },
): { stems: PageStem[]; length: number } {
  const words = new Map<string, number>();
  for (const { text, part } of of.page.blocks) {
    const weight = PART_WEIGHT[part];
    if (weight > 0) eachWord(text, (word) => words.set(word, (words.get(word) ?? 0) + weight));
  }
  const counts = new Map<string, number>();
  for (const [word, count] of words) {
    const stem = stemOf(of.language, word);
    counts.set(stem, (counts.get(stem) ?? 0) + count);
  }
  const stems: PageStem[] = [];
  let squares = 0;
  for (const [text, count] of counts) {
    const stem = guessStem(index, of.language, text);
    const rare = rarity(stem < 0 ? 0 : docsOfStem(index, stem), of.docs);
    const weight = stemWeight(count) * rare;
    squares += weight * weight;
    if (stem >= 0) stems.push({ stem, weight: weight * rare });
  }
  return { stems: stems.sort((a, b) => b.weight - a.weight || a.stem - b.stem), length: Math.sqrt(squares) };
}

/** Adds each stem's share to the docs that hold it; gives the docs touched. */
function addProducts(index: TextIndex, of: { stems: readonly PageStem[]; products: Float32Array }): number[] {
  const { products } = of;
  const counts = cellsFor(index, 'counts');
  const touched: number[] = [];
  let postings = 0;
  for (const { stem, weight } of of.stems) {
    if (postings > MOST_POSTINGS) break;
    const docs: number[] = [];
    for (const word of wordsOfStem(index, stem)) {
      eachPosting(index.columns, word, (doc, tally) => {
        if (counts[doc] === 0) docs.push(doc);
        counts[doc]! += weighedCount(tally);
        postings++;
      });
    }
    for (const doc of docs) {
      if (products[doc] === 0) touched.push(doc);
      products[doc]! += weight * stemWeight(counts[doc]!);
      counts[doc] = 0;
    }
  }
  return touched;
}
