import type { BlockPart, PageText } from '@/utils/model';
import { eachWord } from './fold';
import { docsOfStem, guessStem, wordsOfStem } from './lexicon';
import { nextPosting, postingsOf } from './postings';
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
  const reach = { from: ranges[0]!.from, to: ranges.at(-1)!.to };
  addProducts(index, { stems, products, reach });
  const best = bestDocs(index, { products, length, ranges, most: limit * ranges.length });
  products.fill(0, reach.from, reach.to);
  const groups = new Map<string, number>();
  for (const { group, likeness } of best) {
    const id = pooled(index, index.columns.groupIdAt, group);
    if (groups.size < limit && !groups.has(id)) groups.set(id, likeness);
  }
  return groups;
}

/**
 * Docs that are like the page, best first: at least so many where there are, and hardly more. Thousands of docs share a common word and
 * need not be sorted, so they are counted in steps first. Turns their products into likenesses.
 */
function bestDocs(
  { columns: { docNorm, docGroup } }: TextIndex,
  of: { products: Float32Array; length: number; ranges: readonly { from: number; to: number }[]; most: number },
): { group: number; likeness: number }[] {
  const { products } = of;
  const steps = new Uint32Array(STEPS + 1);
  for (const { from, to } of of.ranges) {
    for (let doc = from; doc < to; doc++) {
      if (products[doc] === 0) continue;
      const likeness = (products[doc] = Math.min(1, products[doc]! / (of.length * docNorm[doc]!)));
      steps[Math.floor(likeness * STEPS)]!++;
    }
  }
  let step = STEPS;
  for (let reached = steps[step]!; reached < of.most && step > 0; reached += steps[step]!) step--;
  const cutoff = step / STEPS;
  const best: { group: number; likeness: number }[] = [];
  for (const { from, to } of of.ranges) {
    for (let doc = from; doc < to; doc++) {
      const likeness = products[doc]!;
      if (likeness > 0 && likeness >= cutoff) best.push({ group: docGroup[doc]!, likeness });
    }
  }
  return best.sort((a, b) => b.likeness - a.likeness || a.group - b.group);
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

/** Adds each stem's share to the docs in reach that hold it. */
function addProducts(
  index: TextIndex,
  of: { stems: readonly PageStem[]; products: Float32Array; reach: { from: number; to: number } },
): void {
  const { products, reach } = of;
  const counts = cellsFor(index, 'counts');
  const docs: number[] = [];
  let postings = 0;
  for (const { stem, weight } of of.stems) {
    if (postings > MOST_POSTINGS) break;
    docs.length = 0;
    for (const word of wordsOfStem(index, stem)) {
      const posting = postingsOf(index.columns, word);
      while (nextPosting(posting)) {
        const { doc } = posting;
        postings++;
        if (doc < reach.from || doc >= reach.to) continue;
        if (counts[doc] === 0) docs.push(doc);
        counts[doc]! += weighedCount(posting.tally);
      }
    }
    for (const doc of docs) {
      products[doc]! += weight * stemWeight(counts[doc]!);
      counts[doc] = 0;
    }
  }
}
