/** A claim of feedparser's suite in a form that a machine can check: "the title of item 0 is …". */
export interface Claim {
  /** Item of the feed; null for the feed itself. */
  item: number | null;
  field: 'title' | 'id' | 'link' | 'date' | 'about' | 'content' | 'summary';
  /** What must be there: a text, or for a date the UTC moment it must mean. */
  expected: string;
}

/** Python's names for what we call by one, old and new. */
const FIELDS: Readonly<Record<string, Claim['field']>> = {
  title: 'title',
  id: 'id',
  guid: 'id',
  link: 'link',
  updated: 'date',
  published: 'date',
  created: 'date',
  issued: 'date',
  modified: 'date',
  updated_parsed: 'date',
  published_parsed: 'date',
  created_parsed: 'date',
  modified_parsed: 'date',
  description: 'about',
  subtitle: 'about',
  tagline: 'about',
  info: 'about',
  summary: 'summary',
  content: 'content',
};

const PATH = /^(?:feed|entries\[(\d+)\])\['(\w+?)(_detail)?'\](\[0\])?(\['value'\])?\s*==\s*((?:u?(?:'|")|\().*)$/su;

/**
 * The claims of an `Expect:` line on title, id, link, date and content. The line is Python; what is understood is `path == literal` joined by
 * `and`, where a literal is a string, strings added, or a time as nine numbers. Other claims (bozo, encoding, languages, tags …) are left out.
 */
export function claimsOf(expectation: string): Claim[] {
  return conjuncts(expectation).flatMap((clause) => {
    const [, item, name, detail, first, value, literal] = PATH.exec(clause) ?? [];
    if (name === undefined || literal === undefined) return [];
    // title_detail without ['value'] is a whole dictionary, content without [0]['value'] a list.
    if ((detail !== undefined || name === 'content') !== (value !== undefined)) return [];
    if ((name === 'content') !== (first !== undefined)) return [];
    const field = fieldOf(name, item !== undefined);
    const expected = field === null ? null : pythonValue(literal);
    return field === null || expected === null
      ? []
      : [{ item: item === undefined ? null : Number(item), field, expected }];
  });
}

function fieldOf(name: string, isOfItem: boolean): Claim['field'] | null {
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (field === undefined) return null;
  return isOfItem && field === 'about' ? 'summary' : field;
}

/** Cuts at `and`, but not inside strings. */
function conjuncts(expectation: string): string[] {
  const clauses: string[] = [];
  let quote = '';
  let from = 0;
  for (let at = 0; at < expectation.length; at++) {
    const char = expectation.charAt(at);
    if (quote !== '' && char === '\\') at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (expectation.startsWith(' and ', at)) {
      clauses.push(expectation.slice(from, at).trim());
      from = at + ' and '.length;
    }
  }
  return [...clauses, expectation.slice(from).trim()];
}

const STRING = /^\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*(\+?)/su;

function pythonValue(literal: string): string | null {
  const time = /^\((\d+(?:,\s*\d+){8})\)$/u.exec(literal.trim())?.[1];
  if (time !== undefined) {
    const [year = 0, month = 0, ...rest] = time.split(',').map(Number);
    const [day = 0, hour = 0, minute = 0, second = 0] = rest;
    return `${new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().slice(0, 19)}Z`;
  }
  let text = '';
  let rest = literal;
  while (rest !== '') {
    const found = STRING.exec(rest);
    if (!found) return null;
    text += unescaped((found[1] ?? '').slice(1, -1));
    rest = rest.slice(found[0].length);
    if (rest.trim() === '') return text;
    if (found[2] !== '+' && !/^['"]/u.test(rest)) return null;
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\n': '',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/gu,
    (_, two, four, eight, char: string) => {
      const code = (two ?? four ?? eight) as string | undefined;
      if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
      return Object.hasOwn(ESCAPES, char) ? (ESCAPES[char] ?? '') : char;
    },
  );
}
