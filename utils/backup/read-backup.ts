import * as v from 'valibot';
import {
  type ArchiveContents,
  type Brief,
  done,
  type Edit,
  type Entity,
  failed,
  type Note,
  type Result,
} from '@/utils/model';
import { type BackedArchive, BACKUP_VERSION, type BackupCount } from './backup';
import { FIRST_KIND } from './backup-lines';
import { readLine } from './line';
import { archiveLine, briefLine, editLine, entityLine, noteLine, settingLine } from './shapes';

/** Why a backup is refused, and where. */
export interface BackupProblem {
  kind: 'not-a-backup' | 'newer-version' | 'damaged' | 'cut-short' | 'wrong-kind';
  /** Counted from 1. */
  line: number;
  /** The title of the archive it is in; '' before the first. */
  archive: string;
  /** Path inside the line, as in `brief.week.from`; '' for the whole of it. */
  field: string;
}

/** What a backup gives, as it is read: archives whole, one at a time. */
export interface BackupTaker {
  setting(key: string, value: unknown): void;
  edit(edit: Edit): void;
  note(note: Note): void;
  archive(archive: BackedArchive): Promise<void>;
}

type Fault = Omit<BackupProblem, 'line' | 'archive'>;

/**
 * Reads a backup line by line and hands on what is in it. The first fault ends it: whoever takes must let go of everything then, for
 * a backup is restored whole or not at all. Holds one archive in memory at a time.
 *
 * @param lines without their line ends
 */
export async function readBackup(
  lines: AsyncIterable<string>,
  take: BackupTaker,
): Promise<Result<BackupCount, BackupProblem>> {
  const reading = new BackupReading(take);
  for await (const text of lines) {
    const fault = await reading.next(text);
    if (fault) return failed({ ...fault, ...reading.where() });
  }
  const fault = reading.end();
  return fault ? failed({ ...fault, ...reading.where() }) : done(reading.count);
}

/** Where the reading stands: which lines may come next, and the archive that is being put together. */
class BackupReading {
  readonly count = { settings: 0, edits: 0, notes: 0, archives: [] as { title: string; briefs: number }[] };
  #line = 0;
  #isOver = false;
  #open: { head: v.InferOutput<typeof archiveLine>; entities: Entity[]; briefs: Brief[]; ids: Set<string> } | null =
    null;

  constructor(private readonly take: BackupTaker) {}

  where(): { line: number; archive: string } {
    return { line: this.#line, archive: this.#open?.head.title ?? '' };
  }

  async next(text: string): Promise<Fault | null> {
    this.#line++;
    const line = readLine(text);
    if (this.#line === 1) return this.#first(text, line);
    if (!line) return { kind: 'damaged', field: '' };
    if (this.#isOver) return { kind: 'wrong-kind', field: '' };
    const { kind, value } = line;
    switch (kind) {
      case 'setting':
        return this.#shaped(settingLine, kind, value, ({ key, value: set }) => {
          this.count.settings++;
          this.take.setting(key, set);
        });
      case 'edit':
        return this.#shaped(editLine, kind, value, (edit) => {
          this.count.edits++;
          this.take.edit(edit);
        });
      case 'note':
        return this.#shaped(noteLine, kind, value, (note) => {
          this.count.notes++;
          this.take.note(note);
        });
      case 'archive':
        return (await this.#close()) ?? this.#shaped(archiveLine, kind, value, (head) => this.#begin(head));
      case 'entity':
        return this.#shaped(entityLine, kind, value, (entity) => this.#add('entities', entity));
      case 'brief':
        return this.#shaped(briefLine, kind, value, (brief) => this.#add('briefs', brief as Brief));
      case 'end':
        return (await this.#close()) ?? this.#last(value);
      default:
        return { kind: 'wrong-kind', field: kind };
    }
  }

  end(): Fault | null {
    if (this.#line === 0) return { kind: 'not-a-backup', field: '' };
    return this.#isOver ? null : { kind: 'cut-short', field: '' };
  }

  #first(text: string, line: ReturnType<typeof readLine>): Fault | null {
    if (!line) return { kind: text.startsWith(`["${FIRST_KIND}"`) ? 'damaged' : 'not-a-backup', field: '' };
    const version = (line.value as { version?: unknown } | null)?.version;
    if (line.kind !== FIRST_KIND || typeof version !== 'number') return { kind: 'not-a-backup', field: '' };
    return version > BACKUP_VERSION ? { kind: 'newer-version', field: 'version' } : null;
  }

  #last(value: unknown): Fault | null {
    this.#isOver = true;
    const lines = (value as { lines?: unknown } | null)?.lines;
    return lines === this.#line ? null : { kind: 'cut-short', field: 'lines' };
  }

  #shaped<Schema extends v.GenericSchema>(
    schema: Schema,
    kind: string,
    value: unknown,
    use: (output: v.InferOutput<Schema>) => Fault | null | void,
  ): Fault | null {
    const shaped = v.safeParse(schema, value);
    if (shaped.success) return use(shaped.output) ?? null;
    const path = v.getDotPath(shaped.issues[0]);
    return { kind: 'wrong-kind', field: path === null ? kind : `${kind}.${path}` };
  }

  #begin(head: v.InferOutput<typeof archiveLine>): Fault | null {
    this.#open = { head, entities: [], briefs: [], ids: new Set() };
    return null;
  }

  /** Every id lies under its archive's and is there once, or its row would lie in another's. */
  #add(into: 'entities' | 'briefs', row: Entity | Brief): Fault | null {
    const open = this.#open;
    const field = into === 'entities' ? 'entity' : 'brief';
    if (!open) return { kind: 'wrong-kind', field };
    const isOwn = (id: string): boolean => id.startsWith(`${open.head.id}/`);
    if (!isOwn(row.id) || open.ids.has(`${into} ${row.id}`)) return { kind: 'wrong-kind', field: `${field}.id` };
    open.ids.add(`${into} ${row.id}`);
    if ('body' in row) {
      if (row.archiveId !== open.head.id) return { kind: 'wrong-kind', field: 'brief.archiveId' };
      if (!isOwn(row.group)) return { kind: 'wrong-kind', field: 'brief.group' };
      if (!row.entities.every(isOwn)) return { kind: 'wrong-kind', field: 'brief.entities' };
      open.briefs.push(row);
    } else open.entities.push(row);
    return null;
  }

  async #close(): Promise<Fault | null> {
    const open = this.#open;
    if (!open) return null;
    const { head, entities, briefs } = open;
    if (entities.length !== head.entities || briefs.length !== head.briefs)
      return { kind: 'cut-short', field: 'archive' };
    this.#open = null;
    const { id, title, homePage, says, installedAt, source, choice } = head;
    const contents: ArchiveContents = {
      id,
      title,
      homePage,
      ...(says === 'private' ? { says } : {}),
      entities,
      briefs,
    };
    this.count.archives.push({ title, briefs: new Set(briefs.map(({ group }) => group)).size });
    await this.take.archive({ contents, installedAt, source, choice });
    return null;
  }
}
