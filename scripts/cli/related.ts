import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { briefPage } from '@/entrypoints/background/brief-page';
import { applyEdits } from '@/utils/editing';
import { rowsOf } from '@/utils/indexing';
import { describeProblem, readArchiveFile } from '@/utils/intake';
import { compileNames } from '@/utils/matching';
import { compileTexts } from '@/utils/search';
import type { PageText } from '@/utils/model';
import { BadInput, type Line, readLines, readText, withBadInput } from '../command/input';

/** Qualifies ids as the extension does; taken off again before printing. */
const ARCHIVE = 'archive';

/** What the command takes and prints. */
export const usage = `backgrounder related --archive FILE --texts TEXTS.jsonl [--languages en,be,ru]
  Briefs each text as the side panel would. FILE is an archive file (docs/FORMATS.md).
  A line of TEXTS: {"id", "lang", "title"?, "text"}; the text's first line is its lead, each line a block.
  Prints a line a text: {"id", "entities": [{"id", "mentions", "certainty"}], "related": [{"brief", "group", "score", "because"}]}, best first.`;

/** Runs the command; 2 for bad usage or input, said on stderr with file and place. */
export function run(argv: readonly string[]): Promise<number> {
  return withBadInput(() => {
    const { archive, texts, languages } = optionsOf(argv);
    const contents = readArchiveFile({ text: readText(archive), fileName: basename(archive), archiveId: ARCHIVE });
    if (!contents.ok) throw new BadInput(contents.error.map(describeProblem).join('\n'));
    const { entities, briefs } = contents.value;
    const known = {
      hand: applyEdits(entities, []),
      names: compileNames(entities),
      texts: compileTexts({ briefs, entities }),
      ...rowsOf({ heads: briefs, entities }),
    };
    for (const line of readLines(texts)) {
      const { id, page } = pageOf(line);
      const briefing = briefPage(page, known, languages);
      console.log(
        JSON.stringify({
          id,
          entities: briefing.entities.map((entity) => ({
            id: local(entity.id),
            mentions: entity.mentions.length,
            certainty: entity.certainty,
          })),
          related: briefing.related.map(({ head, score, because }) => ({
            brief: local(head.id),
            group: local(head.group),
            score: Number(score.toFixed(4)),
            because: { ...because, entities: because.entities.map(local) },
          })),
        }),
      );
    }
    return 0;
  });
}

function optionsOf(argv: readonly string[]): { archive: string; texts: string; languages: string[] } {
  let values: { archive?: string; texts?: string; languages?: string };
  try {
    const options = { archive: { type: 'string' }, texts: { type: 'string' }, languages: { type: 'string' } } as const;
    ({ values } = parseArgs({ args: [...argv], options }));
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  const { archive, texts, languages = 'en,be,ru' } = values;
  if (archive === undefined || texts === undefined) throw new BadInput(usage);
  return { archive, texts, languages: languages.split(',') };
}

function pageOf({ where, value }: Line): { id: string; page: PageText } {
  const { id, lang, title, text } = value;
  if (typeof id !== 'string' || typeof text !== 'string') throw new BadInput(`${where}: "id" and "text" must be texts`);
  const headline = typeof title === 'string' ? title : '';
  const [lead = '', ...body] = text.split('\n').filter((line) => line.trim() !== '');
  const page: PageText = {
    url: '',
    canonicalUrl: null,
    title: headline,
    lang: typeof lang === 'string' ? lang : '',
    siteName: null,
    publishedAt: null,
    blocks: [
      { text: headline, part: 'headline' },
      { text: lead, part: 'lead' },
      ...body.map((block) => ({ text: block, part: 'body' as const })),
    ],
    extent: 'whole',
  };
  return { id, page };
}

function local(id: string): string {
  return id.slice(ARCHIVE.length + 1);
}
