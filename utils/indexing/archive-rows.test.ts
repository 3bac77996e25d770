import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefHead, Entity } from '@/utils/model';
import { openArchiveRows, packArchive, rowsOf } from './archive-rows';

const IDS = ['a', 'b', 'c', 'd'];
const HEADS = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    group: fc.constantFrom('g1', 'g2', 'g3'),
    lang: fc.constantFrom('en', 'be'),
    entities: fc.uniqueArray(fc.constantFrom(...IDS)),
  }),
  { selector: ({ id }) => id },
);

function headOf(some: Pick<BriefHead, 'id' | 'group' | 'lang' | 'entities'>): BriefHead {
  return { archiveId: 'a', week: null, date: null, title: some.id, situation: null, summary: '', url: null, authors: [], ...some }; // prettier-ignore
}

const entities = IDS.map((id): Entity => ({ id, type: 'person', names: [], ambiguous: false, saidBy: 'archive' }));

describe('the rows of archives', () => {
  it('give what a look at every head gives', () => {
    fc.assert(
      fc.property(HEADS, (some) => {
        const heads = some.map(headOf);
        const rows = rowsOf({ heads, entities });
        expect(rows.groups.size).toBe(new Set(heads.map(({ group }) => group)).size);
        for (const head of heads) {
          expect(rows.heads.get(head.id)).toEqual(head);
          expect(rows.groups.get(head.group)?.briefs).toEqual(
            heads.filter(({ group }) => group === head.group).map(({ id }) => id),
          );
        }
        for (const entity of entities) {
          const naming = heads.filter((head) => head.entities.includes(entity.id)).map(({ group }) => group);
          expect(rows.entities.get(entity.id)).toEqual({ ...entity, groups: [...new Set(naming)] });
        }
      }),
    );
  });

  it.each(['heads', 'groups', 'entities'])('are none where %s are missing or cut off', (name) => {
    const packed = new Map(packArchive({ heads: [], entities }));
    const bytes = packed.get(name) ?? new Uint8Array(0);
    packed.set(name, bytes.slice(0, -1));
    expect(openArchiveRows(packed)).toBeNull();
    packed.delete(name);
    expect(openArchiveRows(packed)).toBeNull();
  });
});
