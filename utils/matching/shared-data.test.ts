import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Entity, EntityType } from '@/utils/model';
import { compileNames, findMentions, type NameIndex } from './index';

/** Development data, never part of the project; where it is absent these tests are skipped, visibly. */
const DATA = '../shared/data';

/** Least recall and largest share of false matches; null where a file has no such cases. */
const NAMES: readonly (readonly [file: string, recall: number | null, falseMatch: number | null])[] = [
  ['domain_handmade', 0.98, 0.05],
  ['ambiguous_and_domain_real', 0.93, 0.02],
  ['mined_negatives_domain', null, 0.01],
  ['factrueval_ru', 0.93, null],
  ['petrovich_surnames_ru', 0.993, null],
  ['petrovich_confusable_ru', null, 0.05],
  ['ud_be_inflection', 0.98, null],
  ['ud_be_variants_negatives', 0.95, 0.03],
  ['ntrex_auto_ru_be', 0.87, null],
  ['ntrex_auto_en_ru_be', 0.84, null],
  ['geonames_be_ru_en', 0.93, 0.06],
  ['ofac_by_ru_en', 0.9, 0.02],
];
const ALL = { recall: 0.94, falseMatch: 0.025 };

interface Case {
  canonical: string;
  surface: string;
  context: string;
  lang: string;
  kind: string;
  should_match: boolean;
  type: string;
  offset?: number;
  entity?: string;
  needs_alias?: boolean;
}

interface Gold {
  start: number;
  end: number;
  canonical: string;
  id?: string;
  type: string;
}

interface Doc {
  lang: string;
  text: string;
  mentions: Gold[];
}

describe.skipIf(!existsSync(DATA))('development data', () => {
  const totals = { positives: 0, hits: 0, negatives: 0, falseMatches: 0 };

  it.each(NAMES)('%s: recall at least %s, false matches at most %s', (file, recall, falseMatch) => {
    const score = scoreCases(lines<Case>(`${DATA}/names/${file}.jsonl`));
    for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += score[key];
    if (recall !== null) expect(score.hits / score.positives).toBeGreaterThanOrEqual(recall);
    if (falseMatch !== null) expect(score.falseMatches / score.negatives).toBeLessThanOrEqual(falseMatch);
  });

  it('all of these together', () => {
    expect(totals.hits / totals.positives).toBeGreaterThanOrEqual(ALL.recall);
    expect(totals.falseMatches / totals.negatives).toBeLessThanOrEqual(ALL.falseMatch);
  });

  it.each([
    ['factrueval_ru', 0.85, 0.93],
    ['ud_be', 0.985, 0.955],
  ])('documents %s: recall at least %s, precision at least %s', (file, recall, precision) => {
    const score = scoreDocuments(lines<Doc>(`${DATA}/documents/${file}.jsonl`));
    // The thresholds have three digits.
    expect(Math.round((1000 * score.covered) / score.golds) / 1000).toBeGreaterThanOrEqual(recall);
    expect(Math.round((1000 * score.right) / score.found) / 1000).toBeGreaterThanOrEqual(precision);
  });
});

function scoreCases(rows: readonly Case[]) {
  const score = { positives: 0, hits: 0, negatives: 0, falseMatches: 0 };
  for (const layer of layersOf(rows)) {
    const entities = new Map<string, Entity>();
    for (const row of layer) addEntity(entities, row);
    const index = compileNames([...entities.values()]);
    for (const row of layer) {
      if (row.needs_alias && row.should_match) continue;
      const at = row.offset ?? row.context.indexOf(row.surface);
      const id = entities.get(keyOf(row))!.id;
      const isFound = find(index, row.lang, row.context).some(
        (each) => each.entityId === id && each.start < at + row.surface.length && each.end > at,
      );
      if (row.should_match) score.positives++;
      else score.negatives++;
      if (isFound && row.should_match) score.hits++;
      if (isFound && !row.should_match) score.falseMatches++;
    }
  }
  return score;
}

/** One spelling of an entity at a time, as the evaluation does. */
function layersOf(rows: readonly Case[]): Case[][] {
  const spellings = new Map<string, string[]>();
  const layers: Case[][] = [];
  for (const row of rows) {
    const entity = row.entity ?? keyOf(row);
    const known = spellings.get(entity) ?? [];
    if (!known.includes(row.canonical)) known.push(row.canonical);
    spellings.set(entity, known);
    (layers[known.indexOf(row.canonical)] ??= []).push(row);
  }
  return layers;
}

function scoreDocuments(docs: readonly Doc[]) {
  const entities = new Map<string, Entity>();
  const isNamed = (gold: Gold) => gold.canonical !== '' && gold.canonical.length > 1;
  for (const doc of docs) for (const gold of doc.mentions.filter(isNamed)) addEntity(entities, gold);
  const index = compileNames([...entities.values()]);
  const score = { golds: 0, covered: 0, found: 0, right: 0 };
  for (const doc of docs) {
    const golds = doc.mentions.filter(isNamed).map((gold) => ({ ...gold, entityId: entities.get(keyOf(gold))!.id }));
    const found = find(index, doc.lang, doc.text);
    const meets = (a: (typeof golds)[number], b: (typeof found)[number]) =>
      a.entityId === b.entityId && a.start < b.end && a.end > b.start;
    score.golds += golds.length;
    score.covered += golds.filter((gold) => found.some((each) => meets(gold, each))).length;
    score.found += found.length;
    score.right += found.filter((each) => golds.some((gold) => meets(gold, each))).length;
  }
  return score;
}

const TYPES: Readonly<Record<string, EntityType>> = { PER: 'person', ORG: 'organisation', LOC: 'place' };

function keyOf({ canonical, type, id }: { canonical: string; type: string; id?: string }): string {
  return id ? `#${id}` : `${canonical}|${TYPES[type] ?? 'other'}`;
}

function addEntity(
  entities: Map<string, Entity>,
  row: { canonical: string; type: string; id?: string; kind?: string },
): void {
  const key = keyOf(row);
  const known = entities.get(key);
  const names = known?.names ?? [];
  const name = { text: row.canonical, kind: 'full' as const };
  entities.set(key, {
    id: known?.id ?? `e${entities.size}`,
    type: known?.type ?? TYPES[row.type] ?? 'other',
    names: names.some((each) => each.text === row.canonical) ? names : [...names, name],
    ambiguous: row.kind === 'ambiguous' || (known?.ambiguous ?? false),
    saidBy: 'archive',
  });
}

function find(index: NameIndex, lang: string, text: string): { entityId: string; start: number; end: number }[] {
  const texts = text.split('\n\n');
  const starts: number[] = [];
  let at = 0;
  for (const each of texts) {
    starts.push(at);
    at += each.length + 2;
  }
  const mentions = findMentions(index, { lang, blocks: texts.map((each) => ({ text: each, part: 'body' })) });
  return mentions.map(({ entityId, block, start, end }) => ({
    entityId,
    start: start + starts[block]!,
    end: end + starts[block]!,
  }));
}

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
