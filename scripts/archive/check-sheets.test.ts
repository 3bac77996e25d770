import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSheets } from './check-sheets';
import { makeFeed } from './make-feed';
import { type DeclaredEntity, readSheets, type Sheet } from './read-sheets';

const SHEETS = 'scripts/starter';
const { sheets, entities } = readSheets(SHEETS);

/** The archive with one sheet changed; the first that declares MAZ. */
function changed(change: (sheet: Sheet) => void): { sheets: Sheet[]; entities: DeclaredEntity[] } {
  const copy = structuredClone(sheets);
  const sheet = copy.find(({ about }) => about.entities.includes('maz'));
  if (!sheet) throw new Error('no sheet names MAZ');
  change(sheet);
  return { sheets: copy, entities };
}

describe('the starter archive', () => {
  it('has forty weeks and nothing amiss', () => {
    expect(sheets).toHaveLength(40);
    expect(checkSheets(sheets, entities)).toEqual([]);
  });

  it('ships as what the sheets give, in at most a megabyte', () => {
    const feed = makeFeed(sheets, entities);
    expect(readFileSync('public/starter.json', 'utf8') === feed).toBe(true);
    expect(Buffer.byteLength(feed)).toBeLessThanOrEqual(1024 * 1024);
  });

  it.each<[string, (sheet: Sheet) => void, RegExp]>([
    [
      'a fact is taken out',
      ({ texts }) =>
        texts.ru?.paragraphs.forEach((paragraph) => (paragraph.facts = paragraph.facts.filter((fact) => fact !== 2))),
      /ru\.md: fact 2 is not used/u,
    ],
    ['a language is taken out', ({ texts }) => delete texts.be, /no be\.md/u],
    [
      'a declaration is taken out',
      ({ about }) => (about.entities = about.entities.filter((id) => id !== 'maz')),
      /en\.md: names maz and does not declare it/u,
    ],
    [
      'somebody is declared who is not named',
      ({ about }) => about.entities.push('carl-bildt'),
      /be\.md: declares carl-bildt and does not name it/u,
    ],
    [
      'an unknown entity is declared',
      ({ about }) => about.entities.push('nobody'),
      /entity nobody is not in entities\.json/u,
    ],
    [
      'a figure differs',
      ({ texts }) => texts.en?.paragraphs[0] && (texts.en.paragraphs[0].text += ' It was the year 1066.'),
      /figures differ/u,
    ],
    ['a week begins on a Tuesday', ({ about }) => (about.week.from = '2012-10-30'), /not a Monday to its Sunday/u],
    ['an address is broken', ({ about }) => about.sources.push('https://'), /not a well-formed address/u],
    ['a body is too short', ({ texts }) => texts.en?.paragraphs.splice(1), /words, 120 to 250 wanted/u],
  ])('is refused when %s', (_, change, sentence) => {
    const { sheets: broken, entities: declared } = changed(change);
    expect(checkSheets(broken, declared).join('\n')).toMatch(sentence);
  });

  it('is refused when a declaration is dead', () => {
    const dead = { id: 'dead', type: 'place', names: [{ text: 'Nowhere', lang: 'en', kind: 'full' }] };
    expect(checkSheets(sheets, [...entities, dead])).toContain('entities.json: no brief declares dead');
  });
});

const FACTS = '../shared/starter/facts.jsonl';

describe.skipIf(!existsSync(FACTS))('the starter archive beside its fact sheets', () => {
  const facts = existsSync(FACTS)
    ? readFileSync(FACTS, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; facts: string[]; week: object })
    : [];

  it('tells every sheet, with its week and all of its facts', () => {
    expect(sheets.map(({ about }) => [about.id, about.week, about.facts])).toEqual(
      [...facts].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, week, facts: list }) => [id, week, list.length]),
    );
  });

  it('copies no sentence of them', () => {
    const bodies = sheets.map(({ texts }) => texts.en?.paragraphs.map(({ text }) => text).join(' ') ?? '').join('\n');
    const copied = facts
      .flatMap(({ facts: list }) => list)
      .flatMap((fact) => {
        const words = fact.replace(/\s*\[[\d,]+\]$/u, '').split(' ');
        return words.length < 12
          ? []
          : words
              .slice(0, -11)
              .map((__, at) => words.slice(at, at + 12).join(' '))
              .filter((run) => bodies.includes(run));
      });
    expect(copied).toEqual([]);
  });
});
