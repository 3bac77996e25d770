import { bytesOfText, compareBytes, type Stretch } from './bytes';
import { type Reading, readingsOf, soundsAlike } from './name-key';
import { languagesOfLetters, stemOf } from './stem';
import { pooled, type TextIndex } from './text-index';

/** A key of one consonant says too little to join two words. */
const LEAST_KEY = 2;

/** Beginnings shorter than this would name half the archive. */
const LEAST_BEGINNING = 3;

/** Names looked at for one beginning. */
const MOST_BEGINNINGS = 200;

/** What a word means as a name: spellings of it in all scripts, and the entities that carry them. */
export interface FoundNames {
  /** Folded words of names, the asked one among them where a name is written so. */
  words: readonly string[];
  /** Places of entities, rising. */
  entities: readonly number[];
  /** `alike`: no name is written so, but these sound so. */
  how: 'same' | 'alike';
}

/**
 * The names that a word may stand for, whatever script or form it is in: Рогозиным finds Rogozin. A word that is written as some name
 * is, or as a form of it, stands for that name only; otherwise every name that sounds alike counts.
 */
export function findNames(index: TextIndex, word: string, ending: 'open' | 'closed'): FoundNames {
  const asked = variantsOf(word).map((text) => ({ text, readings: readingsOf(text) }));
  const rows = new Map<number, 'same' | 'alike'>();
  for (const { readings } of asked) {
    for (const reading of readings) {
      for (const row of rowsOf(index, reading.key)) {
        const name = pooled(index, index.columns.nameWordAt, row);
        if (asked.some((variant) => isForm(variant.text, name))) rows.set(row, 'same');
        else if (!rows.has(row) && reading.key.length >= LEAST_KEY && mayBe(reading, name)) rows.set(row, 'alike');
      }
    }
  }
  if (rows.size === 0 && ending === 'open') return found(index, beginnings(index, word), 'same');
  const same = [...rows].filter(([, how]) => how === 'same').map(([row]) => row);
  if (same.length === 0) return found(index, [...rows.keys()], 'alike');
  // The same entities' other spellings of this word are this name too.
  const entities = new Set(same.flatMap((row) => entitiesOf(index, row)));
  const others = [...rows.keys()].filter((row) => entitiesOf(index, row).some((entity) => entities.has(entity)));
  return found(index, others, 'same');
}

/** Entities that a name's words point at together, as in "Dmitry Rogozin". */
export function findWholeNames(index: TextIndex, words: readonly string[]): readonly number[] {
  const [first, ...rest] = words.map((word) => new Set(findNames(index, word, 'closed').entities));
  return [...(first ?? [])].filter((entity) => rest.every((others) => others.has(entity)));
}

/** The word and its stems: a name is kept in its first form. */
function variantsOf(word: string): string[] {
  return [...new Set([word, ...languagesOfLetters(word).map((language) => stemOf(language, word))])];
}

function isForm(variant: string, name: string): boolean {
  return variant === name || languagesOfLetters(name).some((language) => stemOf(language, name) === variant);
}

/** Whether two spellings in different scripts, or of one romanised differently, may be one name. */
function mayBe(asked: Reading, name: string): boolean {
  return readingsOf(name).some(({ key, sound }) => key === asked.key && soundsAlike(asked.sound, sound));
}

function beginnings(index: TextIndex, word: string): number[] {
  if (word.length < LEAST_BEGINNING) return [];
  const rows: number[] = [];
  for (const { key, sound } of readingsOf(word)) {
    if (key.length < LEAST_KEY) continue;
    const wanted = bytesOfText(key);
    for (let row = firstRow(index, wanted); row < rowCount(index) && rows.length < MOST_BEGINNINGS; row++) {
      if (!pooled(index, index.columns.nameKeyAt, row).startsWith(key)) break;
      const name = pooled(index, index.columns.nameWordAt, row);
      if (name.startsWith(word) || beginsAlike(sound, name)) rows.push(row);
    }
  }
  return rows;
}

function beginsAlike(sound: string, name: string): boolean {
  return readingsOf(name).some((reading) => soundsAlike(sound, reading.sound.slice(0, sound.length)));
}

/** Rows of a key. */
function rowsOf(index: TextIndex, key: string): number[] {
  const wanted = bytesOfText(key);
  const rows: number[] = [];
  for (let row = firstRow(index, wanted); row < rowCount(index); row++) {
    if (compareBytes(keyStretch(index, row), wanted) !== 0) break;
    rows.push(row);
  }
  return rows;
}

function firstRow(index: TextIndex, wanted: Uint8Array): number {
  let low = 0;
  let high = rowCount(index);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareBytes(keyStretch(index, middle), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keyStretch({ columns }: TextIndex, row: number): Stretch {
  return { bytes: columns.pool, from: columns.nameKeyAt[row]!, to: columns.nameKeyAt[row + 1]! };
}

function rowCount({ columns }: TextIndex): number {
  return columns.nameKeyAt.length - 1;
}

function entitiesOf({ columns }: TextIndex, row: number): number[] {
  return [...columns.nameEntity.subarray(columns.nameEntityAt[row], columns.nameEntityAt[row + 1])];
}

function found(index: TextIndex, rows: readonly number[], how: FoundNames['how']): FoundNames {
  const entities = new Set(rows.flatMap((row) => entitiesOf(index, row)));
  return {
    words: [...new Set(rows.map((row) => pooled(index, index.columns.nameWordAt, row)))],
    entities: [...entities].sort((a, b) => a - b),
    how,
  };
}
