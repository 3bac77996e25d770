import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { describeProblem, type Incoming, readFiles, type SourceFile, writeArchiveFile } from '@/utils/intake';
import { MAX_ARCHIVE_BYTES } from '@/utils/model';
import { BadInput, withBadInput } from '../command/input';

/** Qualifies ids while they are read; an archive file holds none of it. */
const ARCHIVE = 'archive';

/** What the command takes and prints. */
export const usage = `backgrounder import SOURCE... --out FILE [--title TITLE]
  Makes one archive file (docs/FORMATS.md) of files, folders and zips: Markdown, HTML, plain text, WordPress exports, saved feeds, CSV, archive files.
  Prints {"briefs", "languages", "weeks", "problems"}; what was left out is said on stderr, a line a problem.`;

/** Runs the command; 2 for bad usage and for sources in which no brief was found. */
export function run(argv: readonly string[]): Promise<number> {
  return withBadInput(async () => {
    const { sources, out, title } = optionsOf(argv);
    const read = await readFiles({
      files: sources.flatMap(filesIn),
      archiveId: ARCHIVE,
      columns: null,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (!read.ok) throw new BadInput(read.error.map(describeProblem).join('\n'));
    const { contents, notes } = read.value;
    notes.forEach((note) => console.error(describeProblem(note)));
    writeFileSync(out, writeArchiveFile({ ...contents, title: title ?? contents.title }));
    console.log(JSON.stringify(summaryOf(read.value)));
    return 0;
  });
}

function optionsOf(argv: readonly string[]): { sources: string[]; out: string; title: string | undefined } {
  let parsed;
  try {
    const options = { out: { type: 'string' }, title: { type: 'string' } } as const;
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  const { values, positionals } = parsed;
  if (values.out === undefined || positionals.length === 0) throw new BadInput(usage);
  return { sources: positionals, out: values.out, title: values.title };
}

/** The files of a source; those of a folder by their paths inside it, hidden ones left out. */
function filesIn(source: string): SourceFile[] {
  try {
    if (!statSync(source).isDirectory()) return [fileAt(source, basename(source))];
    return readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (path) =>
          !relative(source, path)
            .split(sep)
            .some((part) => part.startsWith('.')),
      )
      .map((path) => fileAt(path, relative(source, path).split(sep).join('/')));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${source}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fileAt(path: string, name: string): SourceFile {
  const { size } = statSync(path);
  if (size > MAX_ARCHIVE_BYTES) throw new BadInput(`${path}: ${size} bytes; at most ${MAX_ARCHIVE_BYTES} are read`);
  return { path: name, bytes: readFileSync(path) };
}

function summaryOf({ contents, notes }: Incoming): object {
  const languages: Record<string, number> = {};
  for (const { lang } of contents.briefs) languages[lang || 'unknown'] = (languages[lang || 'unknown'] ?? 0) + 1;
  const weeks = new Set(contents.briefs.flatMap(({ week }) => (week ? [week.from] : [])));
  return { briefs: contents.briefs.length, languages, weeks: weeks.size, problems: notes.length };
}
