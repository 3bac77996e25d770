import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '@/utils/i18n';
import type { Briefing, BriefHead, PageEntity } from '@/utils/model';
import { cardOf } from './answer-card';

const rogozin: PageEntity = {
  id: 'a/rogozin',
  type: 'person',
  label: 'Rogozin',
  fullName: 'Dmitry Rogozin',
  mentions: [1, 4, 6],
  briefs: 2,
  certainty: 'sure',
};

const head = (to: string, verdict: 'improved' | 'worsened', entities: string[]): unknown => ({
  head: { week: { from: to, to }, date: null, situation: { verdict, reason: '' }, entities } as unknown as BriefHead,
});

const briefing = {
  mentions: Array.from({ length: 7 }, () => ({ name: 'Rogozin' })),
  related: [
    head('2012-11-04', 'improved', ['a/rogozin']),
    head('2013-01-06', 'worsened', ['a/rogozin', 'a/maz']),
    head('2014-12-07', 'improved', ['a/maz']),
  ],
} as unknown as Briefing;

afterEach(() => speak('en'));

describe('a card', () => {
  it('says who it is and the last word of the page’s briefs that name them', () => {
    expect(cardOf(briefing, { entity: rogozin, mention: 4 })).toEqual({
      type: 'person',
      kind: 'Person',
      name: 'Dmitry Rogozin',
      briefs: '2 briefs',
      line: 'Last word: situation worsened, Jan\u00a02013',
      place: '2 of 3',
      previous: 1,
      next: 6,
      words: { open: 'Open', previous: 'Previous mention', next: 'Next mention' },
      lang: 'en',
    });
  });

  it.each([
    [1, '1 of 3', 6, 4],
    [6, '3 of 3', 4, 1],
  ])('wraps: mention %i is %s', (mention, place, previous, next) =>
    expect(cardOf(briefing, { entity: rogozin, mention })).toMatchObject({ place, previous, next }),
  );

  it('of a doubtful mention asks', () => {
    const doubtful = { ...rogozin, mentions: [4], certainty: 'in-doubt' as const };
    expect(cardOf({ ...briefing, related: [] }, { entity: doubtful, mention: 4 })).toMatchObject({
      kind: '“Rogozin” may be',
      place: '',
      line: null,
    });
  });

  it('speaks the reader’s language', () => {
    speak('be');
    expect(cardOf(briefing, { entity: rogozin, mention: 1 })).toMatchObject({ kind: 'Чалавек', lang: 'be' });
  });
});
