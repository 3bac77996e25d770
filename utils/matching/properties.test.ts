import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity, EntityType, Mention } from '@/utils/model';
import { compileNames, findMentions, openNames, snapshotOf } from './index';
import { mentionsOf } from './mentions';
import { columnsOf } from './name-index';
import { slipOf } from './near';
import { newScan } from './page-scan';

const LETTERS = 'бвгдклмнпрстаеиоу'.split('');
const word = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 4, maxLength: 9 })
  .map((letters) => capital(letters.join('')));
const names = fc.uniqueArray(word, { minLength: 1, maxLength: 20 });

describe('what always holds', () => {
  it('finds exactly the exact names that a search word by word finds', () => {
    fc.assert(
      fc.property(
        names,
        fc.array(word, { maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (list, others, picks) => {
          const words = [...others, ...picks.map((pick) => list[pick % list.length]!)];
          const text = `— ${words.join(', ')}`;
          const slow = slowExact(list, text);
          const fast = findMentions(indexOf(list), page(text), { near: 'off' }).filter(
            (mention) => mention.tier === 'exact',
          );
          expect(fast.map(({ start, end, name }) => `${start}-${end} ${name}`)).toEqual(slow);
        },
      ),
    );
  });

  it('takes any string, in order, without overlap, and slices back to what the page wrote', () => {
    const index = indexOf(['Рогачёв', 'Alma Plant', 'Ян', 'Ω-центр', '東京', 'O’Hara', '№ 5', '\ud83d']);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Рогачёв', ' Alma plant', 'O’Hara’s', '\ud83d', '\u0301', '.', '@', "'s"),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('ru', 'be', 'en', '', 'x-none'),
        (pieces, lang) => {
          const text = pieces.join('');
          holds(findMentions(index, { lang, blocks: [{ text, part: 'body' }] }, { care: 'generous' }), text);
        },
      ),
    );
  }, 30_000);

  it('compiles any names, opens what it compiled, and finds the same with it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 10 }),
        fc.string({ unit: 'grapheme' }),
        (list, text) => {
          const index = indexOf(list);
          const opened = openNames(snapshotOf(index).slice());
          expect(opened.ok).toBe(true);
          const whole = `${list.join(' ')} ${text}`;
          if (opened.ok) expect(findMentions(opened.value, page(whole))).toEqual(findMentions(index, page(whole)));
        },
      ),
    );
  });

  it('gives the same bytes in whatever order entities and names come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(word, word), { minLength: 2, maxLength: 12 }),
        fc.integer(),
        (pairs, seed) => {
          const entities = pairs.map(([a, b], i) => entity(`e${i}`, i % 2 ? 'person' : 'place', [a, `${a} ${b}`]));
          const shuffled = entities
            .map((each) => ({ ...each, names: [...each.names].reverse() }))
            .sort((a, b) => (a.id < b.id ? 1 : -1) * (seed % 2 ? 1 : -1));
          expect(snapshotOf(compileNames(shuffled))).toEqual(snapshotOf(compileNames(entities)));
        },
      ),
    );
  });

  it('tells one slip from none and from two as a full edit distance does', () => {
    const stem = fc
      .array(fc.constantFrom('а', 'б', 'в'), { minLength: 1, maxLength: 7 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(stem, stem, (a, b) => {
        fc.pre(a !== b);
        expect(slipOf(a, b) !== null).toBe(isOneSlip(a, b));
      }),
    );
  });
});

describe('stored bytes', () => {
  const stored = snapshotOf(indexOf(['Рогачёв', 'Alma Plant']));

  it('are refused when cut short, changed, or of another version', () => {
    expect(openNames(stored.slice(0, stored.length - 8))).toEqual({ ok: false, error: 'damaged' });
    expect(openNames(new Uint8Array(0))).toEqual({ ok: false, error: 'damaged' });
    const changed = stored.slice();
    changed[4]! += 1;
    expect(openNames(changed)).toEqual({ ok: false, error: 'other-version' });
  });

  it('are opened where they lie, at any offset', () => {
    const shifted = new Uint8Array(stored.length + 3);
    shifted.set(stored, 3);
    expect(openNames(shifted.subarray(3)).ok).toBe(true);
  });
});

describe('work', () => {
  it.each([
    ['one name again and again', 'Рогачёв '],
    ['initials without end', 'А. Б. '],
    ['capitals that are no names', 'Кор Мел Тур '],
    ['hyphens', 'а-'],
    ['dots', 'а.б.'],
    ['quotation marks', '«„"'],
    ['surnames and first names in turn', 'Олег Ткачук '],
  ])('grows with the text and no faster: %s', (_, piece) => {
    const [small, large] = [4_000, 16_000].map((times) => workOf(piece.repeat(times)));
    expect(large!).toBeLessThanOrEqual(4.2 * small! + 50);
  });
});

function workOf(text: string): number {
  const columns = columnsOf(compileNames([entity('a', 'person', ['Олег Ткачук']), entity('b', 'place', ['Рогачёв'])]));
  const scan = newScan(columns);
  mentionsOf(columns, { lang: 'ru', blocks: [{ text, part: 'body' }] }, { care: 'balanced', near: 'on', scan });
  return scan.work;
}

function holds(mentions: readonly Mention[], text: string): void {
  let before = { start: 0, end: 0 };
  for (const { start, end, confidence } of mentions) {
    expect(text.slice(start, end)).not.toBe('');
    expect(end).toBeLessThanOrEqual(text.length);
    const isTwin = start === before.start && end === before.end;
    expect(isTwin || start >= before.end).toBe(true);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    before = { start, end };
  }
}

function slowExact(list: readonly string[], text: string): string[] {
  return [...text.matchAll(/[а-яё]+/giu)].flatMap((match) =>
    list.includes(match[0]) ? [`${match.index}-${match.index + match[0].length} ${match[0]}`] : [],
  );
}

/** One edit by definition: a letter in, out or another, two neighbours swapped, or two letters around one swapped. */
function isOneSlip(a: string, b: string): boolean {
  const edits = new Set<string>();
  for (let i = 0; i <= a.length; i++) {
    edits.add(a.slice(0, i) + a.slice(i + 1));
    for (const letter of ['а', 'б', 'в']) {
      edits.add(a.slice(0, i) + letter + a.slice(i));
      if (i < a.length) edits.add(a.slice(0, i) + letter + a.slice(i + 1));
    }
    if (i + 1 < a.length) edits.add(a.slice(0, i) + a[i + 1]! + a[i]! + a.slice(i + 2));
    if (i + 2 < a.length) edits.add(a.slice(0, i) + a[i + 2]! + a[i + 1]! + a[i]! + a.slice(i + 3));
  }
  return edits.has(b);
}

function indexOf(list: readonly string[]) {
  return compileNames(list.map((text, i) => entity(`e${i}`, 'other', [text])));
}

function page(text: string) {
  return { lang: 'ru', blocks: [{ text, part: 'body' as const }] };
}

function entity(id: string, type: EntityType, texts: readonly string[]): Entity {
  return { id, type, names: texts.map((text) => ({ text, kind: 'full' })), ambiguous: false, saidBy: 'archive' };
}

function capital(letters: string): string {
  return letters[0]!.toUpperCase() + letters.slice(1);
}
