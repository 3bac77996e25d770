import { type BriefRow, type Dossier, type EntityRow, type ListedEntity, type NameRow } from '@/utils/messaging';
import {
  done,
  type Edit,
  type Entity,
  type EntityId,
  failed,
  MAX_HITS,
  type PageFailure,
  type Result,
} from '@/utils/model';
import { aboutEntity } from '@/utils/ranking';
import { archiveTitles } from './archive-titles';
import { briefingOf } from './answer-pages';
import { fullNameOf } from './brief-page';
import { type KnownArchives, knownArchives, withArchives } from './keep-archives';
import { readerLanguages } from './reader-languages';

/** Others listed as appearing with an entity: more is a list of the archive, not of its company. */
const MOST_TOGETHER = 12;

/** All that is known about an entity, from heads only: no body is read. */
export async function dossier(of: {
  id: EntityId;
  tabId: number | null;
}): Promise<Result<Dossier, 'gone' | PageFailure>> {
  const [known, languages, titleOf, kept] = await Promise.all([
    knownArchives(),
    readerLanguages(),
    archiveTitles(),
    withArchives(async (archives) => ({ list: await archives.list(), edits: await archives.edits() })),
  ]);
  if (!known.ok) return known;
  if (!kept.ok) return kept;
  const { hand, heads } = known.value;
  const id = hand.standsFor.get(of.id) ?? of.id;
  const entity = entityOf(known.value, id);
  if (!entity) return failed('gone');
  const briefing = of.tabId === null ? null : await briefingOf(of.tabId);
  const onPage = briefing?.ok ? briefing.value.entities.find((other) => other.id === id)?.mentions.length : 0;
  const about = aboutEntity(heads, { id, languages });
  const ids = [id, ...[...hand.standsFor].filter(([, stays]) => stays === id).map(([gone]) => gone)];
  const dated = about.briefs.filter(({ head }) => (head.week?.to ?? head.date) !== null);
  return done({
    id,
    type: entity.type,
    fullName: fullNameOf(entity, languages),
    ambiguous: entity.ambiguous,
    state: hand.muted.has(id) ? 'muted' : 'known',
    archives: kept.value.list.filter((archive) => ids.some((one) => one.startsWith(`${archive.id}/`))).map(titleOf), // prettier-ignore
    names: namesOf(entity, known.value),
    onPage: onPage ?? 0,
    months: about.months,
    together: about.together.flatMap((other) => rowOf(known.value, other, languages)).slice(0, MOST_TOGETHER),
    total: about.briefs.length,
    briefs: about.briefs.slice(0, MAX_HITS),
    first: dated.at(-1)?.head ?? null,
    edits: kept.value.edits.filter((edit) => isAbout(edit, ids)).toReversed(),
  });
}

/** A slice of the briefs about an entity, latest first. */
export async function briefsAbout(of: {
  id: EntityId;
  offset: number;
  limit: number;
}): Promise<Result<readonly BriefRow[], PageFailure>> {
  const [known, languages] = await Promise.all([knownArchives(), readerLanguages()]);
  if (!known.ok) return known;
  const id = known.value.hand.standsFor.get(of.id) ?? of.id;
  return done(aboutEntity(known.value.heads, { id, languages }).briefs.slice(of.offset, of.offset + of.limit));
}

/** Every entity, muted ones too, those of most briefs first. */
export async function listEntities(): Promise<Result<readonly ListedEntity[], PageFailure>> {
  const [known, languages, edits] = await Promise.all([
    knownArchives(),
    readerLanguages(),
    withArchives((archives) => archives.edits()),
  ]);
  if (!known.ok) return known;
  if (!edits.ok) return edits;
  const { heads, entities, hand } = known.value;
  const groups = new Map<EntityId, Set<string>>();
  for (const head of heads) {
    for (const id of head.entities) {
      const seen = groups.get(id);
      if (seen) seen.add(head.group);
      else groups.set(id, new Set([head.group]));
    }
  }
  const edited = new Set(edits.value.flatMap(({ changes }) => changes.map(({ entity }) => hand.standsFor.get(entity) ?? entity))); // prettier-ignore
  const listed = [...entities.values(), ...hand.muted.values()].map((entity): ListedEntity => ({
    id: entity.id,
    type: entity.type,
    label: fullNameOf(entity, languages),
    names: entity.names.map(({ text }) => text),
    briefs: groups.get(entity.id)?.size ?? 0,
    state: hand.muted.has(entity.id) ? 'muted' : 'known',
    edited: edited.has(entity.id) ? 'yes' : 'no',
  }));
  return done(listed.sort((a, b) => b.briefs - a.briefs || a.label.localeCompare(b.label)));
}

/** An entity as the user has it, muted or not. */
export function entityOf({ entities, hand }: KnownArchives, id: EntityId): Entity | undefined {
  return entities.get(id) ?? hand.muted.get(id);
}

/** All names with who said so; muted ones come last. */
function namesOf(entity: Entity, { hand }: KnownArchives): NameRow[] {
  const row =
    (use: NameRow['use']) =>
    (name: Entity['names'][number]): NameRow => ({ ...name, saidBy: name.saidBy ?? entity.saidBy, use });
  const muted = hand.mutedNames.get(entity.id) ?? [];
  const used = entity.names.filter(({ text }) => !muted.some((name) => name.text === text));
  return [...used.map(row('used')), ...muted.map(row('muted'))];
}

function rowOf(
  known: KnownArchives,
  { id, briefs }: { id: EntityId; briefs: number },
  languages: readonly string[],
): EntityRow[] {
  const entity = known.entities.get(id);
  return entity ? [{ id, type: entity.type, label: fullNameOf(entity, languages), briefs }] : [];
}

function isAbout({ id, changes }: Edit, ids: readonly EntityId[]): boolean {
  return changes.some(
    (change) =>
      ids.includes(change.entity) ||
      (change.act === 'merge' && ids.includes(change.into)) ||
      (change.act === 'split' && ids.includes(change.as)) ||
      ids.some((one) => one.endsWith(`/+${id}`)),
  );
}
