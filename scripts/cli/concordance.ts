import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { compileNames, findMentions, type NameIndex } from '@/utils/matching';
import { isInDoubt, type Mention } from '@/utils/model';
import { BadInput, readText, withBadInput } from '../command/input';

/** What the command takes and prints. */
export const usage = `backgrounder concordance --archive FILE FOLDER
  Prints every mention of an archive's names in the texts of a folder, each in its context, for a person to look through.
  FILE is an archive file (docs/FORMATS.md). FOLDER has texts as LANG/*.txt; an empty line in a text parts two blocks.
  A line a mention: file, sure or in doubt, tier, the name, and the text around it; at the end how many in how many words.`;

/** Letters shown to either side of a mention, in UTF-16 units. */
const AROUND = 48;

/** Runs the command; 2 for bad usage or input, said on stderr with file and place. */
export function run(argv: readonly string[]): Promise<number> {
  return withBadInput(() => {
    const { archive, folder } = optionsOf(argv);
    const contents = readArchiveFile({ text: readText(archive), fileName: basename(archive), archiveId: 'archive' });
    if (!contents.ok) throw new BadInput(contents.error.map(describeProblem).join('\n'));
    const index = compileNames(contents.value.entities);
    let sure = 0;
    let words = 0;
    let mentions = 0;
    for (const file of textsIn(folder)) {
      const text = readText(file);
      words += text.split(/\s+/u).length;
      for (const line of linesOf(index, file, text)) {
        mentions++;
        if (line.isSure) sure++;
        console.log(line.text);
      }
    }
    console.log(`${mentions} mentions in ${words} words; ${sure} sure, ${mentions - sure} in doubt`);
    return 0;
  });
}

function optionsOf(argv: readonly string[]): { archive: string; folder: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { archive: { type: 'string' } },
      allowPositionals: true,
    });
    if (values.archive === undefined || positionals.length !== 1) throw new BadInput(usage);
    return { archive: values.archive, folder: positionals[0]! };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function textsIn(folder: string): string[] {
  let files: string[];
  try {
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new BadInput(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return files
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => join(folder, file));
}

function linesOf(index: NameIndex, file: string, text: string): { text: string; isSure: boolean }[] {
  const blocks = text.split(/\n\s*\n/u).map((block) => ({ text: block, part: 'body' as const }));
  return findMentions(index, { lang: basename(dirname(file)), blocks }).map((mention) => ({
    isSure: !isInDoubt(mention),
    text: `${basename(file)}\t${isInDoubt(mention) ? 'in doubt' : 'sure'}\t${mention.tier}\t${mention.name}\t${inContext(blocks[mention.block]!.text, mention)}`,
  }));
}

function inContext(text: string, { start, end }: Mention): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return `${before}[${text.slice(start, end)}]${text.slice(end, end + AROUND)}`.replaceAll(/\s+/gu, ' ');
}
