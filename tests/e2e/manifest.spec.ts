import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const TOP = join(import.meta.dirname, '..', '..');

/** Whitespace apart, to the byte: the order too. */
const written = (path: string): string => JSON.stringify(JSON.parse(readFileSync(join(TOP, path), 'utf8')));

for (const browser of ['chrome', 'firefox']) {
  test(`${browser}: what is built asks for what was reviewed, and for nothing else`, () => {
    expect(written(`.output/${browser}-mv3/manifest.json`)).toBe(written(`tests/manifests/${browser}.json`));
  });

  test(`${browser}: the background's script holds no texts, and no letter beyond ASCII`, () => {
    const script = readFileSync(join(TOP, `.output/${browser}-mv3/background.js`), 'utf8');
    expect(script.match(/[^\n -~]/u)).toBeNull();
    expect(script).not.toContain('"message":');
  });
}
