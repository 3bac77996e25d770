import { describe, expect, it } from 'vitest';
import { textOf } from '@/utils/model';
import { compileTexts } from './compile-texts';
import { likenessOf } from './likeness';
import { openTexts, snapshotOfTexts } from './text-index';
import { briefOf } from './briefs-for-tests';

const BRIEFS = [
  briefOf({
    id: 'potash-en',
    title: 'Potash chief arrested',
    body: 'The potash director was arrested at the airport.',
  }),
  briefOf({ id: 'potash-ru', title: 'Арест главы калийной компании', body: 'Директора задержали в аэропорту Минска.' }),
  briefOf({ id: 'gas-en', title: 'Gas row ends', body: 'Minsk paid its debt for gas and transit resumed.' }),
  briefOf({ id: 'gas-ru', title: 'Газовый спор окончен', body: 'Минск оплатил долг за газ, транзит возобновлён.' }),
  briefOf({ id: 'gas-be', title: 'Газавая спрэчка скончана', body: 'Мінск аплаціў доўг за газ, транзіт адноўлены.' }),
];
const INDEX = compileTexts({ briefs: BRIEFS, entities: [] });

function ranked(lang: string, text: string): string[] | null {
  const found = likenessOf(INDEX, { lang, blocks: [{ text, part: 'body' }] });
  return found && [...found.keys()];
}

describe('likenessOf', () => {
  it.each<[string, string, string[] | null]>([
    ['en', 'Gas debts: transit to resume', ['gas']],
    ['en', 'Airport arrests', ['potash']],
    ['en-GB', 'Airport arrests', ['potash']],
    ['ru', 'Директор калийного предприятия задержан в аэропорту', ['potash']],
    ['be', 'Транзіту газу', ['gas']],
    ['en', 'Nothing in common', []],
    ['en', '', []],
    ['uk', 'Транзит газу', null],
    ['', 'Gas', null],
  ])('%s: %s', (lang, text, groups) => expect(ranked(lang, text)).toEqual(groups));

  it('is 1 for a page that is a brief word for word, whatever its length', () => {
    const brief = BRIEFS[2]!;
    const page = {
      lang: 'en',
      blocks: [
        { text: `${brief.title}. ${brief.title}. ${brief.title}`, part: 'body' as const },
        { text: brief.body.map(textOf).join(' '), part: 'body' as const },
      ],
    };
    expect(likenessOf(INDEX, page)?.get('gas')).toBeCloseTo(1, 5);
  });

  it('does not read furniture', () => {
    expect(likenessOf(INDEX, { lang: 'en', blocks: [{ text: 'Gas debt', part: 'furniture' }] })).toEqual(new Map());
  });

  it('answers the same from a snapshot and asked again', () => {
    const opened = openTexts(snapshotOfTexts(INDEX).slice());
    const page = { lang: 'en', blocks: [{ text: 'Gas arrests at the airport', part: 'lead' as const }] };
    const once = likenessOf(INDEX, page);
    expect(opened.ok && likenessOf(opened.value, page)).toEqual(once);
    expect(likenessOf(INDEX, page)).toEqual(once);
  });

  it('keeps the best where a limit is given', () => {
    const page = { lang: 'en', blocks: [{ text: 'Gas debt and transit; potash', part: 'body' as const }] };
    expect([...likenessOf(INDEX, page, { limit: 1 })!.keys()]).toEqual(['gas']);
  });
});
