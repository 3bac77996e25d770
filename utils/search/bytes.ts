/** A byte column that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(64);
  length = 0;

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(this.length + 1);
    this.#bytes[this.length++] = value;
  }

  /** Seven bits a byte, the lowest first; a set high bit says that more follow. For numbers below 2^31. */
  varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A text in the order-preserving code below. */
  text(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) this.byte(code);
      else if (code >= NARROW_FROM && code < NARROW_TO) this.byte(NARROW_BYTE + code - NARROW_FROM);
      else {
        this.byte(code < NARROW_FROM ? WIDE_BELOW : WIDE_ABOVE);
        this.byte(code >>> 8);
        this.byte(code & 0xff);
      }
    }
  }

  copy({ bytes, from, to }: Stretch): void {
    if (this.length + to - from > this.#bytes.length) this.#grow(this.length + to - from);
    this.#bytes.set(bytes.subarray(from, to), this.length);
    this.length += to - from;
  }

  /** Empties the writer, to be used again. */
  clear(): void {
    this.length = 0;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  #grow(least: number): void {
    const wider = new Uint8Array(Math.max(least, this.#bytes.length * 2));
    wider.set(this.#bytes);
    this.#bytes = wider;
  }
}

/**
 * Texts in bytes: ASCII and small Cyrillic letters (U+0430–045F) one byte, every other code unit three. Comparing bytes gives
 * the order of comparing strings by code units, and a prefix of the text is a prefix of its bytes. Lone surrogates survive.
 */
const NARROW_FROM = 0x430;
const NARROW_TO = 0x460;
const NARROW_BYTE = 0x90;
const WIDE_BELOW = 0x80;
const WIDE_ABOVE = 0xc0;

/** Reads what `varint` wrote, and moves on behind it. Past the end of damaged bytes it reads 0. */
export function readVarint(bytes: Uint8Array, cursor: { at: number }): number {
  let byte = bytes[cursor.at++] ?? 0;
  let value = byte & 0x7f;
  for (let shift = 7; byte > 0x7f; shift += 7) {
    byte = bytes[cursor.at++] ?? 0;
    value |= (byte & 0x7f) << shift;
  }
  return value;
}

/** A stretch of a byte column: a text, or a list of numbers. */
export interface Stretch {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Reads a text back. */
export function textOfBytes({ bytes, from, to }: Stretch): string {
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === WIDE_BELOW || byte === WIDE_ABOVE) {
      text += String.fromCharCode((bytes[at + 1]! << 8) | bytes[at + 2]!);
      at += 2;
    } else text += String.fromCharCode(byte < 0x80 ? byte : byte - NARROW_BYTE + NARROW_FROM);
  }
  return text;
}

/** A text as its bytes, to be looked up. */
export function bytesOfText(text: string): Uint8Array {
  const writer = new ByteWriter();
  writer.text(text);
  return writer.bytes();
}

/** Under 0, 0 or above, as the stretch comes before, equals or follows the wanted bytes. */
export function compareBytes({ bytes, from, to }: Stretch, wanted: Uint8Array): number {
  const length = Math.min(to - from, wanted.length);
  for (let i = 0; i < length; i++) {
    const difference = bytes[from + i]! - wanted[i]!;
    if (difference !== 0) return difference;
  }
  return to - from - wanted.length;
}
