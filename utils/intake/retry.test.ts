import { describe, expect, it } from 'vitest';
import { afterFailure } from '.';
import { retryAfterMs } from './retry';

const NOW = Date.UTC(2012, 10, 5, 12);
const MINUTE = 60_000;

describe('after a failure', () => {
  it.each<[number, number | null, number, number | 'paused']>([
    [1, null, 0, 15 * MINUTE],
    [1, null, 1, 16.5 * MINUTE],
    [2, null, 0, 360 * MINUTE],
    [3, null, 0, 'paused'],
    [9, 0, 0.5, 'paused'],
    [1, 60 * MINUTE, 0, 60 * MINUTE],
    [1, 60 * MINUTE, 1, 66 * MINUTE],
    [1, 1 * MINUTE, 0, 15 * MINUTE],
  ])('%d in a row, asked to wait %s ms, chance %d: again in %s', (failures, asked, chance, expected) => {
    const retry = afterFailure({ failures, retryAfterMs: asked, nowMs: NOW, chance });
    expect(retry.next === 'paused' ? 'paused' : retry.atMs - NOW).toBe(expected);
  });
});

describe('Retry-After', () => {
  it.each<[string | null, number | null]>([
    [null, null],
    ['', null],
    ['soon', null],
    ['-5', null],
    ['0', 0],
    [' 90 ', 90_000],
    ['Mon, 05 Nov 2012 12:05:00 GMT', 300_000],
    ['Mon, 05 Nov 2012 11:00:00 GMT', 0],
    ['99999999999', 7 * 24 * 60 * MINUTE],
  ])('%j is %j ms', (header, expected) => expect(retryAfterMs(header, NOW)).toBe(expected));
});
