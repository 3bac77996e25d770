import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { type Brief, textOf } from '@/utils/model';
import { compileTexts, parseQuery, type Shown, searchTexts, snippetOf } from '@/utils/search';
import { BadInput, type Line, readLines, readText, withBadInput } from '../command/input';

/** Qualifies ids as the extension does; taken off again before printing. */
const ARCHIVE = 'archive';

const USUAL_LIMIT = 10;

/** What the command takes and prints. */
export const usage = `backgrounder search --archive FILE --queries QUERIES.jsonl [--limit ${USUAL_LIMIT}] [--languages en,be,ru]
  Searches an archive as the popup does. FILE is an archive file (docs/FORMATS.md).
  A line of QUERIES: {"id", "query"}; words, "phrases", -exclusions, and filters such as year:2012, lang:be, situation:worsened.
  Prints a line a query: {"id", "hits": [{"brief", "group", "score", "snippet"}], "total", "corrected"?}, best first, one hit
  a translation group: its best translation, or of equals the first of the languages.`;

/** Runs the command; 2 for bad usage or input, said on stderr with file and place. */
export function run(argv: readonly string[]): Promise<number> {
  return withBadInput(() => {
    const { archive, queries, limit, languages } = optionsOf(argv);
    const contents = readArchiveFile({ text: readText(archive), fileName: basename(archive), archiveId: ARCHIVE });
    if (!contents.ok) throw new BadInput(contents.error.map(describeProblem).join('\n'));
    const index = compileTexts(contents.value);
    const briefs = new Map(contents.value.briefs.map((brief) => [brief.id, brief]));
    for (const line of readLines(queries)) {
      const { id, query } = queryOf(line);
      // A line is a finished query: its last word is not the beginning of one.
      const result = searchTexts(index, parseQuery(query), { limit, languages, typing: 'off' });
      const hits = result.hits.map((hit) => ({
        brief: local(hit.brief),
        group: local(hit.group),
        score: Number(hit.score.toFixed(4)),
        snippet: passageOf(briefs.get(hit.brief), result.shown),
      }));
      const { total, corrected } = result;
      console.log(JSON.stringify({ id, hits, total, ...(corrected ? { corrected } : {}) }));
    }
    return 0;
  });
}

interface Options {
  archive: string;
  queries: string;
  limit: number;
  languages: string[];
}

function optionsOf(argv: readonly string[]): Options {
  let values: Partial<Record<'archive' | 'queries' | 'limit' | 'languages', string>>;
  try {
    const text = { type: 'string' } as const;
    ({ values } = parseArgs({
      args: [...argv],
      options: { archive: text, queries: text, limit: text, languages: text },
    }));
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  const { archive, queries, limit = String(USUAL_LIMIT), languages = 'en,be,ru' } = values;
  const most = Number(limit);
  if (archive === undefined || queries === undefined || !Number.isInteger(most) || most < 1) throw new BadInput(usage);
  return { archive, queries, limit: most, languages: languages.split(',') };
}

function queryOf({ where, value }: Line): { id: string; query: string } {
  const { id, query } = value;
  if (typeof id !== 'string' || typeof query !== 'string')
    throw new BadInput(`${where}: "id" and "query" must be texts`);
  return { id, query };
}

/** From the body, else from the summary; '' where neither has any of the words, as for a brief found by a declared name. */
function passageOf(brief: Brief | undefined, shown: Shown): string {
  if (!brief) return '';
  return (snippetOf(brief.body.map(textOf), shown) ?? snippetOf([brief.summary], shown))?.text ?? '';
}

function local(id: string): string {
  return id.slice(ARCHIVE.length + 1);
}
