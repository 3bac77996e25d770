import type { Because, Block, BriefHead, EntityId, Mention, RelatedBrief } from '@/utils/model';
import { countGroups, type WeighedEntity, weighEntities } from './weigh-entities';

/** Each further entity that page and brief share is support of its own: two rare names together are hardly chance. */
const TOGETHER_BONUS = 0.25;

/** Below this a brief shares only what half the archive shares; showing it would teach readers to look away. */
const LEAST_SCORE = 0.12;

/** Names given in `because`; more would be a list, not a reason. */
const MOST_REASONS = 4;

/** A name in so few of the archive's briefs that it alone is a reason (rarity of a name in 4 of 40). */
const RARE = 0.6;

export interface Ranking {
  /** Every entity that was mentioned, weighed. */
  entities: ReadonlyMap<EntityId, WeighedEntity>;
  /** Best first; only briefs worth showing. */
  related: readonly RelatedBrief[];
}

/**
 * Orders the archive's briefs for a page: entities that are central here and rare in the archive count most, several
 * shared entities more than their sum. One brief a translation group, in the reader's language order; equal scores give
 * the later week first. Deterministic; any input has an answer.
 */
export function rank(page: {
  mentions: readonly Mention[];
  blocks: readonly Pick<Block, 'part'>[];
  heads: readonly BriefHead[];
  /** BCP 47, dearest first. */
  languages: readonly string[];
}): Ranking {
  const entities = weighEntities({ ...page, ...countGroups(page.heads) });
  const related = groupsOf(page.heads).flatMap((translations) => {
    const shared = sharedEntities(translations, entities);
    const score = scoreOf(shared);
    if (score < LEAST_SCORE) return [];
    const ordered = inReadersOrder(translations, page.languages);
    const head = ordered[0];
    if (!head) return [];
    return [
      {
        head,
        translations: ordered.map(({ lang, id }) => ({ lang, id })),
        score,
        because: becauseOf(shared),
      } satisfies RelatedBrief,
    ];
  });
  related.sort(
    (a, b) => b.score - a.score || compareText(lastDay(b.head), lastDay(a.head)) || compareText(a.head.id, b.head.id),
  );
  return { entities, related };
}

/** Translations in the reader's order; languages he did not name follow in the archive's. */
export function inReadersOrder<T extends { lang: string }>(
  translations: readonly T[],
  languages: readonly string[],
): T[] {
  const place = ({ lang }: T): number => {
    const at = languages.findIndex((language) => lang === language || lang.startsWith(`${language}-`));
    return at < 0 ? languages.length : at;
  };
  return translations
    .map((translation, archive) => ({ translation, archive, reader: place(translation) }))
    .sort((a, b) => a.reader - b.reader || a.archive - b.archive)
    .map(({ translation }) => translation);
}

/** ISO 8601 day that stands for a brief in time; '' where it has none, which sorts last. */
export function lastDay(head: Pick<BriefHead, 'week' | 'date'>): string {
  return head.week?.to ?? head.date ?? '';
}

function groupsOf(heads: readonly BriefHead[]): BriefHead[][] {
  const groups = new Map<string, BriefHead[]>();
  for (const head of heads) {
    const group = groups.get(head.group);
    if (group) group.push(head);
    else groups.set(head.group, [head]);
  }
  return [...groups.values()];
}

function sharedEntities(
  translations: readonly BriefHead[],
  entities: ReadonlyMap<EntityId, WeighedEntity>,
): WeighedEntity[] {
  const ids = new Set(translations.flatMap((head) => head.entities));
  return [...ids]
    .flatMap((id) => entities.get(id) ?? [])
    .filter((entity) => entity.weight > 0)
    .sort((a, b) => b.weight - a.weight || compareText(a.id, b.id));
}

/** Noisy-or of the weights, so that it stays in 0..1, with a bonus for names met together. */
function scoreOf(shared: readonly WeighedEntity[]): number {
  const alone = 1 - shared.reduce((missing, entity) => missing * (1 - entity.weight), 1);
  const second = shared[1]?.weight ?? 0;
  return Math.min(1, alone + TOGETHER_BONUS * second);
}

function becauseOf(shared: readonly WeighedEntity[]): Because {
  const named = shared.slice(0, MOST_REASONS);
  const times = named.reduce((sum, entity) => sum + entity.times, 0);
  return { kind: kindOf(named), entities: named.map((entity) => entity.id), times };
}

function kindOf(named: readonly WeighedEntity[]): Because['kind'] {
  const foremost = named.filter((entity) => entity.foremost === 'headline-or-lead').length;
  if (foremost > 0 && foremost * 2 >= named.length) return 'in-headline';
  if (named.length > 1) return 'named-together';
  return (named[0]?.rarity ?? 0) >= RARE ? 'rare-name' : 'named-times';
}

/** By code units: the same order in every browser and locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
