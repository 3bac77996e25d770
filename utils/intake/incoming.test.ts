import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveContents, Brief } from '@/utils/model';
import { appendBriefs, nextIssue } from '.';

const brief = (id: string, change: Partial<Brief> = {}): Brief => ({
  id: `a/${id}`,
  archiveId: 'a',
  group: `a/${id}`,
  lang: 'en',
  week: null,
  date: '2026-11-02',
  title: `Title ${id}`,
  situation: null,
  summary: '',
  entities: [],
  url: null,
  authors: [],
  body: [{ kind: 'paragraph', spans: [{ text: `Text ${id}` }] }],
  ...change,
});
const archive = (...briefs: Brief[]): ArchiveContents => ({
  id: 'a',
  title: 'Mine',
  homePage: null,
  entities: [],
  briefs,
});
const ids = (contents: ArchiveContents): string[] => contents.briefs.map(({ id }) => id);

describe('adding what a feed shows to an archive', () => {
  it('takes new items, replaces changed ones, and keeps those that fell out of the feed', () => {
    const before = archive(brief('1'), brief('2'), brief('3', { entities: ['a/found'] }));
    const incoming = { ...archive(brief('2', { title: 'Corrected' }), brief('3'), brief('4')), title: 'Theirs' };
    const { contents, added, changed, gone } = appendBriefs(before, { incoming, holds: 'latest' });
    expect([contents.title, ids(contents)]).toEqual(['Mine', ['a/1', 'a/2', 'a/3', 'a/4']]);
    expect([added.map(({ id }) => id), changed, gone]).toEqual([['a/4'], 1, 0]);
    expect(contents.briefs.find(({ id }) => id === 'a/3')?.entities).toEqual(['a/found']);
  });

  it('lets go of what is no longer in an archive file', () => {
    const { contents, gone } = appendBriefs(archive(brief('1'), brief('2')), {
      incoming: archive(brief('2')),
      holds: 'all',
    });
    expect([ids(contents), gone]).toEqual([['a/2'], 1]);
  });

  it('changes nothing the second time, and gives the same in any order', () => {
    const some = fc.uniqueArray(fc.nat(12), { maxLength: 12 });
    fc.assert(
      fc.property(some, some, fc.constantFrom('all', 'latest'), (here, shown, holds) => {
        const before = archive(...here.map((id) => brief(`${id}`)));
        const incoming = archive(...shown.map((id) => brief(`${id}`, id % 3 === 0 ? { title: 'New' } : {})));
        const once = appendBriefs(before, { incoming, holds });
        const twice = appendBriefs(once.contents, { incoming, holds });
        expect([twice.contents, twice.added, twice.changed, twice.gone]).toEqual([once.contents, [], 0, 0]);
        const turned = { ...incoming, briefs: incoming.briefs.toReversed() };
        expect(appendBriefs(before, { incoming: turned, holds }).contents).toEqual(once.contents);
      }),
    );
  });
});

describe('the next issue', () => {
  const weekly = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];
  it.each<[string, readonly string[], string, unknown]>([
    ['of a weekly', weekly, '2026-11-24', { days: 7, next: '2026-11-30' }],
    ['of a weekly that is late', weekly, '2026-12-02', { days: 7, next: '2026-12-02' }],
    [
      'of a weekly with three briefs an issue',
      [...weekly, ...weekly, ...weekly],
      '2026-11-24',
      { days: 7, next: '2026-11-30' },
    ],
    [
      'of a weekly with a summer break',
      ['2026-08-01', '2026-08-08', ...weekly],
      '2026-11-24',
      { days: 7, next: '2026-11-30' },
    ],
    [
      'of a daily',
      ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'],
      '2026-11-23',
      { days: 1, next: '2026-11-24' },
    ],
    ['of a monthly', ['2026-08-31', '2026-09-30', '2026-10-31'], '2026-11-02', { days: 31, next: '2026-12-01' }],
    ['of a series that ended', weekly, '2027-01-30', null],
    ['of two', weekly.slice(0, 2), '2026-11-10', null],
    ['of none', [], '2026-11-10', null],
    ['of no rhythm', ['2026-01-01', '2026-01-02', '2026-03-20', '2026-09-09', '2026-11-20'], '2026-11-21', null],
    ['of dates that are none', ['', 'x', 'y', 'z'], '2026-11-10', null],
  ])('%s', (_, dates, today, expected) => expect(nextIssue(dates, today)).toEqual(expected));
});
