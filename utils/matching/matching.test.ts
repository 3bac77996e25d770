import { describe, expect, it } from 'vitest';
import type { Entity, EntityType } from '@/utils/model';
import { compileNames, findMentions, openNames, snapshotOf } from './index';

interface Row {
  names: string[];
  type?: EntityType;
  ambiguous?: true;
  lang: string;
  text: string;
  /** What is found, as the page writes it; '' for nothing. */
  finds: string;
  tier?: string;
}

const rows: Row[] = [
  {
    names: ['Олег Ткачук'],
    type: 'person',
    lang: 'ru',
    text: 'Вчера Олегом Ткачуком были довольны.',
    finds: 'Олегом Ткачуком',
    tier: 'form',
  },
  {
    names: ['Oleg Tkachuk'],
    type: 'person',
    lang: 'ru',
    text: 'Встреча с Ткачуком прошла в среду.',
    finds: 'Ткачуком',
    tier: 'script',
  },
  {
    names: ['Олег Ткачук'],
    type: 'person',
    lang: 'en',
    text: 'Governor Oleh Tkachuk resigned.',
    finds: 'Oleh Tkachuk',
    tier: 'script',
  },
  { names: ['Олег Ткачук'], type: 'person', lang: 'ru', text: 'Слово взял Игорь Ткачук.', finds: '' },
  {
    names: ['Витебск'],
    type: 'place',
    lang: 'be',
    text: 'У Віцебску адкрылі музей.',
    finds: 'Віцебску',
    tier: 'script',
  },
  { names: ['БАЗ'], type: 'company', lang: 'ru', text: 'Автобусы БАЗа заняты на базе.', finds: 'БАЗа', tier: 'form' },
  {
    names: ['Gorizont Plant'],
    type: 'company',
    lang: 'en',
    text: 'The Gorizont plant was sold.',
    finds: 'Gorizont plant',
    tier: 'exact',
  },
  {
    names: ['Северсталь'],
    type: 'company',
    lang: 'ru',
    text: 'Подробности на севересталь.рф и severstal.com.',
    finds: '',
  },
  {
    names: ['Полоцк'],
    type: 'place',
    lang: 'ru',
    text: 'Дорога на По\u00adлоцк закрыта.',
    finds: 'По\u00adлоцк',
    tier: 'exact',
  },
];

describe('findMentions', () => {
  it.each(rows)('$names in "$text" finds "$finds"', ({ names, type = 'other', ambiguous, lang, text, finds, tier }) => {
    const index = compileNames(names.map((name, i) => entity(`e${i}`, type, name, ambiguous ?? false)));
    const found = findMentions(index, { lang, blocks: [{ text, part: 'body' }] });
    expect(found.map(({ start, end }) => text.slice(start, end)).join('|')).toBe(finds);
    if (tier !== undefined) expect(found[0]?.tier).toBe(tier);
  });

  it('finds the same after its bytes were stored and opened', () => {
    const index = compileNames(rows.map((row, i) => entity(`e${i}`, row.type ?? 'other', row.names[0]!, false)));
    const opened = openNames(snapshotOf(index).slice());
    if (!opened.ok) throw new Error(opened.error);
    for (const { text, lang } of rows) {
      const page = { lang, blocks: [{ text, part: 'body' as const }] };
      expect(findMentions(opened.value, page)).toEqual(findMentions(index, page));
    }
  });
});

function entity(id: string, type: EntityType, text: string, ambiguous: boolean): Entity {
  return { id, type, names: [{ text, kind: 'full' }], ambiguous, saidBy: 'archive' };
}
