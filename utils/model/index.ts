/**
 * The ground: the nouns every room speaks of, one word per idea, and the bounds they share.
 *
 * Types with hardly any code. Touches nothing, imports nothing, so every room may stand on it.
 * Promises: everything here is plain data that survives JSON and structured clone, and offsets
 * are UTF-16 code units wherever they appear.
 */
export { type Result, done, failed } from './result';
export { type ArchiveId, type BodyBlock, type BodyKind, type Brief, type BriefHead, type BriefId } from './brief';
export { type Situation, type Span, type Verdict, type Week, textOf } from './brief';
export {
  type ArchiveChoice,
  type ArchiveContents,
  type ArchiveSource,
  type Shrinking,
  type StoredArchive,
} from './archive-contents';
export {
  ENTITY_TYPES,
  type Entity,
  type EntityId,
  type EntityType,
  NAME_KINDS,
  type Name,
  type NameKind,
} from './entity';
export { type SitePattern, type SiteRules } from './site-rules';
export { type Edit, type EntityChange, MAX_CHANGES, type NameKey, splitId } from './edit';
export { MAX_NOTE_CHARS, MAX_NOTES, type Note, type Passage } from './note';
export { type Block, type BlockPart, type PageText } from './page-text';
export { type Mention, TIERS, type Tier, isInDoubt } from './mention';
export {
  type Because,
  type BecauseKind,
  type Briefing,
  type PageEntity,
  type PageFailure,
  type PageHead,
} from './briefing';
export { type PageState, type RelatedBrief, type SiteState } from './briefing';
export {
  type ShrunkenUpdate,
  type Source,
  type SourceMarks,
  type Subscription,
  type UpdateTimes,
} from './subscription';
export { MAX_ARCHIVE_BYTES, MAX_BLOCKS, MAX_BLOCK_CHARS, MAX_MENTIONS, MAX_META_CHARS, MAX_NODES } from './limits';
export { MAX_FEED_BYTES, MAX_HITS, MAX_PAGE_CHARS, MAX_QUERY_CHARS, MAX_SITES, READING_SLICE_MS } from './limits';
