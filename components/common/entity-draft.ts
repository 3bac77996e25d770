import type { Entity, EntityChange, EntityId, EntityType, Name, NameKey, NameKind } from '@/utils/model';

/** An entity as its editor is given it. */
export interface EditedEntity {
  id: EntityId;
  type: EntityType;
  fullName: string;
  ambiguous: boolean;
  state: 'known' | 'muted';
  names: readonly (Name & { saidBy: Entity['saidBy']; use: 'used' | 'muted' })[];
}

/** A name as it stands in the editor's fields. */
export interface DraftName {
  /** Stays the same while the fields change. */
  key: string;
  /** What it was; null: added here. */
  was: (NameKey & { kind: NameKind }) | null;
  text: string;
  lang: string;
  kind: NameKind;
  saidBy: Entity['saidBy'];
}

/** What the editor's fields hold. */
export interface EntityDraft {
  type: EntityType;
  ambiguous: 'on' | 'off';
  names: readonly DraftName[];
}

/** The fields for an entity as it is. Muted names have none: they are given back by undoing. */
export function draftOf(entity: EditedEntity): EntityDraft {
  return {
    type: entity.type,
    ambiguous: entity.ambiguous ? 'on' : 'off',
    names: entity.names
      .filter(({ use }) => use === 'used')
      .map(({ text, lang, kind, saidBy }, place) => ({
        key: `was-${place}`,
        was: { text, kind, ...(lang === undefined ? {} : { lang }) },
        text,
        lang: lang ?? '',
        kind,
        saidBy,
      })),
  };
}

/**
 * Fields that were left unsaved, if they still fit: every name they began from is still a name of the entity. What is handed in was
 * written by this editor; only our own pages reach where it lies.
 */
export function keptDraft(entity: EditedEntity, kept: object | null): EntityDraft | null {
  const draft = kept as EntityDraft | null;
  const known = new Set(entity.names.map(keyOf));
  return draft?.names.every(({ was }) => was === null || known.has(keyOf(was))) ? draft : null;
}

/** An empty row, to stand under these. */
export function newName(names: readonly DraftName[]): DraftName {
  const taken = new Set(names.map(({ key }) => key));
  let place = names.length;
  while (taken.has(`new-${place}`)) place++;
  return { key: `new-${place}`, was: null, text: '', lang: '', kind: 'alias', saidBy: 'user' };
}

/** Whether it can be saved: each name has a letter or a digit, and there is one at least. */
export function isComplete({ names }: EntityDraft): boolean {
  return names.length > 0 && names.every(({ text }) => isNameText(text));
}

export function isNameText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** What has to be changed so that the entity is what the fields say; empty when it is. */
export function changesOf(entity: EditedEntity, draft: EntityDraft): EntityChange[] {
  const { id } = entity;
  const kept = new Set(draft.names.map(({ was }) => keyOf(was)));
  const names = draft.names.flatMap((name): EntityChange[] => {
    const text = name.text.trim();
    const now: Name = { text, kind: name.kind, ...(name.lang === '' ? {} : { lang: name.lang }) };
    if (!name.was) return text === '' ? [] : [{ act: 'add-name', entity: id, name: now }];
    const { text: wasText, lang, kind } = name.was;
    if (wasText === text && (lang ?? '') === name.lang && kind === name.kind) return [];
    return [{ act: 'set-name', entity: id, was: nameKey(name.was), name: now }];
  });
  // New names before old ones go: the last name of an entity is never taken away.
  const removed = entity.names
    .filter((name) => name.use === 'used' && !kept.has(keyOf(name)))
    .map((name): EntityChange => ({ act: 'remove-name', entity: id, was: nameKey(name) }));
  const type: EntityChange[] = draft.type === entity.type ? [] : [{ act: 'set-type', entity: id, type: draft.type }];
  const isAmbiguous = draft.ambiguous === 'on';
  const ambiguous: EntityChange[] =
    isAmbiguous === entity.ambiguous
      ? []
      : [{ act: 'set-ambiguous', entity: id, ambiguous: isAmbiguous ? 'yes' : 'no' }];
  return [...type, ...ambiguous, ...names, ...removed];
}

/** Which name, as an edit says it. */
export function nameKey({ text, lang }: NameKey): NameKey {
  return lang === undefined ? { text } : { text, lang };
}

function keyOf(name: NameKey | null): string {
  return name === null ? '' : `${name.text}\n${name.lang ?? ''}`;
}
