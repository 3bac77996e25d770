import { done, failed, type Result } from '@/utils/model';

/** Why a body was not read to its end. */
export interface BodyFailure {
  kind: 'too-large' | 'cut-off';
  detail: string;
}

/**
 * Reads an answer piece by piece and stops at the first piece over the bound, whatever the headers say: what counts are unpacked bytes, so
 * a gzip bomb ends here too.
 *
 * @param onPiece called after every piece, for whoever watches for silence
 */
export async function readBody(
  response: Response,
  { maxBytes, onPiece }: { maxBytes: number; onPiece: () => void },
): Promise<Result<Uint8Array<ArrayBuffer>, BodyFailure>> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    void response.body?.cancel().catch(() => undefined); // nobody waits for a stream that is given up
    return failed({ kind: 'too-large', detail: `${announced} bytes; at most ${maxBytes} are read` });
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    let piece;
    try {
      piece = await reader?.read();
    } catch (error) {
      const why = error instanceof Error ? error.message : 'the connection broke';
      return failed({ kind: 'cut-off', detail: `${why}, after ${length} bytes` });
    }
    if (piece === undefined || piece.done) return done(joined(pieces, length));
    length += piece.value.length;
    if (length > maxBytes) {
      void reader?.cancel().catch(() => undefined);
      return failed({ kind: 'too-large', detail: `over ${length} bytes; at most ${maxBytes} are read` });
    }
    pieces.push(piece.value);
    onPiece();
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
