import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const LANGUAGES = ['en', 'ru', 'be'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What the three briefs of a week's sheet share (about.json). */
export interface About {
  id: string;
  week: { from: string; to: string };
  verdict: string;
  /** How many facts the sheet states; briefs name them 1 to this. */
  facts: number;
  entities: string[];
  /** Addresses, or the name of a source that has none. */
  sources: string[];
}

export interface Paragraph {
  text: string;
  /** Numbers of the sheet's facts that it uses. */
  facts: number[];
}

/** One Markdown file: front matter, then paragraphs that end with `<!-- facts: 1, 2 -->`. */
export interface Text {
  file: string;
  title: string;
  reason: string;
  summary: string;
  paragraphs: Paragraph[];
}

export interface Sheet {
  about: About;
  texts: Partial<Record<Language, Text>>;
}

export interface DeclaredEntity {
  id: string;
  type: string;
  names: { text: string; lang: string; kind: string }[];
  ambiguous?: boolean;
}

/** Reads a folder of sheets, in the order of their names, that is, of their weeks. Throws where a file is not in the form above. */
export function readSheets(folder: string): { sheets: Sheet[]; entities: DeclaredEntity[] } {
  const sheets = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name): Sheet => {
      const about = JSON.parse(readFileSync(join(folder, name, 'about.json'), 'utf8')) as About;
      const texts = LANGUAGES.map((language) => [language, join(folder, name, `${language}.md`)] as const)
        .filter(([, file]) => existsSync(file))
        .map(([language, file]) => [language, readText(file)] as const);
      return { about, texts: Object.fromEntries(texts) };
    });
  const entities = JSON.parse(readFileSync(join(folder, 'entities.json'), 'utf8')) as DeclaredEntity[];
  return { sheets, entities };
}

function readText(file: string): Text {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(readFileSync(file, 'utf8')) ?? [];
  if (front === undefined || body === undefined) throw new Error(`${file}: no front matter`);
  const { title, reason, summary } = parse(front) as Record<string, string>;
  if (!title || !reason || !summary) throw new Error(`${file}: title, reason and summary are needed`);
  const paragraphs = body
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph): Paragraph => {
      const [, text, facts] = /^([\s\S]*?)\s*<!-- facts: ([\d, ]+) -->$/u.exec(paragraph) ?? [];
      if (text === undefined || facts === undefined)
        throw new Error(`${file}: a paragraph does not say its facts: ${paragraph.slice(0, 60)}`);
      return { text: text.replace(/\s+/gu, ' '), facts: facts.split(',').map(Number) };
    });
  return { file, title, reason, summary, paragraphs };
}
