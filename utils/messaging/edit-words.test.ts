import { describe, expect, it } from 'vitest';
import { MAX_CHANGES } from '@/utils/model';
import { isWithinBounds } from './payloads';

const MUTE = { act: 'mute', entity: 'a/x' };
const one = (change: object): unknown => ({ id: 'e-1', changes: [change] });

describe('the words of editing', () => {
  it.each<[string, unknown, boolean]>([
    ['mute', one(MUTE), true],
    ['a new name', one({ act: 'add-name', entity: 'a/x', name: { text: 'X', lang: 'en', kind: 'full' } }), true],
    [
      'another spelling',
      one({ act: 'set-name', entity: 'a/x', was: { text: 'X' }, name: { text: 'Y', kind: 'alias' } }),
      true,
    ],
    ['a merge', one({ act: 'merge', entity: 'a/x', into: 'b/y' }), true],
    ['a split', one({ act: 'split', entity: 'a/x', names: [{ text: 'X', lang: 'en' }], as: 'a/+e-1' }), true],
    ['a split that takes an archive’s id', one({ act: 'split', entity: 'a/x', names: [], as: 'a/y' }), false],
    ['a split into another archive', one({ act: 'split', entity: 'a/x', names: [], as: 'b/+e-1' }), false],
    ['an answer', one({ act: 'answer', entity: 'a/x', name: 'X', means: 'no' }), true],
    ['an answer that is none', one({ act: 'answer', entity: 'a/x', name: 'X', means: 'perhaps' }), false],
    ['an empty name', one({ act: 'add-name', entity: 'a/x', name: { text: ' ', kind: 'full' } }), false],
    ['a kind of its own', one({ act: 'add-name', entity: 'a/x', name: { text: 'X', kind: 'nick' } }), false],
    ['a type of its own', one({ act: 'set-type', entity: 'a/x', type: 'ship' }), false],
    ['an act of its own', one({ act: 'drop', entity: 'a/x' }), false],
    ['nobody', one({ act: 'mute', entity: '' }), false],
    ['nothing', { id: 'e-1', changes: [] }, false],
    ['too much', { id: 'e-1', changes: Array(MAX_CHANGES + 1).fill(MUTE) }, false],
    ['an id with a path', { id: '../e', changes: [MUTE] }, false],
    ['no id', { changes: [MUTE] }, false],
  ])('%s', (_, payload, passes) => expect(isWithinBounds('editEntity', payload)).toBe(passes));
});
