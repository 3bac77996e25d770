import type { SourceFile } from '@/utils/intake';
import { done, failed, MAX_ARCHIVE_BYTES, type Result } from '@/utils/model';

/** What was chosen in one go. */
export interface Chosen {
  /** What its reader calls it: the folder, or the file that comes first. */
  name: string;
  /** The title of an archive that does not name itself. */
  title: string;
  files: readonly { path: string; file: File }[];
}

/** What a computer adds to a folder by itself. */
const LITTER = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/u;

/** The files of a choice, those of a folder by their paths inside it. */
export function chosenFrom(files: readonly File[]): Chosen {
  const folder = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  const placed = files
    .map((file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file }))
    .filter(({ path }) => !LITTER.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const name = folder || (placed[0]?.path ?? '');
  return { name, title: folder || name.replace(/\.\w+$/u, ''), files: placed };
}

/** Their bytes, unless they are more than we read, a file of them is gone or locked, or the reading was stopped. */
export async function bytesOf(
  { files }: Chosen,
  signal: AbortSignal,
): Promise<Result<readonly SourceFile[], 'too-large' | 'not-readable' | 'cancelled'>> {
  if (files.reduce((sum, { file }) => sum + file.size, 0) > MAX_ARCHIVE_BYTES) return failed('too-large');
  const read: SourceFile[] = [];
  for (const { path, file } of files) {
    if (signal.aborted) return failed('cancelled');
    const bytes = await file.arrayBuffer().catch(() => null); // rejects for nothing else
    if (bytes === null) return failed('not-readable');
    read.push({ path, bytes: new Uint8Array(bytes) });
  }
  return done(read);
}
