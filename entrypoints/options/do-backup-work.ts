import type { Archives, Everything } from '@/utils/archive';
import { type BackedArchive, backupLines, type BackupProblem, readBackup } from '@/utils/backup';
import { replaceAll } from '@/utils/indexing';
import { type ArchiveContents, done, type Edit, failed, type Note, type Result } from '@/utils/model';
import type { Inspected } from './archive-work';

type Told = (done: { share: number }) => void;

/** Characters gathered before they become a piece of the file: a piece for every line would be a million pieces. */
const PIECE_CHARS = 1 << 20;

/** Longest line, in UTF-16 code units: a brief of that length would be a library. */
const MAX_LINE = 64 * 1024 * 1024;

/** A backup's file. Archives are read one after another; one with lost rows cannot be backed up, and nothing is made without it. */
export async function backedUp(
  opened: Archives,
  settings: Readonly<Record<string, unknown>>,
): Promise<Result<Blob, 'archive-unreadable'>> {
  const damaged = await opened.findDamaged();
  if (damaged.length > 0) return failed('archive-unreadable');
  const [edits, notes] = await Promise.all([opened.edits(), opened.notes()]);
  const pieces: Blob[] = [];
  let piece = '';
  for await (const line of backupLines({ settings, edits, notes, archives: archivesOf(opened) })) {
    piece += line;
    if (piece.length < PIECE_CHARS) continue;
    pieces.push(new Blob([piece]));
    piece = '';
  }
  return done(new Blob([...pieces, piece], { type: 'application/x-ndjson' }));
}

/** What is in a backup, or where it is damaged. */
export async function inspected(file: File, onProgress: Told): Promise<Result<Inspected, BackupProblem>> {
  const settings: Record<string, unknown> = {};
  const count = await readBackup(linesOf(file, onProgress), {
    setting: (key, value) => void (settings[key] = value),
    edit: () => undefined,
    note: () => undefined,
    archive: () => Promise.resolve(),
  });
  return count.ok ? done({ count: count.value, settings }) : count;
}

/**
 * Restores a backup: each of its archives is staged, then one transaction puts all of it in the place of everything. Gives what was
 * there, whose versions are held for an undo. A fault anywhere leaves everything as it was.
 */
export async function restored(
  opened: Archives,
  backup: { file: File; hold: (release: () => void) => void; onProgress: Told },
): Promise<Result<Everything, BackupProblem>> {
  const versions: string[] = [];
  const staged: (() => void)[] = [];
  const choices: Everything['choices'][number][] = [];
  const inUse: ArchiveContents[] = [];
  const edits: Edit[] = [];
  const notes: Note[] = [];
  try {
    const read = await readBackup(linesOf(backup.file, backup.onProgress), {
      setting: () => undefined,
      edit: (edit) => void edits.push(edit),
      note: (note) => void notes.push(note),
      async archive({ contents, installedAt, source, choice }) {
        const { record, release } = await opened.stage(contents, { at: installedAt, source });
        staged.push(release);
        versions.push(record.version);
        choices.push({ archiveId: contents.id, ...choice });
        if (choice.use === 'on') inUse.push(contents);
      },
    });
    if (!read.ok) return read;
    const before = await everything(opened);
    for (const version of before.versions) backup.hold(await opened.hold(version));
    const swapped = await replaceAll(opened, { versions, choices, edits, notes }, inUse);
    if (!swapped.ok) throw new Error(`a backup could not be swapped in: ${swapped.error}`);
    return done(before);
  } finally {
    for (const release of staged) release();
    await opened.clean();
  }
}

/** Undoes a restoring: what was there before comes back. */
export async function putAllBack(opened: Archives, before: Everything): Promise<Result<null, 'gone'>> {
  const inUse: ArchiveContents[] = [];
  for (const version of before.versions) {
    const contents = await opened.asideContents(version);
    if (!contents) return failed('gone');
    if (before.choices.find(({ archiveId }) => archiveId === contents.id)?.use !== 'off') inUse.push(contents);
  }
  const swapped = await replaceAll(opened, before, inUse);
  return swapped.ok ? done(null) : failed('gone');
}

async function everything(opened: Archives): Promise<Everything> {
  const [list, edits, notes] = await Promise.all([opened.list(), opened.edits(), opened.notes()]);
  return {
    versions: list.map(({ version }) => version),
    choices: list.map(({ id, use, marks }) => ({ archiveId: id, use, marks })),
    edits,
    notes,
  };
}

async function* archivesOf(opened: Archives): AsyncGenerator<BackedArchive> {
  for (const { id, source, use, marks } of await opened.list()) {
    const archive = await opened.archive(id);
    // Taken out since it was listed: what is not there any more is not backed up.
    if (archive) yield { ...archive, source, choice: { use, marks } };
  }
}

/** The lines of a file, as it streams in. */
async function* linesOf(file: File, onProgress: Told): AsyncGenerator<string> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let bytes = 0;
  for (;;) {
    const { value, done: isOver } = await reader.read();
    rest += value ? decoder.decode(value, { stream: true }) : decoder.decode();
    bytes += value?.length ?? 0;
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    onProgress({ share: file.size === 0 ? 1 : bytes / file.size });
    if (isOver || rest.length > MAX_LINE) break;
  }
  if (rest !== '') yield rest;
  await reader.cancel();
}
