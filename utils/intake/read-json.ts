import { done, failed, type Result } from '@/utils/model';

/** Where and how a text stops being JSON. Line and column count from 1, columns in UTF-16 code units. */
export interface JsonFault {
  line: number;
  column: number;
}

/** Nested lists and objects; a feed has five. Deeper ones could exhaust the stack of whoever walks over them. */
const MAX_DEPTH = 512;

/**
 * JSON (RFC 8259) with the place of what is wrong, which engines tell in different words or not at all. A byte order mark is let pass.
 * `__proto__` stays an ordinary key of its object and must not be copied with `Object.assign` or `for … in`.
 */
export function readJson(text: string): Result<unknown, JsonFault> {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return done(JSON.parse(source));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const at = faultAt(source);
    const lines = source.slice(0, at).split(/\r\n|\r|\n/u);
    return failed({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  }
}

/** Whether some JSON is nested deeper than any feed is. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** One token, after white space. */
const TOKEN =
  /[ \t\n\r]*(?:([[\]{}:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;

/**
 * Offset of the first token that JSON does not allow, in one pass without recursion: `{` and `[` on a stack, and after each token what
 * may follow.
 */
function faultAt(source: string): number {
  const open: string[] = [];
  let expected: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing' = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    const start = from + (/^[ \t\n\r]*/u.exec(source.slice(from, from + 1_000))?.[0].length ?? 0);
    if (!found) return start;
    const [, sign = '', string] = found;
    const isEnd = sign === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    const afterValue = (): typeof expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
    if (isEnd && (expected === 'comma-or-end' || expected === 'value-or-end' || expected === 'key-or-end')) {
      open.pop();
      expected = afterValue();
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (string === undefined) return start;
      expected = 'colon';
    } else if (expected === 'colon') {
      if (sign !== ':') return start;
      expected = 'value';
    } else if (expected === 'comma-or-end') {
      if (sign !== ',') return start;
      expected = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expected === 'nothing') {
      return start;
    } else if (sign === '[' || sign === '{') {
      open.push(sign);
      expected = sign === '{' ? 'key-or-end' : 'value-or-end';
    } else {
      if (sign !== '') return start;
      expected = afterValue();
    }
  }
}
