import { parseDocument } from 'yaml';
import type { Fields } from './draft-fields';

/** Longest front matter, in UTF-16 code units: a screenful of keys; more is a text that happens to begin with a rule. */
const MAX_FRONT_MATTER = 64 * 1024;

/** Text with its front matter taken off. */
export interface FrontMatter {
  fields: Fields;
  body: string;
  /** What is wrong with it, with its line; null where nothing is. */
  problem: string | null;
}

/**
 * Takes the YAML between two lines of `---` off the beginning of a text. Every value is read as text (a title "2012" is no number, a date
 * stays as written), tags and code are unknown to the schema, and aliases are bounded by the parser.
 */
export function readFrontMatter(text: string): FrontMatter {
  const source = text.replace(/^\ufeff/u, '');
  const opening = /^---[ \t]*\r?\n/u.exec(source);
  if (!opening) return { fields: new Map(), body: source, problem: null };
  const rest = source.slice(opening[0].length);
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/mu.exec(rest);
  if (!closing || closing.index > MAX_FRONT_MATTER) return { fields: new Map(), body: source, problem: null };
  const body = rest.slice(closing.index + closing[0].length);
  return { ...readYaml(rest.slice(0, closing.index)), body };
}

function readYaml(yaml: string): Omit<FrontMatter, 'body'> {
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
    const [error] = document.errors;
    // One line for the opening rule, which the parser did not see.
    if (error) return { fields: new Map(), problem: `line ${(error.linePos?.[0].line ?? 0) + 1}: ${error.code}` };
    return { fields: fieldsOf(document.toJS({ mapAsMap: true })), problem: null };
  } catch (error) {
    // Too many aliases, or nested beyond the stack.
    return { fields: new Map(), problem: error instanceof Error ? error.message : 'not YAML' };
  }
}

/** Keys in lower case; a map's own keys follow its name (`week.from`), a list's texts are joined by line ends. */
function fieldsOf(value: unknown, prefix = ''): Fields {
  if (!(value instanceof Map)) return new Map();
  const fields = new Map<string, string>();
  for (const [key, inner] of value) {
    const name = prefix + String(key).toLowerCase();
    if (typeof inner === 'string') fields.set(name, inner);
    else if (Array.isArray(inner))
      fields.set(
        name,
        inner
          .map(textOfEntry)
          .filter((text) => text !== '')
          .join('\n'),
      );
    else if (prefix === '') fieldsOf(inner, `${name}.`).forEach((text, path) => fields.set(path, text));
  }
  return fields;
}

/** `- Ada` and `- name: Ada` mean the same. */
function textOfEntry(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  const name: unknown = entry instanceof Map ? entry.get('name') : '';
  return typeof name === 'string' ? name : '';
}
