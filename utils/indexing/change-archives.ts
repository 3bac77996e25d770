import { applyEdits, entitiesForTexts } from '@/utils/editing';
import { compileNames, snapshotOf } from '@/utils/matching';
import {
  type ArchiveChoice,
  type ArchiveContents,
  type ArchiveId,
  type Brief,
  type BriefId,
  type Edit,
  type Entity,
  failed,
  type Note,
  type Result,
} from '@/utils/model';
import { compileTexts, snapshotOfTexts, updateTexts } from '@/utils/search';
import { openStoredTexts } from './open-indexes';
import { NAMES, type StoredArchives, TEXTS } from './stored-archives';

/** Stored archives that can be changed at once, together with the indexes that fit the change. */
export interface ChangeableArchives extends StoredArchives {
  /** Whether an archive takes part, or will once it is there: an undo may bring back one that was switched off. */
  useOf(id: ArchiveId): Promise<ArchiveChoice['use']>;
  swap(
    swap:
      | { kind: 'put'; version: string }
      | { kind: 'remove'; id: ArchiveId }
      | { kind: 'choose'; id: ArchiveId; choice: ArchiveChoice }
      | { kind: 'edit'; edits: readonly Edit[] }
      | ({ kind: 'all' } & Everything),
    fit: { indexes: Bytes; generation: number },
  ): Promise<Result<Swapped, 'overtaken' | 'gone'>>;
}

/** All archives by the versions that stand aside for them, with everything else that is the user's own. */
interface Everything {
  versions: readonly string[];
  choices: readonly ({ archiveId: ArchiveId } & ArchiveChoice)[];
  edits: readonly Edit[];
  notes: readonly Note[];
}

/** The version that was left behind: what an undo puts back. */
export interface Swapped {
  former: string | null;
}

type Bytes = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
type Outcome = Promise<Result<Swapped, 'gone' | 'overtaken'>>;

/** Tries before we give up: each is overtaken only by another change that went through. */
const MOST_TRIES = 10;

/** Puts a staged or former version in the place of its archive's present one. One that is switched off stays out of the indexes. */
export function putVersion(
  archives: ChangeableArchives,
  { version, contents }: { version: string; contents: ArchiveContents },
): Outcome {
  return untilFirst(archives, async (generation) => {
    const isOff = (await archives.useOf(contents.id)) === 'off';
    const indexes = await indexesAfter(archives, { id: contents.id, contents: isOff ? null : contents });
    return archives.swap({ kind: 'put', version }, { indexes, generation });
  });
}

/** Takes an archive out. */
export function takeOut(archives: ChangeableArchives, id: ArchiveId): Outcome {
  return untilFirst(archives, async (generation) =>
    archives.swap(
      { kind: 'remove', id },
      { indexes: await indexesAfter(archives, { id, contents: null }), generation },
    ),
  );
}

/**
 * Keeps what the user chose of an archive.
 *
 * @param to.contents asked for where the archive comes back into use
 */
export function choose(
  archives: ChangeableArchives,
  to: { id: ArchiveId; choice: ArchiveChoice; contents: () => Promise<ArchiveContents | null> },
): Outcome {
  const { id, choice } = to;
  return untilFirst(archives, async (generation) => {
    const indexes =
      (await archives.useOf(id)) === choice.use
        ? await indexesNow(archives)
        : await indexesAfter(archives, { id, contents: choice.use === 'on' ? await to.contents() : null });
    return archives.swap({ kind: 'choose', id, choice }, { indexes, generation });
  });
}

/** Puts these edits in the place of all of the user's. */
export function putEdits(archives: ChangeableArchives, edits: readonly Edit[]): Outcome {
  return untilFirst(archives, async (generation) =>
    archives.swap({ kind: 'edit', edits }, { indexes: await indexesAfter(archives, { edits }), generation }),
  );
}

/**
 * Puts everything in the place of everything: a backup is restored, or that is undone.
 *
 * @param inUse the contents of the versions that take part
 */
export function replaceAll(
  archives: ChangeableArchives,
  everything: Everything,
  inUse: readonly ArchiveContents[],
): Outcome {
  const hand = applyEdits(
    inUse.flatMap(({ entities }) => entities),
    everything.edits,
  );
  const texts = compileTexts({ briefs: inUse.flatMap(({ briefs }) => briefs), entities: entitiesForTexts(hand) });
  const indexes = new Map([
    [NAMES, Uint8Array.from(snapshotOf(compileNames(hand.entities)))],
    [TEXTS, Uint8Array.from(snapshotOfTexts(texts))],
  ]);
  return untilFirst(archives, (generation) => archives.swap({ kind: 'all', ...everything }, { indexes, generation }));
}

/** Compiles and swaps; where somebody else changed the archives meanwhile, begins again from what they left. */
async function untilFirst(
  archives: ChangeableArchives,
  attempt: (generation: number) => Promise<Result<Swapped, 'overtaken' | 'gone'>>,
): Outcome {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const outcome = await attempt(await archives.generation());
    if (outcome.ok || outcome.error === 'gone') return outcome;
  }
  return failed('overtaken');
}

/** An archive as the indexes have it afterwards, null where it leaves them (taken out, switched off); or all of the user's edits. */
type After = { id: ArchiveId; contents: ArchiveContents | null } | { edits: readonly Edit[] };

async function indexesAfter(stored: StoredArchives, to: After): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const { entities, edits, add, remove } = await afterwards(stored, to);
  const hand = applyEdits(entities, edits);
  const inTexts = entitiesForTexts(hand);
  // The bodies of the briefs that stay need not be read, where there is an index of them already.
  const before = await openStoredTexts(stored);
  const texts = before
    ? updateTexts(before, { add, remove, entities: inTexts })
    : compileTexts({ briefs: [...(await stored.briefs()).filter(({ id }) => !remove.has(id)), ...add], entities: inTexts }); // prettier-ignore
  return new Map([
    [NAMES, Uint8Array.from(snapshotOf(compileNames(hand.entities)))],
    [TEXTS, Uint8Array.from(snapshotOfTexts(texts))],
  ]);
}

/** What the indexes will be made of: an archive's older self goes and its new one comes, or other edits are applied to the same archives. */
async function afterwards(
  stored: StoredArchives,
  to: After,
): Promise<{ entities: Entity[]; edits: readonly Edit[]; add: readonly Brief[]; remove: ReadonlySet<BriefId> }> {
  const entities = await stored.entities();
  if ('edits' in to) return { entities, edits: to.edits, add: [], remove: new Set() };
  const isOther = (of: { id: string }): boolean => !of.id.startsWith(`${to.id}/`);
  return {
    entities: [...entities.filter(isOther), ...(to.contents?.entities ?? [])],
    edits: await stored.edits(),
    add: to.contents?.briefs ?? [],
    remove: new Set((await stored.heads()).filter((head) => !isOther(head)).map((head) => head.id)),
  };
}

/** As they are: what is chosen of an archive's marks changes nothing in them. */
async function indexesNow(stored: StoredArchives): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const found = await Promise.all(
    [NAMES, TEXTS].map(async (name) => {
      const blob = await stored.index(name);
      return blob ? [[name, new Uint8Array(await blob.arrayBuffer())] as const] : [];
    }),
  );
  return new Map(found.flat());
}
