import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '@/utils/model';
import { bytesOfText } from './bytes';
import { briefOf } from './briefs-for-tests';
import { compileTexts } from './compile-texts';
import { lengthCode, type SearchableBrief, wordsOfCode } from './doc-record';
import { wordsOf } from './fold';
import { findWord, prefixRange, wordText } from './lexicon';
import { isOneEdit, nearBeginnings, nearWords } from './near-words';
import { parseQuery } from './parse-query';
import { searchTexts } from './search-texts';
import { languagesOfLetters, stemmedLanguageOf, stemOf } from './stem';

/** Words with forms, and none that is another's misspelling: near words are answered too, which the slow way does not know. */
const WORDS_OF = {
  en: ['gas', 'gases', 'oil', 'debt', 'debts', 'weapon', 'weapons'],
  ru: ['газ', 'газа', 'долг', 'долги', 'минск', 'минске', 'оружие', 'оружия'],
  be: ['газ', 'газе', 'доўг', 'даўгі', 'савет', 'савеце', 'зброя', 'зброі'],
} as const;
const WORDS = Object.values(WORDS_OF).flat();
const brief = fc.constantFrom('en' as const, 'ru' as const, 'be' as const).chain((lang) => {
  const text = fc.array(fc.constantFrom(...WORDS_OF[lang]), { maxLength: 10 }).map((words) => words.join(' '));
  return fc
    .record({ number: fc.nat(20), title: text, summary: text, body: text })
    .map(({ number, ...rest }) => briefOf({ ...rest, id: `${number}-${lang}`, group: `${number}-${lang}`, lang }));
});
const briefs = fc.uniqueArray(brief, { selector: ({ id }) => id, minLength: 1, maxLength: 10 });
const query = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });

/** BM25F by reading every brief: what searchTexts promises for whole words, without any index. */
function slowScores(list: readonly SearchableBrief[], asked: readonly string[]): Map<string, number> {
  const docs = list.map((brief) => {
    const fields = [brief.title, brief.summary, brief.body.map(textOf).join(' ')].map(wordsOf);
    return { id: brief.id, lang: brief.lang, fields };
  });
  const average = [0, 1, 2].map((field) =>
    Math.max(1, docs.reduce((sum, doc) => sum + lengthIn(doc.fields[field]!), 0) / docs.length),
  );
  const languagesOf = (word: string): (string | null)[] =>
    docs.filter((doc) => doc.fields.some((words) => words.includes(word))).map((doc) => stemmedLanguageOf(doc.lang));
  const weightOf = (word: string, wanted: string): number => {
    if (word === wanted) return 1;
    const joins = languagesOfLetters(wanted).some(
      (language) => languagesOf(word).includes(language) && stemOf(language, word) === stemOf(language, wanted),
    );
    return joins ? 0.9 : 0;
  };
  const scores = new Map(docs.map((doc) => [doc.id, { score: 0, matched: 0 }]));
  let most = 0;
  for (const wanted of asked) {
    const counts = docs.map((doc) =>
      [3, 2, 1].reduce((sum, weight, field) => {
        const length = lengthIn(doc.fields[field]!) / average[field]!;
        const b = [0.3, 0.5, 0.75][field]!;
        const cap = [3, 3, 15][field]!;
        const distinct = [...new Set(doc.fields[field])];
        const count = distinct.reduce((times, word) => {
          const here = doc.fields[field]!.filter((other) => other === word).length;
          return times + weightOf(word, wanted) * Math.min(cap, here);
        }, 0);
        return sum + (weight * count) / (1 - b + b * length);
      }, 0),
    );
    const found = counts.filter((count) => count > 0).length;
    const idf = Math.log(1 + (docs.length - found + 0.5) / (found + 0.5));
    most += idf;
    docs.forEach((doc, i) => {
      if (counts[i] === 0) return;
      const row = scores.get(doc.id)!;
      row.score += (idf * counts[i]!) / (1.2 + counts[i]!);
      row.matched++;
    });
  }
  const best = Math.max(...[...scores.values()].map(({ matched }) => matched));
  return new Map(
    [...scores].flatMap(([id, { score, matched }]) =>
      matched === best && best > 0 ? [[id, score / most] as const] : [],
    ),
  );
}

/** Lengths are kept as a byte, so the slow way rounds them likewise. */
function lengthIn(words: readonly string[]): number {
  return wordsOfCode(lengthCode(words.length));
}

describe('searchTexts', () => {
  it('scores as a scan of all briefs does', () => {
    fc.assert(
      fc.property(briefs, query, (list, asked) => {
        const slow = slowScores(list, asked);
        // A word nobody has is answered by near ones, which the slow way does not know.
        fc.pre(asked.every((word) => slowScores(list, [word]).size > 0));
        const index = compileTexts({ briefs: list, entities: [] });
        const { hits } = searchTexts(index, parseQuery(asked.join(' ')), { typing: 'off', limit: 100 });
        expect(hits.map((hit) => hit.brief).sort()).toEqual([...slow.keys()].sort());
        for (const { brief, score } of hits) expect(score).toBeCloseTo(slow.get(brief)!, 4);
        for (const [i, hit] of hits.entries()) expect(hit.score).toBeLessThanOrEqual(hits[i - 1]?.score ?? 1);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a phrase where a scan finds it', () => {
    fc.assert(
      fc.property(briefs, fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }), (list, words) => {
        const slow = list.filter((brief) =>
          [brief.title, brief.summary, ...brief.body.map(textOf)].some((field) =>
            ` ${field} `.includes(` ${words.join(' ')} `),
          ),
        );
        fc.pre(slow.length > 0);
        const index = compileTexts({ briefs: list, entities: [] });
        const { hits } = searchTexts(index, parseQuery(`"${words.join(' ')}"`), { limit: 100 });
        expect(hits.map((hit) => hit.brief).sort()).toEqual(slow.map(({ id }) => id).sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('the lexicon', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcабвў'), minLength: 1, maxLength: 7 });
  const lexicon = fc.array(letters, { minLength: 1, maxLength: 40 });
  const indexOf = (words: readonly string[]) => compileTexts({ briefs: [briefOf({ id: 'x-en', body: words.join(' ') })], entities: [] }); // prettier-ignore
  const all = (words: readonly string[]): string[] => [...new Set(wordsOf(words.join(' ')))].sort();

  it('finds words and beginnings as a list does', () => {
    fc.assert(
      fc.property(lexicon, letters, (words, asked) => {
        const index = indexOf(words);
        const known = all(words);
        expect(findWord(index, asked)).toBe(known.indexOf(asked));
        const { from, to } = prefixRange(index, asked);
        expect(known.slice(from, to)).toEqual(known.filter((word) => word.startsWith(asked)));
      }),
      { numRuns: 300 },
    );
  });

  it('finds every word one edit away, and no other', () => {
    const edit = fc.record({ kind: fc.constantFrom('less', 'more', 'other', 'swapped'), at: fc.nat(6), letter: fc.constantFrom(...'abcабвў') }); // prettier-ignore
    fc.assert(
      fc.property(lexicon, fc.nat(39), edit, (words, place, how) => {
        const asked = edited(words[place % words.length]!, how);
        fc.pre(asked.length >= 4 && wordsOf(asked)[0] === asked);
        const index = indexOf(words);
        const near = all(words).filter((word) => editsBetween(word, asked) === 1);
        expect(nearWords(index, asked).map((word) => wordText(index, word))).toEqual(near);
      }),
      { numRuns: 500 },
    );
  });

  it('finds words of one script by a misspelt beginning', () => {
    const cyrillic = fc.string({ unit: fc.constantFrom(...'абвг'), minLength: 5, maxLength: 8 });
    const edit = fc.record({ kind: fc.constantFrom('less', 'more', 'other', 'swapped'), at: fc.nat(3), letter: fc.constantFrom(...'абвг') }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(cyrillic, { minLength: 1, maxLength: 20 }), edit, (words, how) => {
        const asked = edited(words[0]!.slice(0, 5), how);
        fc.pre(asked.length >= 4);
        const index = indexOf(words);
        expect(nearBeginnings(index, asked)).toContain(findWord(index, words[0]!));
      }),
      { numRuns: 500 },
    );
  });

  it('counts edits as the textbook does, up to one', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const bytes = bytesOfText(a);
        expect(isOneEdit({ bytes, from: 0, to: bytes.length }, bytesOfText(b))).toBe(editsBetween(a, b) === 1);
      }),
      { numRuns: 500 },
    );
  });
});

function edited(word: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const before = word.slice(0, at);
  const after = word.slice(at + 1);
  if (kind === 'less') return before + after;
  if (kind === 'more') return before + letter + word.slice(at);
  if (kind === 'other') return before + letter + after;
  return before + after.slice(0, 1) + word.slice(at, at + 1) + after.slice(1);
}

/** Damerau–Levenshtein, restricted (optimal string alignment), by the textbook's table. */
function editsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0))); // prettier-ignore
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1); // prettier-ignore
      rows[i]![j] = least;
    }
  }
  return rows[a.length]![b.length]!;
}
