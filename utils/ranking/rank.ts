import type { Because, Block, BriefHead, EntityId, Mention, RelatedBrief } from '@/utils/model';
import type { RankedArchives } from './ranked-archives';
import { type WeighedEntity, weighEntities } from './weigh-entities';

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
  archives: RankedArchives;
  /** How like the page each group is in its words, 0..1; null where words cannot be compared. */
  likeness: ReadonlyMap<string, number> | null;
  /** BCP 47, dearest first. */
  languages: readonly string[];
}): Ranking {
  const { archives, likeness, languages } = page;
  const entities = weighEntities(page);
  const shared = sharedByGroup(entities, archives);
  const scores = [...shared].map(([group, named]) => {
    const names = nearlyAll(named.map((entity) => entity.weight));
    return { group, score: likeness ? Math.min(1, (likeness.get(group) ?? 0) + NAMES_WEIGHT * names) : names };
  });
  const best = scores.reduce((most, { score }) => Math.max(most, score), 0);
  if (best < (likeness ? SPEAK : SPEAK_BY_NAMES)) return { entities, related: [] };

  const least = Math.max(likeness ? JOIN : JOIN_BY_NAMES, JOIN_SHARE * best);
  const related = scores.flatMap(({ group, score }): RelatedBrief[] => {
    if (score < least) return [];
    const ordered = inReadersOrder(archives.headsOf(group), languages);
    const [head] = ordered;
    if (!head) return [];
    const translations = ordered.map(({ lang, id }) => ({ lang, id }));
    return [{ head, translations, score, because: becauseOf(shared.get(group) ?? []) }];
  });
  related.sort(
    (a, b) => b.score - a.score || compareText(lastDay(b.head), lastDay(a.head)) || compareText(a.head.id, b.head.id),
  );
  return { entities, related };
}

/** What each group shares with the page, the weightiest first. No brief is shown without a shared name. */
function sharedByGroup(
  entities: ReadonlyMap<EntityId, WeighedEntity>,
  archives: RankedArchives,
): Map<string, WeighedEntity[]> {
  const shared = new Map<string, WeighedEntity[]>();
  const telling = [...entities.values()].filter((entity) => entity.weight > 0);
  for (const entity of telling.sort((a, b) => b.weight - a.weight || compareText(a.id, b.id))) {
    for (const group of archives.groupsNaming(entity.id)) {
      const named = shared.get(group);
      if (named) named.push(entity);
      else shared.set(group, [entity]);
    }
  }
  return shared;
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
