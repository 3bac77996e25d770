import { ByteWriter } from './bytes';
import type { Columns } from './layout';
import { eachPosting, type ListColumns, writeRising } from './postings';
import { stemmedLanguageOf, stemOf, type StemmedLanguage } from './stem';

/** What each field's words count in a doc's vector, as in scoring. */
const FIELD_WEIGHT = { title: 3, summary: 2, body: 1 } as const;

type Derived = 'stemAt' | 'stemPool' | 'stemHash' | 'stemSlots' | 'docNorm';

/** A doc's weighed count of a word out of its tally. */
export function weighedCount(tally: number): number {
  return (
    FIELD_WEIGHT.title * (tally & 3) + FIELD_WEIGHT.summary * ((tally >> 2) & 3) + FIELD_WEIGHT.body * (tally >> 4)
  );
}

/** How much a stem says in a doc that holds it so many weighed times: the tenth time adds little. */
export function stemWeight(count: number): number {
  return count < STEM_WEIGHTS.length && Number.isInteger(count) ? STEM_WEIGHTS[count]! : 1 + Math.log(count);
}
const STEM_WEIGHTS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/**
 * How telling a stem is among the docs of its language: near 0 where nearly all have it. BM25's idf, to the power .75 because
 * it enters on both sides of a likeness: squared in full, one rare name would outshout ten shared words of the subject.
 */
export function rarity(docs: number, ofDocs: number): number {
  return Math.log(1 + (ofDocs - docs + 0.5) / (docs + 0.5)) ** 0.75;
}

/** Hash of a stem in its language (FNV-1a, its bits spread). */
export function stemHashOf(language: StemmedLanguage, stem: string): number {
  let hash = Math.imul(0x811c9dc5 ^ language.charCodeAt(0), 0x01000193);
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Joins the words of each language by their stems, and measures the docs by them. */
export function stemColumns(
  primary: ListColumns & Pick<Columns, 'docLang'>,
  { words, langs }: { words: readonly string[]; langs: readonly string[] },
): Pick<Columns, Derived> {
  const languageOfDoc = Array.from(primary.docLang, (lang) => stemmedLanguageOf(langs[lang] ?? ''));
  const docsIn = new Map<StemmedLanguage, number>();
  for (const language of languageOfDoc) if (language) docsIn.set(language, (docsIn.get(language) ?? 0) + 1);

  const stems = new Map<string, { language: StemmedLanguage; stem: string; words: number[] }>();
  words.forEach((word, place) => {
    const languages = new Set<StemmedLanguage>();
    eachPosting(primary, place, (doc) => {
      const language = languageOfDoc[doc];
      if (language) languages.add(language);
    });
    for (const language of [...languages].sort()) {
      const stem = stemOf(language, word);
      const known = stems.get(`${language} ${stem}`);
      if (known) known.words.push(place);
      else stems.set(`${language} ${stem}`, { language, stem, words: [place] });
    }
  });

  const list = [...stems.values()];
  const stemPool = new ByteWriter();
  const stemAt = new Uint32Array(list.length + 1);
  const squares = new Float64Array(primary.docLang.length);
  const counts = new Float64Array(primary.docLang.length);
  list.forEach(({ language, words: members }, i) => {
    const docs: number[] = [];
    for (const word of members) {
      eachPosting(primary, word, (doc, tally) => {
        if (languageOfDoc[doc] !== language) return;
        if (counts[doc] === 0) docs.push(doc);
        counts[doc]! += weighedCount(tally);
      });
    }
    stemPool.varint(docs.length);
    writeRising(stemPool, members);
    stemAt[i + 1] = stemPool.length;
    const rare = rarity(docs.length, docsIn.get(language)!);
    for (const doc of docs) {
      squares[doc]! += (stemWeight(counts[doc]!) * rare) ** 2;
      counts[doc] = 0;
    }
  });
  const hashes = list.map(({ language, stem }) => stemHashOf(language, stem));
  return {
    stemAt,
    stemPool: stemPool.bytes(),
    stemHash: Uint16Array.from(hashes, (hash) => hash >>> 16),
    stemSlots: slotsOf(hashes),
    docNorm: Float32Array.from(squares, Math.sqrt),
  };
}

/** Open addressing, at most two thirds full. */
function slotsOf(hashes: readonly number[]): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(hashes.length * 1.5 + 1)));
  hashes.forEach((hash, i) => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = i + 1;
  });
  return slots;
}
