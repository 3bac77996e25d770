import { writeArchiveFile } from '@/utils/intake';
import type { ArchiveContents } from '@/utils/model';
import { slugOf } from './archive-id';

/** How long a browser may take to begin writing, in ms; Firefox asks the person first where to. */
const SAVING_MS = 60_000;

/** Saves an archive as its file, through the browser's own downloads; no permission is needed for that. */
export function saveArchive(contents: ArchiveContents): void {
  const file = new Blob([writeArchiveFile(contents)], { type: 'application/feed+json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${slugOf(contents.title)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
}
