import { Gunzip } from 'fflate';

/** Piece handed to the inflater, in bytes: it grows a thousandfold at most, so we stop within half a MiB of the bound. */
const PIECE_BYTES = 512;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks gzip, as sitemaps come; null where it is cut off or would be longer than `maxBytes`. */
export function gunzip(packed: Uint8Array, maxBytes: number): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const inflater = new Gunzip((piece) => {
    total += piece.length;
    if (total <= maxBytes) pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length && total <= maxBytes; at += PIECE_BYTES) {
      inflater.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
  } catch {
    return null; // fflate throws what it finds damaged
  }
  if (total > maxBytes) return null;
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
