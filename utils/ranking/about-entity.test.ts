import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefHead, Verdict } from '@/utils/model';
import { aboutEntity } from '.';

/** `day lang verdict: entities`; "-" for a day or verdict that is not there. Briefs of one day are one group. */
function head(line: string): BriefHead {
  const [said = '', entities = ''] = line.split(': ');
  const [day = '', lang = '', verdict = '-'] = said.split(' ');
  return {
    id: `a/${day}-${lang}`,
    archiveId: 'a',
    group: `a/${day}`,
    lang,
    week: null,
    date: day.startsWith('-') ? null : day,
    title: line,
    situation: verdict === '-' ? null : { verdict: verdict as Verdict, reason: '' },
    summary: '',
    entities: entities.split(' ').filter(Boolean),
    url: null,
    authors: [],
  };
}

const ARCHIVE = [
  '2012-10-28 en worsened: rogozin maz',
  '2012-10-28 ru worsened: rogozin maz semashko',
  '2012-10-07 en improved: rogozin maz',
  '2013-01-06 ru unchanged: rogozin putin',
  '2013-02-03 en improved: putin',
  '-1 en -: rogozin',
].map(head);

const about = (id: string, languages = ['en']) => aboutEntity(ARCHIVE, { id, languages });

describe('what the archives say about an entity', () => {
  it.each<[string, string[], string[]]>([
    ['rogozin', ['en'], ['a/2013-01-06-ru', 'a/2012-10-28-en', 'a/2012-10-07-en', 'a/-1-en']],
    ['rogozin', ['ru', 'en'], ['a/2013-01-06-ru', 'a/2012-10-28-ru', 'a/2012-10-07-en', 'a/-1-en']],
    ['semashko', ['en'], ['a/2012-10-28-en']], // only the Russian one names him; the reader gets the brief in his language
    ['nobody', ['en'], []],
  ])('briefs of %s in %s: one a group, latest first', (id, languages, expected) => {
    expect(about(id, languages).briefs.map((brief) => brief.head.id)).toEqual(expected);
  });

  it('months with their situations, undated briefs left out', () => {
    expect(about('rogozin').months).toEqual([
      { month: '2012-10', briefs: 2, situations: { improved: 1, unchanged: 0, worsened: 1, none: 0 } },
      { month: '2013-01', briefs: 1, situations: { improved: 0, unchanged: 1, worsened: 0, none: 0 } },
    ]);
  });

  it('who appears with it, translations counted once', () => {
    expect(about('rogozin').together).toEqual([
      { id: 'maz', briefs: 2 },
      { id: 'putin', briefs: 1 },
      { id: 'semashko', briefs: 1 },
    ]);
  });

  it('is the same whatever the order of the archive', () => {
    const whole = about('rogozin');
    fc.assert(
      fc.property(fc.shuffledSubarray(ARCHIVE, { minLength: ARCHIVE.length }), (heads) => {
        const shuffled = aboutEntity(heads, { id: 'rogozin', languages: ['en'] });
        expect(shuffled.briefs.map((brief) => brief.head.id)).toEqual(whole.briefs.map((brief) => brief.head.id));
        expect([shuffled.months, shuffled.together]).toEqual([whole.months, whole.together]);
      }),
    );
  });
});
