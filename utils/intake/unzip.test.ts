import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gunzip } from './gunzip';
import { unzip } from './unzip';

const BOUND = 1_000_000;
/** Twenty times the bound, of zeros: some 20 kB packed. */
const LARGE = new Uint8Array(20 * BOUND);

describe('unpacking stops within half a MiB of its bound', () => {
  it.each<[string, Record<string, Uint8Array>]>([
    ['one large file', { 'a.md': LARGE }],
    [
      'many files',
      Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.md`, LARGE.subarray(0, BOUND - 1)])),
    ],
  ])('%s', (_, files) => {
    const read = unzip({ path: 'x.zip', bytes: zipSync(files) }, BOUND);
    const unpacked = Number(/over (\d+) bytes/u.exec(read.ok ? '' : (read.error[0]?.detail ?? ''))?.[1]);
    expect(unpacked - BOUND).toBeGreaterThan(0);
    expect(unpacked - BOUND).toBeLessThan(BOUND);
  });

  it('a gzip', () => {
    expect(gunzip(gzipSync(LARGE), BOUND)).toBeNull();
    expect(gunzip(gzipSync(LARGE), LARGE.length)?.length).toBe(LARGE.length);
    expect(gunzip(gzipSync(LARGE).subarray(0, 100), LARGE.length)).toBeNull();
  });
});
