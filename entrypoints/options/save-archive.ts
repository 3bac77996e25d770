import { writeArchiveFile } from '@/utils/intake';
import type { ArchiveContents } from '@/utils/model';
import { slugOf } from './archive-id';

/** How long a browser may take to begin writing, in ms; Firefox asks the person first where to. */
const SAVING_MS = 60_000;

/** Saves an archive as its file. */
export function saveArchive(contents: ArchiveContents): void {
  save(`${slugOf(contents.title)}.json`, new Blob([writeArchiveFile(contents)], { type: 'application/feed+json' }));
}

/** Saves a text as a file. */
export function saveText(name: string, text: string): void {
  save(name, new Blob([text], { type: 'text/plain' }));
}

/** Through the browser's own downloads; no permission is needed for that. */
function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
}
