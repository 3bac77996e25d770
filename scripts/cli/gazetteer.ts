import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { findEntities } from '@/utils/gazetteer';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { BadInput, readText, withBadInput } from '../command/input';

const ARCHIVE = 'archive';

/** What the command takes and prints. */
export const usage = `backgrounder gazetteer --archive FILE [--ignore-declared]
  Finds the entities that an archive's briefs name. FILE is an archive file (docs/FORMATS.md). Declared entities are kept out of the
  answer, and their names with them; with --ignore-declared the file is read as if it declared none.
  Prints a line an entity: {"id", "type", "names": [{"text", "lang", "kind"}], "briefs": [ids that name it]}.`;

/** Runs the command; 2 for bad usage or input, said on stderr with file and place. */
export function run(argv: readonly string[]): Promise<number> {
  return withBadInput(async () => {
    const { archive, ignoreDeclared } = optionsOf(argv);
    const contents = readArchiveFile({ text: readText(archive), fileName: basename(archive), archiveId: ARCHIVE });
    if (!contents.ok) throw new BadInput(contents.error.map(describeProblem).join('\n'));
    const { briefs, entities } = contents.value;
    const found = await findEntities(briefs, { declared: ignoreDeclared ? [] : entities });
    const named = new Map<string, string[]>();
    for (const [brief, ids] of found.named) {
      for (const id of ids) named.set(id, [...(named.get(id) ?? []), local(brief)]);
    }
    for (const { id, type, names } of found.entities)
      console.log(JSON.stringify({ id: local(id), type, names, briefs: named.get(id) ?? [] }));
    return 0;
  });
}

function optionsOf(argv: readonly string[]): { archive: string; ignoreDeclared: boolean } {
  let values: { archive?: string; 'ignore-declared'?: boolean };
  try {
    const options = { archive: { type: 'string' }, 'ignore-declared': { type: 'boolean' } } as const;
    ({ values } = parseArgs({ args: [...argv], options }));
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  if (values.archive === undefined) throw new BadInput(usage);
  return { archive: values.archive, ignoreDeclared: values['ignore-declared'] === true };
}

function local(id: string): string {
  return id.slice(ARCHIVE.length + 1);
}
