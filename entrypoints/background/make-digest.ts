import type { Digest, DigestBrief } from '@/utils/messaging';
import type { ArchiveId, BriefHead, Entity, EntityId, Week } from '@/utils/model';
import { inReadersOrder } from '@/utils/ranking';
import { labelOf } from './brief-page';
import { mondayOf } from './read-lately';

/** Names that say why a brief stands first. */
const MOST_NAMES = 3;

const DAY_MS = 86_400_000;

/** What a digest is made of. */
export interface DigestParts {
  heads: readonly BriefHead[];
  entities: ReadonlyMap<EntityId, Entity>;
  /** How much its reader has been reading about each entity. */
  reading: ReadonlyMap<EntityId, number>;
  titles: ReadonlyMap<ArchiveId, string>;
  /** Dearest first. */
  languages: readonly string[];
  /** The Monday that was asked for; null for the newest week. */
  week: string | null;
  /** ms since 1970. */
  now: number;
}

/**
 * The briefs of one week, one a translation group: those first that name whom the reader has been reading about, the most read first; then
 * the others in their archives' order. Without a week it is the newest that has briefs, the future left out.
 */
export function makeDigest(parts: DigestParts): Digest {
  const { heads, now } = parts;
  const byWeek = Map.groupBy(heads, weekOf);
  const thisWeek = mondayOf(now);
  const weeks = [...byWeek.keys()].filter((week) => week !== '' && week <= thisWeek).sort();
  const monday = parts.week ?? weeks.at(-1) ?? null;
  if (monday === null) return { week: null, age: 'earlier', previous: null, next: null, briefs: [] };
  const groups = Map.groupBy(byWeek.get(monday) ?? [], ({ group }) => group);
  const briefs = [...groups.values()].flatMap((group) => briefOf(group, parts));
  return {
    week: wholeWeek(monday),
    age: monday >= mondayOf(now - 7 * DAY_MS) ? 'now' : 'earlier',
    previous: weeks.findLast((week) => week < monday) ?? null,
    next: weeks.find((week) => week > monday) ?? null,
    briefs: briefs.sort((a, b) => b.weight - a.weight).map(({ brief }) => brief),
  };
}

/** Monday of the week a brief is about; '' where it has none. */
function weekOf({ week, date }: BriefHead): string {
  const day = week?.from ?? date ?? '';
  const moment = Date.parse(day);
  return Number.isNaN(moment) ? '' : mondayOf(moment);
}

function briefOf(
  group: readonly BriefHead[],
  { reading, entities, titles, languages }: DigestParts,
): { brief: DigestBrief; weight: number }[] {
  const inOrder = inReadersOrder(group, languages);
  const [head] = inOrder;
  if (!head) return [];
  const read = [...new Set(group.flatMap((each) => each.entities))]
    .map((id) => ({ entity: entities.get(id), weight: reading.get(id) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const names = read.flatMap(({ entity }) => (entity ? labelOf(entity, languages) : []));
  return [
    {
      weight: read.reduce((sum, { weight }) => sum + weight, 0),
      brief: {
        head,
        translations: inOrder.map(({ lang, id }) => ({ lang, id })),
        archive: titles.get(head.archiveId) ?? '',
        because: [...new Set(names)].slice(0, MOST_NAMES),
      },
    },
  ];
}

function wholeWeek(monday: string): Week {
  return { from: monday, to: new Date(Date.parse(monday) + 6 * DAY_MS).toISOString().slice(0, 10) };
}
