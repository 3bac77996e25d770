import type { BriefHead, EntityId } from '@/utils/model';

/** The archives' briefs, as far as a page asks about them: a page names few of ten thousand entities, and few briefs are shown. */
export interface RankedArchives {
  /** Translation groups in all. */
  groups: number;
  /** Ids of the groups with a brief that names an entity. */
  groupsNaming(id: EntityId): readonly string[];
  /** Heads of a group, in the archive's order. */
  headsOf(group: string): readonly BriefHead[];
}
