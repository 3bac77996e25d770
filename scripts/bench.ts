/**
 * `npm run bench`: times waking, then matching and searching against the libraries one would use instead, interleaved in one run, so that a busy machine slows
 * all of them alike. Prints medians in ms and ratios; read the ratios. Names and texts are made by code and always the same.
 * `--quick` leaves out 100,000 names and briefs, the slow peers and the wakes; `npm run bench -- names` and `-- search` (bench/search.ts) run one of the two. In a real browser: `-- wake` times a stopped background's first
 * answer (bench/wake.ts), `-- popup` opening the popup and its keys (bench/popup.ts), `-- panel` scrolling a long panel (bench/panel.ts), `-- kills` imports and kills (bench/kills.ts);
 * `npm run bench -- reading` measures reading pages (bench/reading.ts), `-- gazetteer` finding names in briefs (bench/gazetteer.ts).
 */
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import OldAhoCorasick from 'ahocorasick';
import FastScan from 'fastscan';
import Fuse from 'fuse.js';
import { SymSpell } from 'mnemonist';
import { languageCode } from '@/utils/language';
import { compileNames, findMentions, type NameIndex, openNames, snapshotOf } from '@/utils/matching';
// Past the door, for the one part that has a peer of its own.
import { textAt } from '@/utils/matching/layout';
import { columnsOf } from '@/utils/matching/name-index';
import { nearAnchors } from '@/utils/matching/near';
import { pageWord } from '@/utils/matching/page-words';
import { madeArticle, madeEntities, madeTypos, tokenFloor } from './bench/made-names';

const APART = ['kills', 'wake', 'popup', 'panel', 'search', 'reading', 'gazetteer'] as const;
const asked = APART.find((name) => process.argv.includes(name));
if (asked) {
  await import(`./bench/${asked}`);
  process.exit();
}

const quick = process.argv.includes('--quick');
const all = !process.argv.includes('names');

// First: it is in ms, and what comes behind fills the memory and keeps both cores busy for minutes.
if (all && !quick && existsSync('.output/chrome-mv3')) await import('./bench/wake');
else if (all) console.log('Waking is left out: it wants "npm run build", and not --quick.');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const WORDS = 2_000;
const ROUNDS = 40;
/** Pages each runner reads before times count: the page is cold, the code is warm, the floor's too, or our ratio to it would look better than it is. */
const WARM_UP = 400;

interface Runner {
  name: string;
  run(text: string): number;
  /** Needs no warm-up that one would wait for. */
  isSlow?: true;
}

for (const count of quick ? [10_000] : [10_000, 100_000]) {
  const entities = madeEntities(count);
  const names = entities.map((entity) => entity.names[0]!.text);
  const started = performance.now();
  const index = compileNames(entities);
  const bytes = snapshotOf(index);
  console.log(
    `\n${count} names: compiled in ${(performance.now() - started).toFixed(0)} ms, ${(bytes.byteLength / 1e6).toFixed(1)} MB`,
  );
  reportOpening(bytes);
  reportHeap(bytes);
  for (const lang of ['en', 'ru'] as const) race(lang, runnersOf({ names, index, lang, isLarge: count > 10_000 }));
  reportTypos(names, index);
}
if (all) await import('./bench/search');

function runnersOf({
  names,
  index,
  lang,
  isLarge,
}: {
  names: string[];
  index: NameIndex;
  lang: string;
  isLarge: boolean;
}): Runner[] {
  const page = (text: string) => ({
    lang,
    blocks: text.split('\n').map((each) => ({ text: each, part: 'body' as const })),
  });
  // An index of its own for each of our two runners: what words are is remembered by index, and every page must be cold.
  const again = openNames(snapshotOf(index).slice());
  if (!again.ok) throw new Error(again.error);
  const aho = new AhoCorasick(names);
  const scan = new FastScan(names);
  const grams = new Set(names);
  const runners: Runner[] = [
    { name: 'floor: tokenise to hashes', run: (text) => tokenFloor(text) },
    { name: 'matching: exact + form + script', run: (text) => findMentions(index, page(text), { near: 'off' }).length },
    { name: 'matching: with misspellings', run: (text) => findMentions(again.value, page(text)).length },
    { name: '@monyone/aho-corasick (fast)', run: (text) => [...aho.matchInText(text)].length },
    { name: 'fastscan', run: (text) => scan.search(text).length },
    { name: 'Map of all n-grams', run: (text) => gramHits(grams, text) },
  ];
  if (!isLarge) {
    const old = new OldAhoCorasick(names);
    const pattern = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'), 'gu');
    runners.push({ name: 'ahocorasick', run: (text) => old.search(text).length });
    runners.push({ name: 'RegExp alternation', run: (text) => [...text.matchAll(pattern)].length });
  }
  return runners;
}

/** Each round runs every runner on a text of its own, so that no cache of words is warm: the page is cold, the code is not. */
function race(lang: 'en' | 'ru', runners: readonly Runner[]): void {
  const times = runners.map((): number[] => []);
  for (const runner of runners.filter(({ isSlow }) => !isSlow)) {
    for (let round = 0; round < WARM_UP; round++)
      runner.run(madeArticle({ lang, words: WORDS, seed: ROUNDS + (round % 40) }));
  }
  for (let round = 0; round < ROUNDS; round++) {
    const text = madeArticle({ lang, words: WORDS, seed: round });
    runners.forEach((runner, i) => {
      const started = performance.now();
      runner.run(text);
      times[i]!.push(performance.now() - started);
    });
  }
  const medians = times.map(median);
  console.log(`  ${lang}, ${WORDS} words, cold page:`);
  runners.forEach((runner, i) => {
    const floor = medians[i]! / medians[0]!;
    console.log(
      `    ${runner.name.padEnd(34)} ${medians[i]!.toFixed(3).padStart(9)} ms  ${floor.toFixed(1).padStart(7)} × floor  ${(medians[i]! / medians[1]!).toFixed(1).padStart(6)} × ours`,
    );
  });
}

function gramHits(grams: ReadonlySet<string>, text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  let hits = 0;
  for (let i = 0; i < words.length; i++) {
    let gram = '';
    for (let n = 0; n < 4 && i + n < words.length; n++) {
      gram = n === 0 ? words[i]! : `${gram} ${words[i + n]!}`;
      if (grams.has(gram)) hits++;
    }
  }
  return hits;
}

function reportOpening(bytes: Uint8Array): void {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const stored = bytes.slice();
    const started = performance.now();
    const opened = openNames(stored);
    if (!opened.ok) throw new Error(opened.error);
    findMentions(opened.value, { lang: 'ru', blocks: [{ text: 'Первый вопрос был о ценах.', part: 'body' }] });
    times.push(performance.now() - started);
  }
  console.log(`  cold open from bytes to first answer: ${median(times).toFixed(2)} ms`);
}

/** Heap beside the index's own bytes: at once after it was opened, and with what it remembers of the words of forty pages. */
function reportHeap(bytes: Uint8Array): void {
  const before = settledHeap();
  const opened = openNames(bytes);
  if (!opened.ok) throw new Error(opened.error);
  const atFirst = settledHeap() - before;
  for (let seed = 0; seed < ROUNDS; seed++)
    for (const lang of ['en', 'ru'] as const) {
      const text = madeArticle({ lang, words: WORDS, seed });
      findMentions(opened.value, { lang, blocks: [{ text, part: 'body' }] });
    }
  const later = settledHeap() - before;
  console.log(
    `  heap beside ${(snapshotOf(opened.value).byteLength / 1e6).toFixed(1)} MB of bytes: ${Math.abs(atFirst).toFixed(1)} MB when opened, ${later.toFixed(1)} MB after ${2 * ROUNDS} pages`,
  );
}

/**
 * Misspelt surnames beside their first names, against SymSpell at distance one and fuse.js. Ours twice: the look-up alone, which gives
 * candidates as SymSpell's does, and the whole of matching on a text of two words, which chooses one. The choice is counted as
 * found only where it is the name that was misspelt: as spelt, many a text is as near to another made-up name or nearer.
 */
function reportTypos(names: readonly string[], index: NameIndex): void {
  const typos = madeTypos(names, 400);
  const columns = columnsOf(index);
  const heapBefore = settledHeap();
  const spell = new SymSpell({ maxDistance: 1, verbosity: 2 });
  for (const name of new Set(names.flatMap((each) => each.split(' ')))) spell.add(name);
  const spellHeap = settledHeap() - heapBefore;
  const fuse = new Fuse(
    names.slice(0, 10_000).map((name) => ({ name })),
    { keys: ['name'], threshold: 0.3 },
  );
  const times = { whole: [] as number[], lookUp: [] as number[], spell: [] as number[], fuse: [] as number[] };
  const found = { whole: 0, lookUp: 0, spell: 0 };
  typos.forEach(({ text, name, surname }, i) => {
    const lang = /[а-я]/u.test(text) ? 'ru' : 'en';
    const page = { lang, blocks: [{ text, part: 'body' as const }] };
    const wanted = name.split(' ')[1]!.toLowerCase();
    times.whole.push(
      timed(() => {
        const mentions = findMentions(index, page, { care: 'generous' });
        if (mentions.some((mention) => mention.name === name)) found.whole++;
      }),
    );
    times.lookUp.push(
      timed(() => {
        const hits = nearAnchors(columns, pageWord(surname, languageCode(lang)));
        if (hits.some(({ word }) => textAt(columns, columns.wordTextAt[word]!) === wanted)) found.lookUp++;
      }),
    );
    times.spell.push(
      timed(() => {
        if (spell.search(surname).some((hit: { term: string }) => name.endsWith(hit.term))) found.spell++;
      }),
    );
    if (i < 3) times.fuse.push(timed(() => void fuse.search(surname)));
  });
  const micro = (list: readonly number[]) => `${(1000 * median(list)).toFixed(1)} µs`;
  const nearTable = (columns.nearSlots.byteLength / 1e6).toFixed(1);
  console.log('  misspelt names (first name beside a surname one slip off):');
  console.log(
    `    ours, the look-up alone     ${micro(times.lookUp)} a word, found ${share(found.lookUp, typos.length)}, table ${nearTable} MB`,
  );
  console.log(
    `    SymSpell, the look-up alone ${micro(times.spell)} a word, found ${share(found.spell, typos.length)}, heap ${spellHeap.toFixed(0)} MB`,
  );
  console.log(
    `    ours, all of matching       ${micro(times.whole)} a text of two words, chosen ${share(found.whole, typos.length)}`,
  );
  console.log(`    fuse.js on 10,000           ${micro(times.fuse)} a word`);
}

/** MB in use once garbage is out. */
function settledHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(3);
}
