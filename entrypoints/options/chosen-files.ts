import type { ArchiveSource } from '@/utils/model';
import type { PlacedFile } from './archive-work';

/** What was chosen in one go. */
export interface Chosen {
  /** What its reader calls it: the folder, or the file that comes first. */
  name: string;
  /** The title of an archive that does not name itself. */
  title: string;
  files: readonly PlacedFile[];
  source: ArchiveSource;
}

/** What a computer adds to a folder by itself. */
const LITTER = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/u;

/** The files of a choice, by their whole paths. */
export function chosenFrom(files: readonly File[]): Chosen {
  return chosenFromPlaced(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** The files of a choice or a drop; those of one folder by their paths inside it. */
export function chosenFromPlaced(files: readonly PlacedFile[]): Chosen {
  const tops = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const [top = ''] = tops;
  const folder = tops.size === 1 ? top : '';
  const placed = files
    .map(({ path, file }) => ({ path: folder === '' ? path : path.slice(folder.length + 1), file }))
    .filter(({ path }) => !LITTER.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const name = folder || (placed[0]?.path ?? '');
  const kind = folder === '' ? 'file' : 'folder';
  return {
    name,
    title: folder || name.replace(/\.\w+$/u, ''),
    files: placed,
    source: { kind, name, files: placed.length },
  };
}
