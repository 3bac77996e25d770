import { BACKUP_VERSION, type Backup } from './backup';
import { lineOf } from './line';

/** What a user may call it, and tells our files apart. */
export const FIRST_KIND = 'backgrounder backup';

/**
 * The lines of a backup, each with its line end. No clock and no chance is in them: the same things give the same bytes. Archives, and
 * the edits and notes in them, keep the order they are given in, which is that of storage.
 */
export async function* backupLines({ settings, edits, notes, archives }: Backup): AsyncGenerator<string> {
  let lines = 0;
  const line = (kind: string, value: unknown): string => {
    lines++;
    return lineOf(kind, value);
  };
  yield line(FIRST_KIND, { version: BACKUP_VERSION });
  for (const key of Object.keys(settings).sort()) yield line('setting', { key, value: settings[key] });
  for (const edit of edits) yield line('edit', edit);
  for (const note of notes) yield line('note', note);
  for await (const { contents, installedAt, source, choice } of archives) {
    const { id, title, homePage, says, entities, briefs } = contents;
    const counts = { entities: entities.length, briefs: briefs.length };
    yield line('archive', { id, title, homePage, says: says ?? 'open', installedAt, source, choice, ...counts });
    for (const entity of entities) yield line('entity', entity);
    for (const brief of briefs) yield line('brief', brief);
  }
  yield line('end', { lines: lines + 1 });
}
