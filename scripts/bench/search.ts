/**
 * `npm run bench -- search`: searching against the libraries one would use instead, at 1,000 and 10,000 briefs made by code, and ourselves
 * at 100,000. Queries are interleaved, each begun by another library, so that a busy machine slows all alike and nobody always meets the garbage of the same one: read ratios. Says at the end which targets hold.
 * Numbers choose sizes. `--quick` leaves out 100,000 briefs, and the libraries that need minutes at 10,000 (Orama, lunr, fuse.js).
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { likenessOf, openTexts } from '@/utils/search';
import { randomFrom } from './made-names';
import { formOf, formsOfLemma, type MadeBrief, madeBriefs } from './search-briefs';
import { type Asked, type Engine, flexSearch, fuse, lunr, miniSearch, miniSearchStemmed, type Opened, orama, ours, sqlite } from './search-engines'; // prettier-ignore

const QUERIES = 150;
/** A library that has needed so long for a task is not asked more of it, that the bench may end. */
const MOST_MS = 5_000;
const COLD_ROUNDS = 5;
const WORDS_OF_A_PAGE = 40;
/** The archive that the targets speak of. */
const TARGETS_AT = 10_000;

setFlagsFromString('--expose-gc');
setFlagsFromString('--max-old-space-size=8000'); // 100,000 briefs as they were made, beside the index of them
const collectGarbage = runInNewContext('gc') as () => void;
const quick = process.argv.includes('--quick');
const sizes = process.argv.filter((argument) => /^\d+$/u.test(argument)).map(Number);

for (const count of sizes.length > 0 ? sizes : quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]) await benchAt(count);

interface Question extends Asked {
  task: string;
  /** The brief that was in mind; null where only time counts. */
  wanted: string | null;
}

interface Row {
  engine: Engine;
  opened: Opened;
  megabytes: number;
  coldMs: number;
  heapMegabytes: number;
  times: Map<string, number[]>;
  found: Map<string, number>;
}

async function benchAt(count: number): Promise<void> {
  const { briefs, entities } = madeBriefs(count);
  const questions = questionsOf(briefs);
  const rows: Row[] = [];
  for (const engine of enginesFor(count)) {
    const started = performance.now();
    const bytes = await engine.build(briefs, entities);
    const seconds = (performance.now() - started) / 1000;
    rows.push({ engine, ...(await openedCold(engine, bytes, questions[0]!)), megabytes: bytes.byteLength / 1e6, times: new Map(), found: new Map() }); // prettier-ignore
    console.error(`${engine.name}: built in ${seconds.toFixed(1)} s`);
  }
  for (const [turn, question] of questions.entries()) {
    for (let i = 0; i < rows.length; i++) await ask(rows[(turn + i) % rows.length]!, question);
  }
  report(count, rows, questions);
  if (count === TARGETS_AT) reportTargets(rows);
  await reportLikeness(count, briefs, entities);
}

function enginesFor(count: number): Engine[] {
  if (count > 10_000) return [ours];
  const fast = [ours, sqlite, flexSearch, miniSearch, miniSearchStemmed];
  return quick && count > 1_000 ? fast : [...fast, lunr, orama, fuse];
}

/** Bytes to first answer, and the memory that then stays in use; the bytes are copied first, for whoever keeps them pays for them. */
async function openedCold(engine: Engine, bytes: Uint8Array, first: Question) {
  const times: number[] = [];
  let opened: Opened | null = null;
  let heapMegabytes = 0;
  for (let round = 0; round < COLD_ROUNDS && (round === 0 || times[0]! < 1_000); round++) {
    opened = null;
    collectGarbage();
    collectGarbage(); // buffers of what the first found are given back by the second
    const before = memoryInUse();
    const copy = bytes.slice();
    const started = performance.now();
    opened = await engine.open(copy);
    await opened.search(first);
    times.push(performance.now() - started);
    collectGarbage();
    heapMegabytes = memoryInUse() - before;
  }
  return { opened: opened!, coldMs: median(times), heapMegabytes };
}

async function ask(row: Row, question: Question): Promise<void> {
  const { task, wanted } = question;
  const times = row.times.get(task) ?? [];
  row.times.set(task, times);
  if (times.reduce((sum, ms) => sum + ms, 0) > MOST_MS) return;
  const started = performance.now();
  const ids = await row.opened.search(question);
  times.push(performance.now() - started);
  if (wanted !== null && ids.includes(wanted)) row.found.set(task, (row.found.get(task) ?? 0) + 1);
}

/** One query a task for each of some briefs, always the same. */
function questionsOf(briefs: readonly MadeBrief[]): Question[] {
  const random = randomFrom(5);
  const docs = new Map<string, Map<number, number>>();
  for (const { brief, tokens } of briefs) {
    const counts = docs.get(brief.lang) ?? new Map<number, number>();
    docs.set(brief.lang, counts);
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return Array.from({ length: QUERIES }, () => briefs[Math.floor(random() * briefs.length)]!).flatMap(
    (made): Question[] => {
      const { lang, id: wanted } = made.brief;
      const tokens = [...made.tokens].sort((a, b) => docs.get(lang)!.get(a)! - docs.get(lang)!.get(b)!);
      const words = tokens.map((token) => formOf(lang, token));
      const [first = '', second = ''] = words;
      const long = words.find((word) => word.length >= 6) ?? first;
      const page = words.filter((_, i) => i % 5 === 0).slice(0, WORDS_OF_A_PAGE);
      const name = made.entities[0]!.names.find((each) => each.lang === 'en')!.text;
      const kind = 'words';
      return [
        { task: 'one word', query: first, kind, lang, wanted },
        { task: 'two words', query: `${first} ${second}`, kind, lang, wanted },
        { task: 'typo', query: misspelt(random, long), kind: 'typo', lang, wanted },
        ...inflected(random, made, tokens),
        ...(lang === 'en' ? [] : [{ task: 'cross-script', query: name, kind, lang, wanted } as const]),
        { task: 'related', query: page.join(' '), kind: 'page', lang, wanted },
      ];
    },
  );
}

/** The rarest word of the brief that has a form which the brief has not, in that form. */
function inflected(random: () => number, made: MadeBrief, tokens: readonly number[]): Question[] {
  const { lang, id } = made.brief;
  const here = new Set(tokens);
  for (const token of tokens) {
    const others = formsOfLemma(lang, token).filter((form) => !here.has(form));
    if (others.length === 0) continue;
    const query = formOf(lang, others[Math.floor(random() * others.length)]!);
    return [{ task: 'inflected', query, kind: 'words', lang, wanted: id }];
  }
  return [];
}

/** One edit: a letter out, doubled, swapped with the next, or another of the word's own. */
function misspelt(random: () => number, word: string): string {
  const at = Math.floor(random() * (word.length - 1));
  const edits = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word[at]! + word.slice(at),
    word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
    word.slice(0, at) + word[(at + 2) % word.length]! + word.slice(at + 1),
  ];
  return edits[Math.floor(random() * edits.length)]!;
}

function report(count: number, rows: readonly Row[], questions: readonly Question[]): void {
  const tasks = [...new Set(questions.map(({ task }) => task))];
  console.log(`\n${count} briefs: ms a query (R@10)`);
  console.log(['', 'index MB', 'cold ms', 'heap MB', ...tasks].map((cell) => cell.padStart(16)).join(''));
  for (const row of rows) {
    const cells = tasks.map((task) => {
      const times = row.times.get(task) ?? [];
      return `${median(times).toFixed(3)} (${((row.found.get(task) ?? 0) / times.length).toFixed(2)})`;
    });
    console.log([row.engine.name.slice(0, 22), row.megabytes.toFixed(1), row.coldMs.toFixed(1), row.heapMegabytes.toFixed(1), ...cells].map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(i > 3 ? 16 : 12))).join('')); // prettier-ignore
  }
  const us = rows[0]!;
  for (const row of rows.slice(1)) {
    const times = (task: string): string =>
      `${task} ×${(median(row.times.get(task)!) / median(us.times.get(task)!)).toFixed(1)}`;
    console.log(`  ${row.engine.name}: cold ×${(row.coldMs / us.coldMs).toFixed(0)}, index ×${(row.megabytes / us.megabytes).toFixed(1)}, heap ×${(row.heapMegabytes / us.heapMegabytes).toFixed(1)}, ${times('one word')}, ${times('related')}`); // prettier-ignore
  }
}

/** The figures this project has promised itself, each against the libraries of the same run. */
function reportTargets(rows: readonly Row[]): void {
  const us = rows[0]!;
  const ratio = (name: string, of: (row: Row) => number): number => of(rows.find(({ engine }) => engine.name === name)!) / of(us); // prettier-ignore
  const ms = (task: string) => (row: Row) => median(row.times.get(task)!);
  const recall = (task: string): number => us.found.get(task)! / us.times.get(task)!.length;
  const { name: mini } = miniSearch;
  const { name: fts } = sqlite;
  const targets: [what: string, is: number, how: '≥' | '≤', goal: number][] = [
    ['cold, times faster than MiniSearch', ratio(mini, (row) => row.coldMs), '≥', 40],
    ['cold, times faster than SQLite FTS5', ratio(fts, (row) => row.coldMs), '≥', 10],
    ['index, times smaller than MiniSearch', ratio(mini, (row) => row.megabytes), '≥', 2],
    ['heap, times smaller than MiniSearch', ratio(mini, (row) => row.heapMegabytes), '≥', 10],
    ['typo, R@10', recall('typo'), '≥', 0.98],
    ['typo, ms', ms('typo')(us), '≤', 0.5],
    ['inflected, R@10', recall('inflected'), '≥', 0.8],
    ['two words, R@10', recall('two words'), '≥', 0.985],
    ['cross-script, R@10', recall('cross-script'), '≥', 0.95],
    ['related, times faster than SQLite FTS5', ratio(fts, ms('related')), '≥', 15],
  ];
  console.log(`  targets at ${TARGETS_AT} briefs:`);
  for (const [what, is, how, goal] of targets) {
    const holds = how === '≥' ? is >= goal : is <= goal;
    console.log(
      `    ${holds ? 'holds ' : 'MISSED'}  ${what.padEnd(40)} ${is.toFixed(3).padStart(9)}  (${how} ${goal})`,
    );
  }
}

/** A page is compared by `likenessOf`, which weighs all its words in its language. */
async function reportLikeness(
  count: number,
  briefs: readonly MadeBrief[],
  entities: Parameters<Engine['build']>[1],
): Promise<void> {
  const opened = openTexts(await ours.build(briefs, entities));
  if (!opened.ok) throw new Error(opened.error);
  const times: number[] = [];
  for (const { brief } of briefs.slice(0, QUERIES)) {
    const page = {
      lang: brief.lang,
      blocks: brief.body.map((block) => ({ text: block.spans[0]!.text, part: 'body' as const })),
    };
    const started = performance.now();
    likenessOf(opened.value, page, { limit: 50 });
    times.push(performance.now() - started);
  }
  console.log(`  likeness of a page of 200 words at ${count} briefs: ${median(times).toFixed(2)} ms`);
}

function memoryInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
