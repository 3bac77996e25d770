import type { PlacedFile } from './archive-work';

/**
 * The files that were let go over the page, those of folders by their paths. Entries are asked for at once: after the event the browser
 * has forgotten them. What cannot be read (a folder that is gone, a link without an end) is left out.
 */
export async function filesOfDrop({ items }: DataTransfer): Promise<PlacedFile[]> {
  const dropped = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files = dropped.map(async ({ entry, file }): Promise<PlacedFile[]> => {
    if (entry) return filesOf(entry, '');
    return file ? [{ path: file.name, file }] : []; // no file of a disk: another program handed it over
  });
  return (await Promise.all(files)).flat();
}

/** Folders deeper than this are a link that leads into itself. */
const MOST_DEPTH = 32;

async function filesOf(entry: FileSystemEntry, folder: string): Promise<PlacedFile[]> {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    );
    return file ? [{ path, file }] : [];
  }
  if (path.split('/').length > MOST_DEPTH) return [];
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map((each) => filesOf(each, path)))).flat();
}

/** A reader gives some hundred entries a time, and none when it has given all. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}
