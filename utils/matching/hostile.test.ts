import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Entity } from '@/utils/model';
import { compileNames, findMentions } from './index';
import { mentionsOf } from './mentions';
import { columnsOf } from './name-index';
import { newScan } from './page-scan';

const LAST_CODE_POINT = 0x10ffff;
/** Code points a text: the size of most Unicode blocks, or a part of one. */
const BLOCK = 128;

describe('every block of Unicode', () => {
  const blocks = Array.from({ length: (LAST_CODE_POINT + 1) / BLOCK }, (_, block) =>
    Array.from({ length: BLOCK }, (__, i) => String.fromCodePoint(block * BLOCK + i)),
  );

  it('is a valid text, whole, between letters of a name, and cut through its surrogates', () => {
    const index = compileNames([entity('a', 'Рогачёв'), entity('b', 'Alma Plant')]);
    const broken = blocks.filter((characters) => {
      const whole = characters.join('');
      const texts = [whole, characters.join('Рогачёв'), `Alma${characters.join(' Alma ')}plant`, whole.slice(1, -1)];
      return texts.some((text) => !areInside(index, text));
    });
    expect(broken).toEqual([]);
  }, 60_000);

  it('is a valid name, and found as it stands where it has letters', () => {
    const names = blocks
      .map((characters) =>
        characters
          .filter((each) => /^[\p{Lu}\p{Lo}]$/u.test(each))
          .slice(0, 5)
          .join(''),
      )
      .filter((name) => name.length > 4);
    const index = compileNames(blocks.map((characters, i) => entity(`all${i}`, characters.join(''))));
    expect(findMentions(index, page('Рогачёв'))).toEqual([]);
    expect(names.length).toBeGreaterThan(200);
    const own = compileNames(names.map((name, i) => entity(`n${i}`, name)));
    const lost = names.filter((name) => findMentions(own, page(`— ${name} —`)).length === 0);
    expect(lost).toEqual([]);
  }, 60_000);
});

describe('ten megabytes', () => {
  const MEGABYTE = 1_000_000;
  it.each([
    ['names', 'Рогачёв и Олег Ткачук. '],
    ['words that differ in their capitals', 'Кор мел ТУР бар '],
    ['companies in company', 'Horizont, БАЗ and БАЗ, '],
    ['one word without end', 'Абвгд'],
    ['one small word without end', 'а'],
    ['a word of ignorable characters', 'Р\u00ad'],
  ])(
    'of %s cost ten times the work of one',
    (_, piece) => {
      const work = (bytes: number) => workOf(piece.repeat(Math.ceil(bytes / piece.length)));
      const one = work(MEGABYTE);
      expect(work(10 * MEGABYTE)).toBeLessThanOrEqual(10.5 * one + 50);
    },
    120_000,
  );
});

describe('every regular expression of the room', () => {
  const found = readdirSync('utils/matching')
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.') && !file.includes('.bench.'))
    .flatMap((file) => expressionsOf(file).map((source) => [file, source] as const));

  it('is listed here', () => expect(found.length).toBeGreaterThan(50));

  it.each(found)('%s: %s is linear by construction', (_, source) => expect(whyNotLinear(source)).toBe(''));

  it.each([
    ['/(?:a+)+$/u', 'two repetitions'],
    ['/a+b/u', 'something follows an unanchored repetition'],
    ['/^(?:a|b*){2,}/u', 'two repetitions'],
    ['/[a+]+$/u', 'something follows an unanchored repetition'],
    ['/^a+$/u', ''],
    ['/\\s+/u', ''],
    ['/[+*]{1,4}$/u', ''],
  ])('a check of the check: %s', (source, why) => expect(whyNotLinear(source)).toBe(why));
});

/**
 * Why a regular expression may take more than linear time; empty where it cannot. One repetition without bound never
 * backtracks into another; anchored at the start, or with nothing behind it that could fail, it is not begun anew at each letter.
 */
function whyNotLinear(literal: string): string {
  const pattern = literal
    .slice(1, literal.lastIndexOf('/'))
    .replace(/\\p\{\w+\}|\\./gu, 'x')
    .replace(/\[[^\]]*\]/gu, 'x');
  const repetitions = [...pattern.matchAll(/[*+]|\{\d+,\}/gu)];
  if (repetitions.length > 1) return 'two repetitions';
  const [repetition] = repetitions;
  if (repetition === undefined || pattern.startsWith('^')) return '';
  const isLast = repetition.index + repetition[0].length === pattern.length;
  return isLast ? '' : 'something follows an unanchored repetition';
}

function expressionsOf(file: string): string[] {
  const path = `utils/matching/${file}`;
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const expressions: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) expressions.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return expressions;
}

function workOf(text: string): number {
  const columns = columnsOf(
    compileNames([
      { ...entity('a', 'Олег Ткачук'), type: 'person' },
      entity('b', 'Рогачёв'),
      entity('c', 'БАЗ'),
      { ...entity('d', 'Horizont'), ambiguous: true },
    ]),
  );
  const scan = newScan(columns);
  mentionsOf(columns, page(text), { care: 'balanced', near: 'on', scan });
  return scan.work;
}

function areInside(index: ReturnType<typeof compileNames>, text: string): boolean {
  let before = 0;
  return findMentions(index, page(text), { care: 'generous' }).every(({ start, end }) => {
    const isInside = start >= before && end > start && end <= text.length;
    before = end;
    return isInside;
  });
}

function page(text: string) {
  return { lang: 'ru', blocks: [{ text, part: 'body' as const }] };
}

function entity(id: string, text: string): Entity {
  return { id, type: 'company', names: [{ text, kind: 'full' }], ambiguous: false, saidBy: 'archive' };
}
