import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openChromium } from '../../scripts/drive/chromium';
import { beginImport, editionFile, editionState } from '../../scripts/drive/editions';
import { EXTENSION_FOLDER } from './fixtures';

/** Enough that a kill can fall anywhere between reading and swapping. `npm run bench -- kills` does it with 10,000, twenty times. */
const BRIEFS = 1_500;

test('a browser that is killed while it imports has the old archive or the new one, whole', async ({}, info) => {
  test.setTimeout(90_000);
  const profile = info.outputPath('profile');
  const files = { first: info.outputPath('first.json'), second: info.outputPath('second.json') };
  writeFileSync(files.first, editionFile('first', BRIEFS));
  writeFileSync(files.second, editionFile('second', BRIEFS));
  const open = () => openChromium({ extension: EXTENSION_FOLDER, display: 'headless', profile });

  const driven = await open();
  const { finished } = await beginImport(driven, { file: files.first, briefs: BRIEFS });
  await finished;
  await driven.close();
  let present: 'first' | 'second' = 'first';
  for (const afterMs of [60, 500]) {
    const coming = present === 'first' ? 'second' : 'first';
    const victim = await open();
    const kill = await victim.aim();
    const begun = await beginImport(victim, { file: files[coming], briefs: BRIEFS });
    begun.finished.catch(() => undefined); // it never will be: the page dies
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await kill();
    const again = await open();
    const state = await editionState(again);
    await again.close();
    expect([present, coming], JSON.stringify(state)).toContain(state.is);
    expect(state.leftovers).toBe(0);
    present = state.is as 'first' | 'second';
  }
});
