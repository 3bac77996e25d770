import type { EntityId, RelatedBrief } from '@/utils/model';
import { whenText } from '../common/BriefMeta';

/** A row of the list of briefs. */
export type ListRow =
  { kind: 'week'; key: string; week: string } | { kind: 'card'; key: string; related: RelatedBrief };

/** Briefs that name all of the chosen entities. */
export function narrowed(related: readonly RelatedBrief[], selected: readonly EntityId[]): readonly RelatedBrief[] {
  return selected.length === 0
    ? related
    : related.filter(({ head }) => selected.every((id) => head.entities.includes(id)));
}

/** As ranked, or under their weeks: newest week first, inside a week in the order of relevance. */
export function listRows(related: readonly RelatedBrief[], order: 'related' | 'week'): ListRow[] {
  const card = (brief: RelatedBrief): ListRow => ({ kind: 'card', key: brief.head.group, related: brief });
  if (order === 'related') return related.map(card);
  const day = ({ head }: RelatedBrief): string => head.week?.to ?? head.date ?? '';
  const newestFirst = related.toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0));
  return [...Map.groupBy(newestFirst, ({ head }) => whenText(head))].flatMap(([week, briefs]): ListRow[] => [
    { kind: 'week', key: `week ${week}`, week },
    ...briefs.map(card),
  ]);
}
