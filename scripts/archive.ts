/**
 * Builds the starter archive from its Markdown sheets and checks it.
 *
 *   npm run archive             writes public/starter.json, if nothing is amiss
 *   npm run archive -- --check  only checks, also that public/starter.json is what the sheets give
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { checkSheets } from './archive/check-sheets';
import { makeFeed } from './archive/make-feed';
import { readSheets } from './archive/read-sheets';

/** It is in every package of the extension. */
const MOST_BYTES = 1024 * 1024;

const SHEETS = join(import.meta.dirname, 'starter');
const FILE = join(import.meta.dirname, '..', 'public', 'starter.json');

process.exitCode = main(process.argv.slice(2));

function main(options: readonly string[]): number {
  const { sheets, entities } = readSheets(SHEETS);
  const text = makeFeed(sheets, entities);
  const amiss = [
    ...checkSheets(sheets, entities),
    ...(Buffer.byteLength(text) > MOST_BYTES
      ? [`public/starter.json: ${Buffer.byteLength(text)} bytes, at most ${MOST_BYTES}`]
      : []),
    ...intakeProblems(text),
  ];
  if (options.includes('--check') && (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== text)) {
    amiss.push('public/starter.json is not what the sheets give: run npm run archive');
  }
  for (const sentence of amiss) console.error(sentence);
  if (amiss.length > 0) {
    console.error(`${amiss.length} things to mend`);
    return 1;
  }
  if (!options.includes('--check')) writeFileSync(FILE, text);
  console.log(
    `${sheets.length} weeks, ${sheets.length * 3} briefs, ${entities.length} entities, ${Buffer.byteLength(text)} bytes`,
  );
  return 0;
}

function intakeProblems(text: string): string[] {
  const contents = readArchiveFile({ text, fileName: 'public/starter.json', archiveId: 'starter' });
  return contents.ok ? [] : contents.error.map(describeProblem);
}
