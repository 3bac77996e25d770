import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Briefing, BriefHead, Entity } from '@/utils/model';
import { readLately, rememberReading } from '@/utils/settings';
import { type DigestParts, makeDigest } from './make-digest';
import { mondayOf, noteRead, readingOf } from './read-lately';

const NOW = Date.parse('2026-11-25T12:00:00Z'); // a Wednesday
const DAY = 86_400_000;

const head = (id: string, change: Partial<BriefHead> = {}): BriefHead => ({
  id: `a/${id}`,
  archiveId: 'a',
  group: `a/${id}`,
  lang: 'en',
  week: null,
  date: '2026-11-24',
  title: id,
  situation: null,
  summary: '',
  entities: [],
  url: null,
  authors: [],
  ...change,
});
const entity = (id: string, label: string): Entity => ({
  id,
  type: 'company',
  names: [{ text: label, kind: 'full' }],
  ambiguous: false,
  saidBy: 'archive',
});
const digest = (heads: BriefHead[], change: Partial<DigestParts> = {}) =>
  makeDigest({
    heads,
    entities: new Map([
      ['a/maz', entity('a/maz', 'MAZ')],
      ['a/oil', entity('a/oil', 'Oil works')],
    ]),
    reading: new Map(),
    titles: new Map([['a', 'Desk']]),
    languages: ['en', 'ru'],
    week: null,
    now: NOW,
    ...change,
  });
const titles = (heads: BriefHead[], change: Partial<DigestParts> = {}): string[] =>
  digest(heads, change).briefs.map((brief) => brief.head.title);

describe('the digest of a week', () => {
  it('has the briefs of the newest week, and none of the future', () => {
    const heads = [
      head('this week'),
      head('its Sunday', { date: '2026-11-29' }),
      head('last week', { date: '2026-11-22' }),
      head('by week', { week: { from: '2026-11-23', to: '2026-11-29' }, date: null }),
      head('next year', { date: '2027-01-01' }),
      head('undated', { date: null }),
    ];
    expect(titles(heads)).toEqual(['this week', 'its Sunday', 'by week']);
    expect(digest(heads)).toMatchObject({
      week: { from: '2026-11-23', to: '2026-11-29' },
      age: 'now',
      previous: '2026-11-16',
      next: null,
    });
  });

  it('puts those first that name whom the reader has been reading about, the most read before the others, and says who', () => {
    const heads = [
      head('nobody'),
      head('oil', { entities: ['a/oil'] }),
      head('both', { entities: ['a/oil', 'a/maz'] }),
      head('maz', { entities: ['a/maz', 'a/unread'] }),
    ];
    const reading = new Map([
      ['a/maz', 3],
      ['a/oil', 1],
      ['a/gone', 9],
    ]);
    expect(digest(heads, { reading }).briefs.map(({ head: { title }, because }) => [title, because])).toEqual([
      ['both', ['MAZ', 'Oil works']],
      ['maz', ['MAZ']],
      ['oil', ['Oil works']],
      ['nobody', []],
    ]);
  });

  it('lists translations once, in the reader’s language', () => {
    const heads = [head('English', { group: 'a/g' }), head('Русская', { group: 'a/g', lang: 'ru' })];
    expect(titles(heads, { languages: ['ru', 'en'] })).toEqual(['Русская']);
  });

  it('goes to the weeks before and after, and says so where nothing newer has come', () => {
    const heads = [head('old', { date: '2012-10-30' }), head('older', { date: '2012-10-02' })];
    expect(digest(heads)).toMatchObject({ week: { from: '2012-10-29' }, age: 'earlier', previous: '2012-10-01' });
    expect(digest(heads, { week: '2012-10-01' })).toMatchObject({ previous: null, next: '2012-10-29' });
    expect(digest([])).toEqual({ week: null, age: 'earlier', previous: null, next: null, briefs: [] });
  });
});

describe('whom one has been reading about', () => {
  beforeEach(() => fakeBrowser.reset());
  const briefing = (url: string, ...named: [id: string, certainty: 'sure' | 'in-doubt'][]): Briefing =>
    ({
      page: { url, title: 'Secret title' },
      entities: named.map(([id, certainty]) => ({ id, certainty })),
    }) as unknown as Briefing;
  const read = (tabId: number, of: Briefing, change: { incognito?: boolean; now?: number } = {}): Promise<void> =>
    noteRead(of, { tabId, incognito: false, now: NOW, ...change });

  it('is counted once a page, by week, and holds nothing of the page', async () => {
    await read(1, briefing('https://a.example/secret', ['a/maz', 'sure']));
    await read(1, briefing('https://a.example/secret', ['a/maz', 'sure'], ['a/oil', 'sure']));
    await read(1, briefing('https://a.example/other', ['a/maz', 'sure'], ['a/doubt', 'in-doubt']));
    expect(await readLately.getValue()).toEqual({ '2026-11-23': { 'a/maz': 2, 'a/oil': 1 } });
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toMatch(/secret|example|title/iu);
  });

  it('is not kept of private windows, nor where it is switched off', async () => {
    await read(2, briefing('https://a.example/1', ['a/maz', 'sure']), { incognito: true });
    await rememberReading.setValue('off');
    await read(2, briefing('https://a.example/2', ['a/maz', 'sure']));
    expect(await readLately.getValue()).toEqual({});
  });

  it('is forgotten after six weeks, and counts less the older it is', async () => {
    for (let week = 9; week >= 0; week--) {
      await read(3, briefing(`https://a.example/${week}`, ['a/maz', 'sure']), { now: NOW - week * 7 * DAY });
    }
    const weeks = await readLately.getValue();
    expect(Object.keys(weeks)).toHaveLength(6);
    expect(readingOf(weeks).get('a/maz')).toBeCloseTo(1 + 0.7 + 0.49 + 0.343 + 0.2401 + 0.16807);
  });

  it('is bounded', async () => {
    const many = Array.from({ length: 1_000 }, (_, place) => [`a/${place}`, 'sure'] as [string, 'sure']);
    await read(4, briefing('https://a.example/1', ...many));
    expect(Object.keys((await readLately.getValue())['2026-11-23'] ?? {})).toHaveLength(400);
  });

  it.each([
    ['2026-11-23T00:00:00Z', '2026-11-23'],
    ['2026-11-29T23:59:59Z', '2026-11-23'],
    ['2026-11-30T00:00:00Z', '2026-11-30'],
    ['1970-01-01T00:00:00Z', '1969-12-29'],
  ])('%s is in the week of %s', (moment, monday) => expect(mondayOf(Date.parse(moment))).toBe(monday));
});
