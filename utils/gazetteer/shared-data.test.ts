import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entity } from '@/utils/model';
import { findEntities } from '.';
import { briefOf } from './briefs-for-tests';

const FILE = '../shared/data/documents/factrueval_ru.jsonl';

interface Marked {
  doc: string;
  text: string;
  mentions: readonly { type: string; surface: string; canonical: string }[];
}

/** Beginnings of a name's words: two names are one where a word of each begins the other's. */
function stemsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1)
    .map((word) => word.slice(0, Math.max(2, Math.min(word.length - 1, 6))));
}

function isOne(a: string, b: string): boolean {
  return stemsOf(a).some((left) => stemsOf(b).some((right) => left.startsWith(right) || right.startsWith(left)));
}

/**
 * News that the rules were not made on, with people and organisations marked by hand. Recall: marked entities of a text of which a found one
 * of the type has a word; precision: found ones of the type that have a word of a marked one. The least is a hundredth below the figures of docs/MATCHING.md.
 */
describe.skipIf(!existsSync(FILE))('unseen news (needs ../shared)', () => {
  it.each([
    ['PER', ['person'], { recall: 0.86, precision: 0.93 }],
    ['ORG', ['organisation', 'company'], { recall: 0.59, precision: 0.77 }],
  ])('%s are found and right as often as before', async (gold, types, least) => {
    const texts = readFileSync(FILE, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Marked);
    const briefs = texts.map(({ doc, text }) =>
      briefOf(text.replace(/\n+/gu, '\n'), { id: `a/${doc}`, group: `a/${doc}` }),
    );
    const { entities, named } = await findEntities(briefs);
    const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
    const count = { marked: 0, markedFound: 0, found: 0, foundRight: 0 };
    for (const { doc, mentions } of texts) {
      const marked = mentions.filter(({ type }) => type === gold);
      const found = (named.get(`a/${doc}`) ?? []).map((id) => byId.get(id)!).filter(({ type }) => types.includes(type));
      const has = ({ names }: Entity, name: string): boolean => names.some(({ text }) => isOne(text, name));
      for (const canonical of new Set(marked.map((mention) => mention.canonical))) {
        count.marked++;
        if (found.some((entity) => has(entity, canonical))) count.markedFound++;
      }
      count.found += found.length;
      count.foundRight += found.filter((entity) => marked.some(({ surface }) => has(entity, surface))).length;
    }
    const shares = { recall: count.markedFound / count.marked, precision: count.foundRight / count.found };
    expect(shares.recall, JSON.stringify(shares)).toBeGreaterThanOrEqual(least.recall);
    expect(shares.precision, JSON.stringify(shares)).toBeGreaterThanOrEqual(least.precision);
  });
});
