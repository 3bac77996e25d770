import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArchiveFile } from '@/utils/intake';
import type { Brief } from '@/utils/model';
import { findEntities, withFoundEntities } from '.';
import { briefOf } from './briefs-for-tests';
import { readCyrillicBlock } from './read-cyrillic';
import { readEnglishBlock } from './read-english';
import { wordsOf } from './words';

const archive = readArchiveFile({
  text: readFileSync('public/starter.json', 'utf8'),
  fileName: 'starter.json',
  archiveId: 'starter',
});
if (!archive.ok) throw new Error('the starter archive does not read');
const { briefs, entities } = archive.value;

const PIECES = fc.constantFrom(
  'Дмитрий',
  'Рогозиным',
  'Rogozin’s',
  'the',
  'of',
  'Union',
  'Министерство',
  'обороны',
  '«',
  '»',
  '“',
  '”',
  '"',
  '(ЕЭП)',
  'А.',
  'U.S.',
  'МАЗа',
  'президент',
  'Minister',
  'в',
  'Францыі',
  '. ',
  ', ',
  '\n',
  '—',
  '-',
  '’',
  '\u0301',
  '\ud800',
  '/',
  'http://',
  '2012',
  'ЕврАзЭС',
  'Белорусская',
  'АЭС', // prettier-ignore
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join('')),
);
const LANG = fc.constantFrom('en', 'ru', 'be', 'uk', 'de', '');

describe('what always holds', () => {
  it('takes any text, and names no entity without a name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(TEXT, LANG), { maxLength: 4 }), async (texts) => {
        const made = texts.map(([text, lang], i) => briefOf(text, { id: `a/${i}`, group: `a/${i >> 1}`, lang }));
        const found = await findEntities(made);
        const ids = new Set(found.entities.map(({ id }) => id));
        expect(ids.size).toBe(found.entities.length);
        expect(
          found.entities.every(({ names }) => names.length > 0 && names.every(({ text }) => text.trim() !== '')),
        ).toBe(true);
        expect([...found.named.values()].flat().every((id) => ids.has(id))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes in whatever order the briefs come', async () => {
    const said = async (list: readonly Brief[]): Promise<string> => {
      const { entities: found, named } = await findEntities(list);
      return JSON.stringify([found, [...named]]);
    };
    const expected = await said(briefs);
    expect(await said([...briefs].reverse())).toBe(expected);
    expect(await said([...briefs.slice(60), ...briefs.slice(0, 60)])).toBe(expected);
  });

  it('leaves an archive alone that declares everything, and changes nothing when done twice', async () => {
    const contents = archive.value;
    expect(await withFoundEntities(contents)).toBe(contents);
    const bare = {
      ...contents,
      entities: [],
      briefs: briefs.slice(0, 12).map((brief) => ({ ...brief, entities: [] })),
    };
    const once = await withFoundEntities(bare);
    expect(once.entities.every(({ saidBy }) => saidBy === 'found')).toBe(true);
    expect(await withFoundEntities(once)).toEqual(once);
  });

  it.each([
    ['ru', 'Министр Дмитрий Рогозин и «Газпром» в Минске (ЕЭП), Единое экономическое пространство. '],
    ['ru', 'Иван '],
    ['en', 'Deputy Prime Minister Igor Sechin of the Customs Union and the Common Economic Space (CES) said. '],
    ['en', 'Union of '],
  ] as const)('%s: reads ten times the words in ten times the steps: %s', (lang, text) => {
    const steps = stepsFor(lang, text.repeat(1000)) / stepsFor(lang, text.repeat(100));
    expect(steps).toBeGreaterThan(9);
    expect(steps).toBeLessThan(11);
  });

  it('does not find again under another id what the archive declares', async () => {
    const found = await findEntities(briefs, { declared: entities });
    const names = new Set(entities.flatMap((entity) => entity.names.map(({ text }) => text.toLowerCase())));
    const again = found.entities.filter((entity) =>
      entity.names.some(({ text, kind }) => kind === 'full' && names.has(text.toLowerCase())),
    );
    expect(again.map(({ id }) => id)).toEqual([]);
  });
});

/** How often the readers look at a word of a text. */
function stepsFor(lang: 'en' | 'ru', text: string): number {
  let steps = 0;
  const words = new Proxy(wordsOf(text), {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/u.test(key)) steps++;
      return Reflect.get(target, key, receiver);
    },
  });
  const place = { brief: 0, group: 0, block: 1, depth: 0 };
  const block = { words, place, isOrdinary: () => false };
  if (lang === 'en') readEnglishBlock(block);
  else readCyrillicBlock(block, lang);
  return steps;
}

const TEXTS = '../shared/data/texts';

describe.skipIf(!existsSync(TEXTS))('unseen prose (needs ../shared)', () => {
  it.each(['en', 'ru', 'be'])('%s gives people and organisations, none of them a small word', async (lang) => {
    const made = readdirSync(`${TEXTS}/${lang}`).map((file) =>
      briefOf(readFileSync(`${TEXTS}/${lang}/${file}`, 'utf8'), { id: `a/${file}`, group: `a/${file}`, lang }),
    );
    const found = await findEntities(made);
    expect(found.entities.filter(({ type }) => type === 'person').length).toBeGreaterThan(10);
    expect(found.entities.filter(({ type }) => type === 'organisation').length).toBeGreaterThan(5);
  });
});
