import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefHead, Entity } from '@/utils/model';
import { listForSearch, search } from '.';

function head(id: string, title: string, entities: string[] = []): BriefHead {
  return {
    id,
    archiveId: 'a',
    group: id.slice(0, -3),
    lang: id.slice(-2),
    week: null,
    date: null,
    title,
    situation: null,
    summary: `About ${title.toLowerCase()}.`,
    entities,
    url: null,
    authors: [],
  };
}

const ROGOZIN: Entity = {
  id: 'rogozin',
  type: 'person',
  names: [
    { text: 'Dmitry Rogozin', lang: 'en', kind: 'full' },
    { text: 'Дмитрий Рогозин', lang: 'ru', kind: 'full' },
  ],
  ambiguous: false,
  saidBy: 'archive',
};
const LIST = listForSearch({
  heads: [
    head('visit-en', 'A deputy premier in Minsk', ['rogozin']),
    head('visit-ru', 'Вице-премьер в Минске', ['rogozin']),
    head('potash-en', 'Potash chief arrested'),
    head('gas-en', 'Gas row ends'),
  ],
  entities: [ROGOZIN],
});

describe('search', () => {
  it.each<[string, string[], string[]]>([
    ['potash', [], ['potash-en']],
    ['Potsh', [], ['potash-en']],
    ['rogozn', ['rogozin'], ['visit-en']],
    ['Рогозин', ['rogozin'], ['visit-en']],
    ['rogozin minsk', ['rogozin'], ['visit-en']],
    ['rogozin potash', ['rogozin'], []],
    ['zzzzzz', [], []],
    ['', [], []],
    ['   ', [], []],
  ])('%j', (query, entities, briefs) => {
    const found = search(LIST, query);
    expect(found.entities.map(({ entity }) => entity.id)).toEqual(entities);
    expect(found.briefs.map((brief) => brief.head.group)).toEqual(briefs.map((id) => id.slice(0, -3)));
  });

  it('says what to highlight', () => {
    const [brief] = search(LIST, 'potash').briefs;
    expect(brief?.title.map(([start, end]) => brief.head.title.slice(start, end))).toEqual(['Potash']);
  });

  it('answers any string', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('__proto__', '"', "'--", '\\', '(((', 'а'.repeat(9000)),
        ),
        (query) => {
          expect(search(LIST, query).briefs.length).toBeLessThanOrEqual(3);
        },
      ),
      { numRuns: 60 },
    );
  });
});
