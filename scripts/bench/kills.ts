/**
 * `npm run bench -- kills [--briefs N] [--kills N]`: imports an archive in a real Chromium, times it with the background answering meanwhile, then
 * kills the browser at random moments of further imports and looks whether the archive is wholly old or wholly new. Needs `npm run build`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from '../drive/chromium';
import { ask, beginImport, type Edition, editionFile, editionState } from '../drive/editions';
import { randomFrom } from './made-names';

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const options = { briefs: { type: 'string', default: '10000' }, kills: { type: 'string', default: '20' } } as const;
const { values } = parseArgs({ options, allowPositionals: true });
const briefs = Number(values.briefs);
const kills = Number(values.kills);

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-kills-'));
const profile = join(folder, 'profile');
const files = Object.fromEntries(
  (['first', 'second'] as const).map((edition) => {
    const file = join(folder, `${edition}.json`);
    writeFileSync(file, editionFile(edition, briefs));
    return [edition, file];
  }),
) as Record<Edition, string>;
const open = () => openChromium({ extension: EXTENSION, display: 'headless', profile });

const takes = await timeImport();
const random = randomFrom(5);
const outcomes = { old: 0, new: 0, mixed: 0 };
let present: Edition = 'first';
for (let time = 1; time <= kills; time++) {
  const coming: Edition = present === 'first' ? 'second' : 'first';
  const driven = await open();
  const kill = await driven.aim();
  const { finished } = await beginImport(driven, { file: files[coming], briefs });
  const after = Math.round(random() * takes * 1.1);
  finished.catch(() => undefined); // it never will be: the page dies
  await new Promise((resolve) => setTimeout(resolve, after));
  await kill();
  const again = await open();
  const state = await editionState(again);
  await again.close();
  const outcome = state.is === present ? 'old' : state.is === coming ? 'new' : 'mixed';
  outcomes[outcome]++;
  console.log(`kill ${time}, ${after} ms after "Add": wholly ${outcome}`);
  if (outcome === 'mixed') console.log(JSON.stringify(state));
  else if (outcome === 'new') present = coming;
}
console.log(`${kills} kills: ${outcomes.old} wholly old, ${outcomes.new} wholly new, ${outcomes.mixed} mixed`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = outcomes.mixed === 0 ? 0 : 1;

/** Imports over nothing and then over itself; gives the ms of the second from "Add" to the end. */
async function timeImport(): Promise<number> {
  const driven = await open();
  let ms = 0;
  for (const edition of ['second', 'first'] as const) {
    const began = performance.now();
    const { options: page, finished } = await beginImport(driven, { file: files[edition], briefs });
    const added = performance.now();
    let longest = 0;
    let asked = 0;
    let isOver = false;
    void finished.finally(() => (isOver = true));
    while (!isOver) {
      const before = performance.now();
      await ask(driven, 'search', { text: 'ministry' });
      longest = Math.max(longest, performance.now() - before);
      asked++;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await finished;
    ms = performance.now() - added;
    console.log(
      `${briefs} briefs ${edition === 'second' ? 'added' : 'replaced'}: ${(added - began).toFixed(0)} ms until they were read and looked at, ${ms.toFixed(0)} ms to keep and index them; ${asked} searches meanwhile, the longest ${longest.toFixed(0)} ms`,
    );
    await page.close();
  }
  const state = await editionState(driven);
  if (state.is !== 'first') throw new Error(`after two imports: ${JSON.stringify(state)}`);
  await driven.close();
  return ms;
}
