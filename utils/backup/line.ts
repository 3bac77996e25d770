/** A line of a backup is a JSON array of three: what it is, what it holds, and a checksum of the two. */
export type Line = readonly [kind: string, value: unknown, checksum: string];

/** A line as it is written: keys by their letters, so that the same value is the same text whoever made it. */
export function lineOf(kind: string, value: unknown): string {
  const written = `${JSON.stringify(kind)},${JSON.stringify(value, inOneOrder)}`;
  return `[${written},"${checksumOf(written)}"]\n`;
}

/** A line that was read; null where it is not one of ours, or not as it was written. */
export function readLine(text: string): { kind: string; value: unknown } | null {
  const end = text.lastIndexOf(',"');
  if (!text.startsWith('[') || end < 0 || text.slice(end) !== `,"${checksumOf(text.slice(1, end))}"]`) return null;
  try {
    const [kind, value] = JSON.parse(text) as Line;
    return typeof kind === 'string' ? { kind, value } : null;
  } catch {
    return null;
  }
}

/**
 * 16 hex digits: the loop of cyrb53 (bryc, public domain) with all its bits. It finds damage to the line; against somebody who writes a
 * line on purpose it is nothing, and what a line holds is checked besides.
 */
function checksumOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixed = [
    Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909),
    Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909),
  ];
  return mixed.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

function inOneOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
