import type { BriefHead, BriefId, EntityId, Verdict } from '@/utils/model';
import { inReadersOrder, lastDay } from './rank';

/** Briefs of a month by situation. */
export interface MonthAbout {
  /** ISO 8601 month: "2012-10". */
  month: string;
  briefs: number;
  situations: Readonly<Record<Verdict | 'none', number>>;
}

/** What the archives say about one entity. */
export interface AboutEntity {
  /** One a translation group, in the first of the reader's languages that it has; latest first, undated last. */
  briefs: readonly { head: BriefHead; translations: readonly { lang: string; id: BriefId }[] }[];
  /** In order; months without a brief and briefs without a date are left out. A week counts in the month it ends in. */
  months: readonly MonthAbout[];
  /** Who else those briefs name, most often first; translations are counted once. */
  together: readonly { id: EntityId; briefs: number }[];
}

/**
 * Everything heads say about an entity. One pass over them: the work grows with the archive, not with what is drawn.
 *
 * @param of.languages BCP 47, dearest first
 */
export function aboutEntity(
  heads: readonly BriefHead[],
  of: { id: EntityId; languages: readonly string[] },
): AboutEntity {
  const naming = heads.filter((head) => head.entities.includes(of.id));
  const groups = new Set(naming.map((head) => head.group));
  const translations = grouped(
    heads.filter((head) => groups.has(head.group)),
    (head) => head.group,
  );
  const briefs = [...translations.values()].flatMap((group) => {
    const ordered = inReadersOrder(group, of.languages);
    const [head] = ordered;
    return head ? [{ head, translations: ordered.map(({ lang, id }) => ({ lang, id })) }] : [];
  });
  briefs.sort((a, b) => compare(lastDay(b.head), lastDay(a.head)) || compare(a.head.id, b.head.id));
  return { briefs, months: monthsOf(briefs.map(({ head }) => head)), together: togetherWith(naming, of.id) };
}

function monthsOf(heads: readonly BriefHead[]): MonthAbout[] {
  const months = grouped(
    heads.filter((head) => lastDay(head) !== ''),
    (head) => lastDay(head).slice(0, 7),
  );
  return [...months]
    .sort(([a], [b]) => compare(a, b))
    .map(([month, inMonth]) => {
      const situations = { improved: 0, unchanged: 0, worsened: 0, none: 0 };
      for (const { situation } of inMonth) situations[situation?.verdict ?? 'none']++;
      return { month, briefs: inMonth.length, situations };
    });
}

function togetherWith(naming: readonly BriefHead[], id: EntityId): AboutEntity['together'] {
  const groups = new Map<EntityId, Set<string>>();
  for (const head of naming) {
    for (const other of head.entities) {
      if (other === id) continue;
      const seen = groups.get(other);
      if (seen) seen.add(head.group);
      else groups.set(other, new Set([head.group]));
    }
  }
  return [...groups]
    .map(([other, seen]) => ({ id: other, briefs: seen.size }))
    .sort((a, b) => b.briefs - a.briefs || compare(a.id, b.id));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** By code units: the same order in every browser and locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
