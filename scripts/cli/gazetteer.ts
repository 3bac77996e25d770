import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { findEntities } from '@/utils/gazetteer';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { readReviewed, type Score, scoreGazetteer } from '../command/score-gazetteer';
import { BadInput, readText, withBadInput } from '../command/input';

const ARCHIVE = 'archive';

/** What the command takes and prints. */
export const usage = `backgrounder gazetteer --archive FILE [--ignore-declared] [--score REVIEWED.tsv] [--languages en,be,ru]
  Finds the entities that an archive's briefs name. FILE is an archive file (docs/FORMATS.md). Declared entities are kept out of the
  answer, and their names with them; with --ignore-declared the file is read as if it declared none.
  Prints a line an entity: {"id", "type", "names": [{"text", "lang", "kind"}], "briefs": [ids that name it]}.
  With --languages only briefs in these are read.
  With --score the declared ones are ignored too, and one line says how many of them were found, how many of the found ones are right
  (declared, or reviewed as real in the file: a line a name, "real" or "wrong", a tab, the name), and how many have all their languages.`;

/** Runs the command; 2 for bad usage or input, said on stderr with file and place. */
export function run(argv: readonly string[]): Promise<number> {
  return withBadInput(async () => {
    const { archive, ignoreDeclared, score, languages } = optionsOf(argv);
    const contents = readArchiveFile({ text: readText(archive), fileName: basename(archive), archiveId: ARCHIVE });
    if (!contents.ok) throw new BadInput(contents.error.map(describeProblem).join('\n'));
    const { entities } = contents.value;
    const briefs = contents.value.briefs.filter(({ lang }) => languages?.includes(lang) ?? true);
    const found = await findEntities(briefs, { declared: ignoreDeclared || score !== undefined ? [] : entities });
    if (score !== undefined) {
      console.log(
        JSON.stringify(sharesOf(scoreGazetteer(found.entities, entities, readReviewed(readText(score)))), null, 2),
      );
      return 0;
    }
    const named = new Map<string, string[]>();
    for (const [brief, ids] of found.named) {
      for (const id of ids) named.set(id, [...(named.get(id) ?? []), local(brief)]);
    }
    for (const { id, type, names } of found.entities)
      console.log(JSON.stringify({ id: local(id), type, names, briefs: named.get(id) ?? [] }));
    return 0;
  });
}

/** The score as people read it: shares first, then what they rest on. */
function sharesOf(score: Score): object {
  const { declared, declaredFound, found, foundDeclared, foundReal, inAllLanguages, joined } = score;
  const share = (part: number, of: number): number => Number((part / Math.max(1, of)).toFixed(3));
  return {
    shares: {
      declaredFound: share(declaredFound, declared),
      foundRight: share(foundDeclared + foundReal, found),
      joined: share(joined, inAllLanguages),
    },
    ...score,
  };
}

function optionsOf(argv: readonly string[]): {
  archive: string;
  ignoreDeclared: boolean;
  score: string | undefined;
  languages: readonly string[] | undefined;
} {
  let values: { archive?: string; 'ignore-declared'?: boolean; score?: string; languages?: string };
  try {
    const options = {
      archive: { type: 'string' },
      'ignore-declared': { type: 'boolean' },
      score: { type: 'string' },
      languages: { type: 'string' },
    } as const;
    ({ values } = parseArgs({ args: [...argv], options }));
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  if (values.archive === undefined) throw new BadInput(usage);
  return {
    archive: values.archive,
    ignoreDeclared: values['ignore-declared'] === true,
    score: values.score,
    languages: values.languages?.split(','),
  };
}

function local(id: string): string {
  return id.slice(ARCHIVE.length + 1);
}
