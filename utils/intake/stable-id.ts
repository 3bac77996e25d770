/**
 * An id made of content, for items that come without one: the same text gives the same id in every run and in any order.
 * cyrb53 (bryc, public domain) with two seeds, 106 bits as 22 hex digits: enough for an archive, no protection against forgery.
 */
export function idOfContent(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  return hashed(text, 0) + hashed(text, 0x9e3779b9).slice(0, 8);
}

/** 14 hex digits. */
function hashed(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
