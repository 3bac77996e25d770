import type { BriefHead, BriefId, Edit, Entity, EntityId, EntityType, Name, Verdict } from '@/utils/model';

/** One name of an entity, with who said so and whether it counts. */
export interface NameRow extends Name {
  saidBy: Entity['saidBy'];
  use: 'used' | 'muted';
}

/** A brief of a dossier. */
export interface BriefRow {
  head: BriefHead;
  /** All translations, this one included, in the reader's order. */
  translations: readonly { lang: string; id: BriefId }[];
}

/** All that is known about an entity. */
export interface Dossier {
  id: EntityId;
  type: EntityType;
  /** Full name in the reader's language. */
  fullName: string;
  ambiguous: boolean;
  state: 'known' | 'muted';
  /** Titles of the archives that know it. */
  archives: readonly string[];
  names: readonly NameRow[];
  /** Mentions on the tab's page. */
  onPage: number;
  months: readonly { month: string; briefs: number; situations: Readonly<Record<Verdict | 'none', number>> }[];
  /** Who appears with it, most often first. */
  together: readonly EntityRow[];
  /** How many briefs there are in all. */
  total: number;
  /** Latest first; MAX_HITS at most, the rest by `briefsAbout`. */
  briefs: readonly BriefRow[];
  /** The oldest dated brief: where the first mention is. */
  first: Pick<BriefHead, 'week' | 'date'> | null;
  /** The user's edits of it, newest first. */
  edits: readonly Edit[];
}

/** An entity in a list. */
export interface EntityRow {
  id: EntityId;
  type: EntityType;
  label: string;
  /** Groups of briefs that name it. */
  briefs: number;
}

/** An entity in the list of all, with what a look-up compares. */
export interface ListedEntity extends EntityRow {
  names: readonly string[];
  state: 'known' | 'muted';
  edited: 'yes' | 'no';
}

/** What a sentence would be read as: [start, end) UTF-16 offsets of the text. */
export interface TriedMention {
  start: number;
  end: number;
  verdict: 'sure' | 'in-doubt' | 'ordinary-word' | 'muted';
}
