import markdownIt from 'markdown-it';
import { textOf } from '@/utils/model';
import { type Draft, draftOf } from './draft';
import { draftFromFields, type Fields } from './draft-fields';
import { readFrontMatter } from './front-matter';
import { blocksOfHtml } from './html-to-blocks';
import { type PathParts, partsOfPath } from './path-parts';
import type { IntakeProblem } from './problem';

/** CommonMark with tables. HTML inside passes through: what becomes of it decides the same allow-list as for any other HTML. */
const markdown = markdownIt({ html: true });

/** A Markdown file read. */
export interface MarkdownRead {
  draft: Draft;
  /** What stands against its front matter; the text is read nevertheless. */
  problems: IntakeProblem[];
}

/**
 * Reads a brief in Markdown. Its front matter may say `title`, `id`, `date`, `updated`, `lang`, `group`, `week`, `situation`, `reason`, `summary`,
 * `url` and `authors`, by these names and by those that Jekyll, Hugo and Eleventy have; what it leaves out, the file's path may say
 * (`2012-10-29/ru.md`, `2012-10-29-title.be.md`), and the first heading.
 */
export function readMarkdown({ text, path }: { text: string; path: string }): MarkdownRead {
  const { fields, body, problem } = readFrontMatter(text);
  const problems: IntakeProblem[] = problem
    ? [{ file: path, item: null, field: 'front matter', kind: 'not-front-matter', detail: problem }]
    : [];
  return { draft: draftOfMarkdown(fields, body, partsOfPath(path)), problems };
}

function draftOfMarkdown(fields: Fields, body: string, path: PathParts): Draft {
  const blocks = blocksOfHtml(markdown.render(body));
  const said = draftFromFields(fields);
  const [first, ...rest] = blocks;
  const heads = first?.kind === 'heading' && (said.title === '' || textOf(first).trim() === said.title);
  return draftOf({
    ...said,
    id: said.id ?? path.id,
    group: said.group ?? path.group,
    lang: said.lang || path.lang,
    published: said.published ?? path.day,
    title: said.title || (heads && first ? textOf(first).trim() : ''),
    body: heads ? rest : blocks,
  });
}
