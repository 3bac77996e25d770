import { describe, expect, it } from 'vitest';
import type { Mention } from '@/utils/model';
import { marksOf } from './painting-of';

const mention = (entityId: string, confidence = 1): Mention => ({
  entityId,
  block: 0,
  start: 0,
  end: 4,
  tier: 'exact',
  name: 'Minsk',
  confidence,
});

const looks = (mentions: Mention[], which: 'all' | 'first', keptOut: string[] = []): string[] =>
  marksOf({ mentions }, { which, keptOut: new Set(keptOut) }).map(([, , , look]) => look);

describe('a page paints', () => {
  const twice = [mention('a/minsk'), mention('a/rogozin', 0.3), mention('a/minsk'), mention('a/rogozin')];
  it.each([
    ['every mention', 'all', ['sure', 'in-doubt', 'sure', 'sure']],
    ['one mention an entity; a guess before it stays one', 'first', ['sure', 'in-doubt', 'repeated', 'sure']],
  ] as const)('%s', (_, which, expected) => expect(looks(twice, which)).toEqual(expected));

  it('nothing of an archive that is kept out, and counts its mentions all the same', () => {
    const mixed = [mention('open/minsk'), mention('secret/minsk'), mention('open/maz')];
    expect(looks(mixed, 'all', ['secret'])).toEqual(['sure', 'never', 'sure']);
    expect(looks(mixed, 'first', ['open', 'secret'])).toEqual(['never', 'never', 'never']);
  });
});
