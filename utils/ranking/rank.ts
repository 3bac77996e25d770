import type { Because, Block, BriefHead, EntityId, Mention, RelatedBrief } from '@/utils/model';
import { countGroups, type WeighedEntity, weighEntities } from './weigh-entities';

/**
 * What shared names add to likeness in words. A cosine between a page and a brief about its subject begins at some .13;
 * a page that names everybody of a brief and speaks of something else gains just this much, and stays silent.
 * Tuned on 82 pages in three languages together with the two thresholds below (docs/decisions/0003).
 */
const NAMES_WEIGHT = 0.15;

/** Where the best brief is below this, the page is about something else, whoever it names: nothing is shown. */
const SPEAK = 0.185;

/** Once the best brief speaks, others join it down to here. */
const JOIN = 0.09;

/** Beside a brief that fits very well, one that fits this many times less would only lengthen the list. */
const JOIN_SHARE = 0.25;

/** Without words to compare (the page is in a language of no brief) names alone must carry: so much as two rare names in the text. */
const SPEAK_BY_NAMES = 0.5;
const JOIN_BY_NAMES = 0.25;

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
 * Orders the archive's briefs for a page by two things together: likeness in words, and shared entities that are central
 * here and rare in the archive. A brief without a shared name is never shown: there would be nothing to point at. One brief
 * a translation group, in the reader's language order; equal scores give the later week first. Deterministic; any input
 * has an answer.
 */
export function rank(page: {
  mentions: readonly Mention[];
  blocks: readonly Pick<Block, 'part'>[];
  heads: readonly BriefHead[];
  /** How like the page each group is in its words, 0..1; null where words cannot be compared. */
  likeness: ReadonlyMap<string, number> | null;
  /** BCP 47, dearest first. */
  languages: readonly string[];
}): Ranking {
  const about = headsAbout(page.heads, new Set(page.mentions.map(({ entityId }) => entityId)));
  const groups = new Set(page.heads.map(({ group }) => group)).size;
  const entities = weighEntities({ ...page, groupsNaming: countGroups(about), groups });
  const join = page.likeness ? JOIN : JOIN_BY_NAMES;
  const speak = page.likeness ? SPEAK : SPEAK_BY_NAMES;
  const related = groupsOf(about).flatMap((translations): RelatedBrief[] => {
    const ordered = inReadersOrder(translations, page.languages);
    const [head] = ordered;
    const shared = sharedEntities(translations, entities);
    if (!head || shared.length === 0) return [];
    const names = nearlyAll(shared.map((entity) => entity.weight));
    const score = page.likeness ? Math.min(1, (page.likeness.get(head.group) ?? 0) + NAMES_WEIGHT * names) : names;
    if (score < join) return [];
    return [{ head, translations: ordered.map(({ lang, id }) => ({ lang, id })), score, because: becauseOf(shared) }];
  });
  related.sort(
    (a, b) => b.score - a.score || compareText(lastDay(b.head), lastDay(a.head)) || compareText(a.head.id, b.head.id),
  );
  const best = related[0]?.score ?? 0;
  return { entities, related: best < speak ? [] : related.filter(({ score }) => score >= JOIN_SHARE * best) };
}

/** Heads of the groups that name one of these entities, in their order. A page names few of an archive's, and no brief is shown without one. */
function headsAbout(heads: readonly BriefHead[], named: ReadonlySet<EntityId>): BriefHead[] {
  const groups = new Set<string>();
  for (const { group, entities } of heads) if (entities.some((id) => named.has(id))) groups.add(group);
  return heads.filter(({ group }) => groups.has(group));
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

/** Heads by group: translations of one brief together, in the order in which groups first appear. */
export function groupsOf(heads: readonly BriefHead[]): BriefHead[][] {
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

/** Noisy-or: weights add up like independent evidence and stay in 0..1. */
function nearlyAll(weights: readonly number[]): number {
  return 1 - weights.reduce((missing, weight) => missing * (1 - weight), 1);
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
