import {
  type Briefing,
  type BriefHead,
  type Entity,
  ENTITY_TYPES,
  isInDoubt,
  MAX_MENTIONS,
  type Mention,
  type PageEntity,
  type PageText,
} from '@/utils/model';
import type { ArchiveRows, Searchable } from '@/utils/indexing';
import { lastDay, rank, type RankedArchives, type WeighedEntity } from '@/utils/ranking';
import { likenessOf } from '@/utils/search';
import type { KnownNames } from './keep-archives';
import { mentionsIn } from './mentions-in';

/**
 * Page in, briefing out: start reading here. Finds the names, ranks the briefs, and says it in the reader's languages.
 * Pure but for what is handed in, so the command line and the tests run it as the extension does.
 */
export function briefPage(
  page: PageText,
  known: Pick<KnownNames, 'names' | 'hand'> & Searchable,
  languages: readonly string[],
): Briefing {
  return briefMentions(page, { mentions: mentionsOnPage(page, known), known, languages });
}

/** The names on a page, as many as a briefing counts. */
export function mentionsOnPage(page: PageText, known: Pick<KnownNames, 'names' | 'hand'>): readonly Mention[] {
  return mentionsIn(page, known).slice(0, MAX_MENTIONS);
}

/** The rest of a briefing: what the archives say about a page with these names. */
export function briefMentions(
  page: PageText,
  of: { mentions: readonly Mention[]; known: Searchable; languages: readonly string[] },
): Briefing {
  const { mentions, known, languages } = of;
  const named = new Map(
    [...new Set(mentions.map(({ entityId }) => entityId))].map((id) => [id, known.entities.get(id)]),
  );
  const archives: RankedArchives = {
    groups: known.groups.size,
    groupsNaming: (id) => named.get(id)?.groups ?? [],
    headsOf: (group) => headsOfGroup(known, group),
  };
  const likeness = likenessOf(known.texts, page);
  const { entities, related } = rank({ mentions, blocks: page.blocks, archives, likeness, languages });
  const shown = related.map(({ head }) => head);
  return {
    page: {
      url: page.url,
      host: hostOf(page.url),
      title: page.title,
      lang: page.lang,
      publishedAt: page.publishedAt,
      blocks: page.blocks.length,
      words: page.blocks.reduce((sum, block) => sum + countWords(block.text), 0),
      extent: page.extent,
    },
    entities: pageEntities({ mentions, named, weighed: entities, languages }),
    mentions,
    related,
    years: yearsOf(shown),
    lastWord: lastWordOf(shown),
  };
}

/** Name for chips and reasons: a person's surname, else the name the archive gives first; in the reader's language if there is one. */
export function labelOf(entity: Entity, languages: readonly string[]): string {
  return (entity.type === 'person' ? nameOf(entity, 'short', languages) : null) ?? fullNameOf(entity, languages);
}

export function fullNameOf(entity: Entity, languages: readonly string[]): string {
  return nameOf(entity, 'full', languages) ?? entity.names[0]?.text ?? entity.id;
}

/** Host for people: without "www.". '' for an address that has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
}

/** Briefs of a translation group, in the archive's order. */
export function headsOfGroup({ groups, heads }: Pick<ArchiveRows, 'groups' | 'heads'>, group: string): BriefHead[] {
  return (groups.get(group)?.briefs ?? []).flatMap((id) => heads.get(id) ?? []);
}

function pageEntities(of: {
  mentions: readonly Mention[];
  named: ReadonlyMap<string, Entity | undefined>;
  weighed: ReadonlyMap<string, WeighedEntity>;
  languages: readonly string[];
}): PageEntity[] {
  const places = Map.groupBy(of.mentions.keys(), (place) => of.mentions[place]?.entityId);
  const entities = [...places].flatMap(([id, mentions]): PageEntity[] => {
    const entity = of.named.get(id ?? '');
    if (!entity) return [];
    const sure = mentions.some((place) => !isInDoubt(of.mentions[place] ?? { confidence: 0 }));
    return [
      {
        id: entity.id,
        type: entity.type,
        label: labelOf(entity, of.languages),
        fullName: fullNameOf(entity, of.languages),
        mentions,
        briefs: of.weighed.get(entity.id)?.briefs ?? 0,
        certainty: sure ? 'sure' : 'in-doubt',
      },
    ];
  });
  const labels = Map.groupBy(entities, (entity) => entity.label);
  for (const namesakes of labels.values()) {
    // Two people of one surname on a page: only their full names tell them apart.
    if (namesakes.length > 1) for (const entity of namesakes) entity.label = entity.fullName;
  }
  const weight = (entity: PageEntity): number => of.weighed.get(entity.id)?.weight ?? 0;
  return entities.sort(
    (a, b) =>
      ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type) || doubtOf(a) - doubtOf(b) || weight(b) - weight(a),
  );
}

/** Sure ones come first. */
function doubtOf({ certainty }: PageEntity): number {
  return certainty === 'sure' ? 0 : 1;
}

function nameOf(entity: Entity, kind: 'short' | 'full', languages: readonly string[]): string | null {
  const names = entity.names.filter((name) => name.kind === kind);
  for (const language of languages) {
    const name = names.find(({ lang }) => lang === language);
    if (name) return name.text;
  }
  return names[0]?.text ?? null;
}

function yearsOf(heads: readonly BriefHead[]): Briefing['years'] {
  const years = heads.map((head) => Number(lastDay(head).slice(0, 4))).filter((year) => year > 0);
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

function lastWordOf(heads: readonly BriefHead[]): Briefing['lastWord'] {
  let latest: Briefing['lastWord'] = null;
  for (const { situation, week, date } of heads) {
    if (situation && (!latest || lastDay({ week, date }) > lastDay(latest))) latest = { situation, week, date };
  }
  return latest;
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}
