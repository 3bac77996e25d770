import type { Brief, BriefHead, Edit, Entity } from '@/utils/model';

/** A stored index: a `Blob`, as far as we need one. */
interface StoredBytes {
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What is stored, as far as indexes are made from it: archives that take part, and the indexes that fit them. */
export interface StoredArchives {
  generation(): Promise<number>;
  heads(): Promise<BriefHead[]>;
  entities(): Promise<Entity[]>;
  briefs(): Promise<Brief[]>;
  /** The user's, in the order they were made; indexes hold what the archives say with these applied. */
  edits(): Promise<readonly Edit[]>;
  index(name: string): Promise<StoredBytes | null>;
  putIndex(name: string, bytes: Uint8Array<ArrayBuffer>, generation: number): Promise<void>;
}

/** The stored indexes: caches of what the archives say, each one Blob. */
export const NAMES = 'names';
export const TEXTS = 'texts';
/** Rows of the archives, packed (archive-rows.ts). */
export const HEADS = 'heads';
export const GROUPS = 'groups';
export const ENTITIES = 'entities';
