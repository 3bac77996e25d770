import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockPart, BriefHead, Mention } from '@/utils/model';
import { inReadersOrder, rank, type RankedArchives } from '.';

/** `week:lang:entities`, as in `2012-10:en:rogozin maz`. The group is the week. */
function head(text: string): BriefHead {
  const [week = '', lang = '', entities = ''] = text.split(':');
  return {
    id: `a/${week}-${lang}`,
    archiveId: 'a',
    group: `a/${week}`,
    lang,
    week: { from: `${week}-01`, to: `${week}-07` },
    date: null,
    title: week,
    situation: null,
    summary: '',
    entities: entities.split(' '),
    url: null,
    authors: [],
  };
}

/** `part:entity entity`, a block each. */
function page(...blocks: string[]): { mentions: Mention[]; blocks: { part: BlockPart }[] } {
  const parsed = blocks.map((block) => block.split(':') as [BlockPart, string]);
  return {
    blocks: parsed.map(([part]) => ({ part })),
    mentions: parsed.flatMap(([, entities], block) =>
      entities
        .split(' ')
        .filter(Boolean)
        .map((entityId, place) => ({
          entityId,
          block,
          start: place * 10,
          end: place * 10 + 5,
          tier: 'exact' as const,
          name: entityId,
          confidence: 1,
        })),
    ),
  };
}

/** Minsk is in every brief, Putin in half, the others in one or two. */
const ARCHIVE = [
  '2010-01:en:minsk putin gazprom',
  '2010-02:en:minsk putin',
  '2010-03:en:minsk putin',
  '2011-04:en:minsk maz kamaz',
  '2011-05:en:minsk ces',
  '2012-10:en:minsk rogozin semashko maz',
  '2012-10:ru:minsk rogozin semashko maz',
  '2012-11:en:minsk rogozin',
  '2013-01:en:minsk kerimov putin',
  '2013-02:en:minsk potash',
].map(head);

function archivesOf(heads: readonly BriefHead[]): RankedArchives {
  const groups = Map.groupBy(heads, ({ group }) => group);
  return {
    groups: groups.size,
    groupsNaming: (id) =>
      [...groups.keys()].filter((group) => groups.get(group)?.some(({ entities }) => entities.includes(id))),
    headsOf: (group) => groups.get(group) ?? [],
  };
}

/** Every brief as like the page as every other, so that names decide. */
const ALIKE = new Map(ARCHIVE.map(({ group }) => [group, 0.2]));

function order(blocks: string[], languages = ['en']): string[] {
  return rank({ ...page(...blocks), archives: archivesOf(ARCHIVE), likeness: ALIKE, languages }).related.map(
    ({ head: { id } }) => id,
  );
}

describe('the order of briefs', () => {
  it.each<[string, string[], string[]]>([
    [
      'a brief that shares two names comes before one that shares one',
      ['body:rogozin semashko'],
      ['a/2012-10-en', 'a/2012-11-en'],
    ],
    [
      'a name in the headline weighs more than one far down',
      ['headline:kerimov', 'body:potash'],
      ['a/2013-01-en', 'a/2013-02-en'],
    ],
    ['a rarer name weighs more', ['body:putin kerimov'], ['a/2013-01-en']],
    [
      'of equal briefs the later comes first',
      ['headline:putin'],
      ['a/2013-01-en', 'a/2010-03-en', 'a/2010-02-en', 'a/2010-01-en'],
    ],
    ['names in menus and related links show nothing', ['furniture:rogozin semashko maz kamaz'], []],
    ['a page without known names shows nothing', ['body:'], []],
  ])('%s', (_, blocks, expected) => expect(order(blocks).slice(0, expected.length || 1)).toEqual(expected));

  it.each<[string, Record<string, number>, string[]]>([
    [
      'the brief that is most like the page comes first',
      { '2012-11': 0.3, '2012-10': 0.2 },
      ['a/2012-11-en', 'a/2012-10-en'],
    ],
    ['a page about something else shows nothing, whoever it names', { '2012-11': 0.02, '2012-10': 0.03 }, []],
    ['a brief that shares no name is not shown', { '2013-02': 0.6, '2012-10': 0.2 }, ['a/2012-10-en']],
    ['beside one that fits very well, weak ones stay away', { '2012-10': 0.9, '2012-11': 0.05 }, ['a/2012-10-en']],
    ['once one speaks, weaker ones join it', { '2012-10': 0.3, '2012-11': 0.05 }, ['a/2012-10-en', 'a/2012-11-en']],
  ])('%s', (_, likeness, expected) => {
    const alike = new Map(Object.entries(likeness).map(([week, value]) => [`a/${week}`, value]));
    const { related } = rank({
      ...page('headline:rogozin', 'lead:rogozin'),
      archives: archivesOf(ARCHIVE),
      likeness: alike,
      languages: ['en'],
    });
    expect(related.map(({ head: { id } }) => id)).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    ['two rare names carry', ['headline:rogozin semashko'], ['a/2012-10-en', 'a/2012-11-en']],
    ['what every brief names does not', ['headline:minsk', 'body:minsk minsk minsk'], []],
    ['one name far down does not', ['body:kerimov'], []],
  ])('without words to compare: %s', (_, blocks, expected) => {
    const { related } = rank({ ...page(...blocks), archives: archivesOf(ARCHIVE), likeness: null, languages: ['en'] });
    expect(related.map(({ head: { id } }) => id)).toEqual(expected);
  });

  it('shows one brief a group, in the first of the reader’s languages that it has', () => {
    expect(order(['headline:rogozin semashko'], ['be', 'ru', 'en'])).toEqual(['a/2012-10-ru', 'a/2012-11-en']);
  });

  it('does not depend on the order of the archive', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ARCHIVE, { minLength: ARCHIVE.length }), (heads) => {
        const related = rank({
          ...page('headline:rogozin putin', 'body:maz'),
          archives: archivesOf(heads),
          likeness: ALIKE,
          languages: ['en'],
        }).related;
        expect(related.map((brief) => brief.head.id)).toEqual(order(['headline:rogozin putin', 'body:maz']));
      }),
    );
  });
});

describe('because', () => {
  it.each<[string, string[], string, string[]]>([
    ['in the headline and first lines', ['headline:rogozin', 'lead:semashko'], 'in-headline', ['rogozin', 'semashko']],
    [
      'named together, here and there',
      ['body:rogozin semashko rogozin semashko'],
      'named-together',
      ['semashko', 'rogozin'],
    ],
    ['a rare name in the archive', ['body:ces ces ces'], 'rare-name', ['ces']],
    ['how often it is named here', ['body:putin putin putin putin putin'], 'named-times', ['putin']],
  ])('says %s', (_, blocks, kind, entities) => {
    const [first] = rank({
      ...page(...blocks),
      archives: archivesOf(ARCHIVE),
      likeness: ALIKE,
      languages: ['en'],
    }).related;
    expect([first?.because.kind, first?.because.entities]).toEqual([kind, entities]);
  });
});

describe("the reader's order", () => {
  it.each<[string, string, string]>([
    ['be ru en', 'en ru be', 'be ru en'],
    ['be', 'en ru be', 'be en ru'],
    ['en', 'ru en-GB', 'en-GB ru'],
    ['', 'ru en', 'ru en'],
  ])('reader %s, archive %s: %s', (reader, archive, expected) => {
    const ordered = inReadersOrder(
      archive.split(' ').map((lang) => ({ lang })),
      reader.split(' ').filter(Boolean),
    );
    expect(ordered.map(({ lang }) => lang).join(' ')).toBe(expected);
  });
});
