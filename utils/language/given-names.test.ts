import { expect, it } from 'vitest';
import { foldWord } from './fold';
import { GROUPS, isGivenName } from './given-names';

it('given names are listed as folding spells them: nobody folds the list again', () => {
  const spellings = GROUPS.trim().split(/\s+/u);
  expect(spellings.filter((spelling) => foldWord(spelling) !== spelling)).toEqual([]);
  expect(spellings.every(isGivenName)).toBe(true);
});
