import type * as PdfJs from 'pdfjs-dist';
// Copied as they are published, byte for byte: what reads a stranger's file is what Mozilla tested, and a reviewer can compare it.
import libraryUrl from 'pdfjs-dist/build/pdf.min.mjs?url';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { done, failed, type Result } from '@/utils/model';

export type PdfLibrary = typeof PdfJs;

export interface OpenedPdf {
  library: PdfLibrary;
  document: PdfJs.PDFDocumentProxy;
}

export type PdfFailure =
  /** The browser gave no access to the address, or nobody answers there. */
  | 'no-access'
  /** What came is no PDF: mostly a page that asks to sign in. */
  | 'not-a-pdf'
  | 'too-large'
  | 'locked'
  | 'damaged';

/** Largest PDF read, in bytes; scanned books are larger, and have no text. */
const MAX_PDF_BYTES = 100 * 1024 * 1024;

/** Fetches a PDF from its own address: without cookies, one request, bounded. */
export async function fetchPdf(address: string): Promise<Result<Uint8Array, PdfFailure>> {
  try {
    const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok || !response.body) return failed('no-access');
    const parts: Uint8Array[] = [];
    let size = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done: ended, value } = await reader.read();
      if (ended) break;
      size += value.length;
      if (size > MAX_PDF_BYTES) {
        await reader.cancel();
        return failed('too-large');
      }
      parts.push(value);
    }
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return done(bytes);
  } catch {
    return failed('no-access');
  }
}

/** Reads a file that was chosen or dropped. */
export async function readPdfFile(file: Blob): Promise<Result<Uint8Array, PdfFailure>> {
  return file.size > MAX_PDF_BYTES ? failed('too-large') : done(new Uint8Array(await file.arrayBuffer()));
}

/** Opens the bytes of a PDF in pdf.js's worker. Nothing in it is run: no scripts, no forms, no code compiled from fonts. */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenedPdf, PdfFailure>> {
  // A PDF may have a few bytes before its mark.
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return failed('not-a-pdf');
  const library = (await import(/* @vite-ignore */ new URL(libraryUrl, location.href).href)) as PdfLibrary;
  library.GlobalWorkerOptions.workerSrc = new URL(workerUrl, location.href).href;
  try {
    const document = await library.getDocument({ data: bytes, enableXfa: false, useWasm: false, stopAtErrors: false })
      .promise;
    return done({ library, document });
  } catch (error) {
    return failed(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  }
}
