import { describe, expect, it } from 'vitest';
import type { Entity } from '@/utils/model';
import { briefOf } from './briefs-for-tests';
import { compileTexts } from './compile-texts';
import { findEntities, listEntities } from './find-entities';
import { parseQuery } from './parse-query';

function entity(id: string, ...names: string[]): Entity {
  const full = names.map((text) => ({ text, kind: 'full' as const }));
  return { id, type: 'person', names: full, ambiguous: false, saidBy: 'archive' };
}
const ENTITIES = [
  entity('rogozin', 'Dmitry Rogozin'),
  entity('lukashenko', 'Alexander Lukashenko', 'Александр Лукашенко', 'Аляксандр Лукашэнка'),
  entity('viktor-lukashenko', 'Viktor Lukashenko', 'Виктор Лукашенко'),
  entity('potash', 'Belarusian Potash Company'),
  entity('unnamed', 'Nobody Atall'),
];
const BRIEFS = [
  briefOf({ id: 'a-en', entities: ['rogozin', 'lukashenko', 'viktor-lukashenko'] }),
  briefOf({ id: 'b-en', entities: ['lukashenko', 'potash'] }),
];
const INDEX = compileTexts({ briefs: BRIEFS, entities: ENTITIES });
const BY_ID = new Map(ENTITIES.map((entity) => [entity.id, entity]));
const LIST = listEntities({ size: BY_ID.size, get: (id) => BY_ID.get(id), all: () => ENTITIES });

describe('findEntities', () => {
  it.each<[string, string[]]>([
    ['rogozin', ['rogozin']],
    ['Rogo', ['rogozin']],
    ['rogozn', ['rogozin']],
    ['Рогозину', ['rogozin']],
    ['Лукашэнку', ['lukashenko', 'viktor-lukashenko']],
    ['Viktor Lukashenko', ['viktor-lukashenko', 'lukashenko']],
    ['rogozin potash', ['potash', 'rogozin']],
    ['atall', ['unnamed']],
    ['lukaschenka', ['lukashenko', 'viktor-lukashenko']],
    ['belarsian', ['potash']],
    ['zz', []],
    ['-rogozin', []],
    ['zzzzzz', []],
    ['', []],
  ])('%s', (query, ids) => {
    const found = findEntities(LIST, INDEX, parseQuery(query)).map((row) => row.entity.id);
    expect(query === 'rogozin potash' ? found.sort() : found).toEqual(ids);
  });

  it('compares a word that some brief has only with names that hold it', () => {
    const briefs = [...BRIEFS, briefOf({ id: 'c-en', title: 'Nobody rogues at customs' })];
    const index = compileTexts({ briefs, entities: ENTITIES });
    const list = { ...LIST, fuse: () => expect.fail('compared with all names') };
    const found = ['nobody', 'nobo', 'customs', 'rogu'].map((text) => findEntities(list, index, parseQuery(text)));
    expect(found.map((rows) => rows.map(({ entity: { id } }) => id))).toEqual([['unnamed'], ['unnamed'], [], []]);
  });

  it('scores between 0 and 1', () => {
    for (const { score } of findEntities(LIST, INDEX, parseQuery('Lukashenko Rogozin Minsk'))) {
      expect(score > 0 && score <= 1).toBe(true);
    }
  });
});
