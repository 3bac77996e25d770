/** Two 32-bit lanes. */
export interface Checksum {
  readonly high: number;
  readonly low: number;
}

export const CHECKSUM_START: Checksum = { high: 0xdeadbeef, low: 0x41c6ce57 };

/**
 * Adds a text to a checksum: the loop of cyrb53 (bryc, public domain), fast enough for a hundred megabytes. It finds damage and tells
 * contents apart; against forgery it is nothing.
 */
export function addToChecksum(sum: Checksum, text: string): Checksum {
  let { high, low } = sum;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  // A length beside the text, or a boundary could move from one text to the next unseen.
  return { high: Math.imul(high ^ text.length, 2654435761), low: Math.imul(low ^ text.length, 1597334677) };
}

/** 16 hex digits. */
export function checksumText({ high, low }: Checksum): string {
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [mixedHigh, mixedLow].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
