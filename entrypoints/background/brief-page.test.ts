import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '@/utils/editing';
import { rowsOf } from '@/utils/indexing';
import { readArchiveFile } from '@/utils/intake';
import { compileNames } from '@/utils/matching';
import { compileTexts } from '@/utils/search';
import type { Block, PageText } from '@/utils/model';
import { briefPage, hostOf } from './brief-page';

/** The real rooms on the real starter archive. */
const contents = readArchiveFile({
  text: readFileSync('public/starter.json', 'utf8'),
  fileName: 'starter.json',
  archiveId: 'starter',
});
if (!contents.ok) throw new Error('the starter archive is broken: npm run archive says where');
const known = {
  names: compileNames(contents.value.entities),
  texts: compileTexts(contents.value),
  ...rowsOf({ heads: contents.value.briefs, entities: contents.value.entities }),
  hand: applyEdits(contents.value.entities, []),
};

function page(lang: string, ...blocks: [Block['part'], string][]): PageText {
  return {
    url: 'https://www.dispatch.example/news/1',
    canonicalUrl: null,
    title: 'A page',
    lang,
    siteName: null,
    publishedAt: null,
    blocks: blocks.map(([part, text]) => ({ part, text })),
    extent: 'whole',
  };
}

const VISIT = {
  en: page(
    'en',
    ['headline', 'Rogozin goes to Minsk'],
    ['lead', 'Dmitry Rogozin met Vladimir Semashko.'],
    ['body', 'MAZ and KAMAZ were named.'],
  ),
  ru: page(
    'ru',
    ['headline', 'Рогозин едет в Минск'],
    ['lead', 'Дмитрий Рогозин встретился с Владимиром Семашко.'],
    ['body', 'Говорили о МАЗе и КАМАЗе.'],
  ),
  be: page(
    'be',
    ['headline', 'Рагозін едзе ў Мінск'],
    ['lead', 'Дзмітрый Рагозін сустрэўся з Уладзімірам Сямашкам.'],
    ['body', 'Гаварылі пра МАЗ і КАМАЗ.'],
  ),
};

describe('a briefing', () => {
  it.each(Object.entries(VISIT))('finds the same entities and briefs in %s', (language, visit) => {
    const briefing = briefPage(visit, known, [language, 'en', 'ru', 'be']);
    expect(briefing.entities.map(({ id }) => id)).toEqual(
      ['dmitry-rogozin', 'vladimir-semashko', 'maz', 'kamaz', 'minsk'].map((id) => `starter/${id}`),
    );
    const groups = briefing.related.map(({ head }) => head.group);
    expect(groups.slice(0, 2).sort()).toEqual([
      'starter/bw-20121022-rogozin-minsk',
      'starter/bw-20121029-military-industry',
    ]);
    expect(new Set(briefing.related.slice(0, 5).map(({ head }) => head.lang))).toEqual(new Set([language]));
    expect(briefing.related.every(({ because }) => because.entities.length > 0)).toBe(true);
  });

  it.each<[string, string, string]>([
    ['en', 'Rogozin', 'Dmitry Rogozin'],
    ['ru', 'Рогозин', 'Дмитрий Рогозин'],
    ['be', 'Рагозін', 'Дзмітрый Рагозін'],
    ['pl', 'Rogozin', 'Dmitry Rogozin'],
  ])('names people in the reader’s language: %s', (language, label, fullName) => {
    const [person] = briefPage(VISIT.en, known, [language, 'en']).entities;
    expect([person?.label, person?.fullName]).toEqual([label, fullName]);
  });

  it('sums the page and the briefs up', () => {
    const { page: head, years, lastWord } = briefPage(VISIT.en, known, ['en']);
    expect(head).toMatchObject({ host: 'dispatch.example', blocks: 3, words: 14, extent: 'whole' });
    expect(years).toEqual({ from: 2011, to: 2013 });
    expect(lastWord?.week?.to.slice(0, 4)).toBe('2013');
  });

  it('says nothing about a page that names nobody', () => {
    const { entities, related, years, lastWord } = briefPage(page('en', ['body', 'Snow fell over the hills.']), known, [
      'en',
    ]);
    expect([entities, related, years, lastWord]).toEqual([[], [], null, null]);
  });
});

describe('the host for people', () => {
  it.each([
    ['https://www.dispatch.example/a', 'dispatch.example'],
    ['http://127.0.0.1:8123/', '127.0.0.1'],
    ['file:///home/a.html', ''],
    ['no address', ''],
  ])('%s: %s', (url, host) => expect(hostOf(url)).toBe(host));
});
