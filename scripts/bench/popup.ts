/**
 * `npm run bench -- popup [--briefs N]`: in a real Chromium with a large archive, how long after opening the popup its first results are painted
 * when the background was stopped before, beside what waking a background takes that is asked for nothing; and how long after a key
 * the new list stands in the document, and until it is painted, which waits for the next frame (up to 16 ms). The popup's page is opened in a tab: a window of its own adds what the browser takes for any. Needs `npm run build`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { browser as extensionApi } from 'wxt/browser';
import { openChromium } from '../drive/chromium';
import { ask, beginImport, editionFile } from '../drive/editions';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

const EXTENSION = join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const { values } = parseArgs({
  options: { briefs: { type: 'string', default: '10000' } },
  allowPositionals: true,
});
const briefs = Number(values.briefs);
const OPENINGS = 20;
/** Source, because a named function that is compiled here asks for a helper that pages do not have. */
const MARK_PAINTED = `requestAnimationFrame(function look() {
  if (document.querySelector('[role=option]')) requestAnimationFrame(() => performance.mark('painted'));
  else requestAnimationFrame(look);
});`;
/** Typed one after the other, the field emptied in between. */
const TYPED = ['ministry of defence plan signed in minsk', 'railway border council', 'harvest loan audit dairy potash'];

const folder = mkdtempSync(join(tmpdir(), 'backgrounder-popup-'));
const file = join(folder, 'archive.json');
writeFileSync(file, editionFile('first', briefs));
const driven = await openChromium({ extension: EXTENSION, display: 'headless' });
const imported = await beginImport(driven, { file, briefs });
await imported.finished;
await imported.options.close();
// The first search after a change of the archives packs what searches read and stores it behind its answer: once, not at every wake.
await ask(driven, 'search', { text: 'ministry' });
await driven.desk.waitForTimeout(3_000);
await driven.desk.evaluate(() => chrome.storage.session.set({ popupQuery: 'ministry' }));

const waking: number[] = [];
const opening: number[] = [];
for (let time = 0; time < OPENINGS; time++) {
  await driven.stopBackground();
  const before = performance.now();
  await ask(driven, 'nothing', null); // refused, once somebody is awake to refuse it
  waking.push(performance.now() - before);

  await driven.stopBackground();
  const popup = await driven.context.newPage();
  await popup.addInitScript({ content: MARK_PAINTED });
  await popup.goto(`chrome-extension://${driven.extensionId}/popup.html`);
  await popup.waitForFunction(() => performance.getEntriesByName('painted').length > 0);
  opening.push(await popup.evaluate(() => performance.getEntriesByName('painted')[0]?.startTime ?? NaN));
  await popup.close();
}

const popup = await driven.context.newPage();
await popup.goto(`chrome-extension://${driven.extensionId}/popup.html`);
await popup.getByRole('combobox').fill('');
await popup.evaluate(() => {
  let pressed = 0;
  addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
  new MutationObserver(() => {
    const key = pressed;
    pressed = 0;
    if (key === 0) return;
    performance.measure('listed', { start: key, end: performance.now() });
    // The frame that shows it begins with this callback; the task behind it runs once that frame is handed over.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.measure('painted', { start: key, end: performance.now() });
      port2.postMessage(null);
    });
  }).observe(document.querySelector('.popup-list') ?? document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
});
for (const text of TYPED) {
  await popup.getByRole('combobox').fill('');
  await popup.waitForTimeout(300);
  for (const letter of text) {
    await popup.keyboard.press(letter === ' ' ? 'Space' : letter);
    await popup.waitForTimeout(120);
  }
}
// Each further key: the first brings the first results, whose time is the popup's own.
const [listed = [], painted = []] = await popup.evaluate(() =>
  ['listed', 'painted'].map((name) =>
    performance
      .getEntriesByName(name)
      .map(({ duration }) => duration)
      .slice(1),
  ),
);
await driven.close();
rmSync(folder, { recursive: true, force: true });

console.log(`${briefs} briefs, the background stopped before each of ${OPENINGS} openings`);
console.log(`  waking a background asked for nothing   median ${at(waking, 0.5)} ms, p95 ${at(waking, 0.95)} ms`);
console.log(`  popup to its first results painted      median ${at(opening, 0.5)} ms, p95 ${at(opening, 0.95)} ms`);
console.log(
  `  key to the new list in the document     median ${at(listed, 0.5)} ms, p95 ${at(listed, 0.95)} ms (${listed.length} keys)`,
);
console.log(`  key to the new list painted             median ${at(painted, 0.5)} ms, p95 ${at(painted, 0.95)} ms`);

function at(samples: readonly number[], share: number): string {
  const sorted = samples.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);
}
