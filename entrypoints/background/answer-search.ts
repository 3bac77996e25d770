import { type BriefHit, type EntityHit, type SearchAnswer, type SearchOverview } from '@/utils/messaging';
import { type BriefHead, type BriefId, done, type Entity, type PageFailure, type Result, textOf } from '@/utils/model';
import { inReadersOrder } from '@/utils/ranking';
import {
  briefsNaming,
  docsFound,
  findEntities,
  highlightsIn,
  overviewOf,
  parseQuery,
  type SearchOptions,
  searchTexts,
  type Shown,
  snippetOf,
  weeksOf,
} from '@/utils/search';
import { archiveTitles } from './archive-titles';
import { fullNameOf, headsOfGroup, labelOf } from './brief-page';
import { hitBodies, lastLists, type SearchLists, searchLists, withArchives } from './keep-archives';
import { readerLanguages } from './reader-languages';

/** Hits whose body is read for a passage where no number is asked for: what a popup shows before it scrolls. */
const USUAL_SNIPPETS = 10;

/** Entities named under a hit: one line of it. */
const MOST_LABELS = 4;

/** What is asked beside the text. */
type Asked = Pick<SearchOptions, 'order' | 'offset' | 'limit' | 'blank'>;

/** A slice of what a query finds; entities come with the first. */
export async function searchArchives(query: { text: string } & Asked): Promise<Result<SearchAnswer, PageFailure>> {
  // A key stroke finds the archives as the last one did, nearly always: it is answered while they are looked at.
  const [ready, begun] = await Promise.all([everything(), answerFromLast(query)]);
  if (!ready.ok) return ready;
  return begun?.lists === ready.value.lists ? begun.answer : answerFrom(query, ready.value);
}

async function answerFromLast(
  query: { text: string } & Asked,
): Promise<{ lists: SearchLists; answer: Result<SearchAnswer, PageFailure> } | null> {
  const lists = await lastLists();
  return lists && { lists, answer: await answerFrom(query, { lists, languages: await readerLanguages() }) };
}

async function answerFrom(
  { text, ...asked }: { text: string } & Asked,
  { lists, languages }: { lists: SearchLists; languages: readonly string[] },
): Promise<Result<SearchAnswer, PageFailure>> {
  const { texts } = lists;
  const parsed = parseQuery(text);
  const found = searchTexts(texts, parsed, { ...asked, languages });
  const withSnippets = found.hits.slice(0, asked.limit ?? USUAL_SNIPPETS).map((hit) => hit.brief);
  // Without words there is nothing to point at in a body.
  const bodies = found.shown.length === 0 ? null : await hitBodies(withSnippets);
  if (bodies && !bodies.ok) return bodies;
  const entities = asked.offset ? [] : findEntities(lists.entityList, texts, parsed);
  return done({
    entities: entities.map(({ entity }) => entityHit(entity, { lists, shown: found.shown, languages })),
    briefs: found.hits.flatMap(({ brief }, place): BriefHit[] => {
      const head = lists.heads.get(brief);
      if (!head) return [];
      const highlights = { title: highlightsIn(head.title, found.shown), summary: highlightsIn(head.summary, found.shown) }; // prettier-ignore
      const snippet = snippetOf((bodies?.value[place] ?? []).map(textOf), found.shown);
      const detail = asked.limit === undefined ? {} : detailOf(head, { lists, languages });
      return [{ head, highlights, snippet, ...detail }];
    }),
    total: found.total,
    matched: found.matched,
    corrected: found.corrected,
    unknown: found.unknown,
  });
}

/** What a query finds, counted. */
export async function overviewArchives(of: {
  text: string;
  order: 'newest' | 'oldest';
}): Promise<Result<SearchOverview, PageFailure>> {
  const [ready, archives, titleOf] = await Promise.all([
    everything(),
    withArchives((opened) => opened.list()),
    archiveTitles(),
  ]);
  if (!ready.ok) return ready;
  if (!archives.ok) return archives;
  const { lists, languages } = ready.value;
  const { texts } = lists;
  const query = parseQuery(of.text);
  const counted = overviewOf(texts, query, { blank: 'all' });
  const docs = docsFound(texts, query, { order: of.order, blank: 'all', languages });
  const titles = new Map(archives.value.map((archive) => [archive.id, titleOf(archive)]));
  return done({
    text: of.text,
    ...counted,
    weeks: weeksOf(texts, docs),
    langs: inReadersOrder(
      counted.langs.map((count) => ({ ...count, lang: count.value })),
      languages,
    ).map(({ value, briefs }) => ({ value, briefs })),
    archives: counted.archives.map((count) => ({ ...count, title: titles.get(count.value) ?? count.value })),
    entities: counted.entities.flatMap((count) => {
      const entity = lists.entities.get(count.value);
      return entity ? [{ ...count, type: entity.type, label: fullNameOf(entity, languages) }] : [];
    }),
  });
}

/** Heads of some briefs, in the order asked; those that are gone are left out. */
export async function headsOf({
  ids,
}: {
  ids: readonly BriefId[];
}): Promise<Result<readonly BriefHead[], PageFailure>> {
  const lists = await searchLists();
  if (!lists.ok) return lists;
  return done(ids.flatMap((id) => lists.value.heads.get(id) ?? []));
}

async function everything(): Promise<Result<{ lists: SearchLists; languages: readonly string[] }, PageFailure>> {
  const [lists, languages] = await Promise.all([searchLists(), readerLanguages()]);
  return lists.ok ? done({ lists: lists.value, languages }) : lists;
}

/** What a roomy list says of a brief beside its text. */
function detailOf(
  head: BriefHead,
  of: { lists: SearchLists; languages: readonly string[] },
): Pick<BriefHit, 'languages' | 'entities'> {
  const group = headsOfGroup(of.lists, head.group);
  const translations = inReadersOrder(group, of.languages);
  const others = translations.filter(({ lang }) => lang !== head.lang);
  return {
    languages: [head.lang, ...others.map(({ lang }) => lang)],
    entities: head.entities.slice(0, MOST_LABELS).flatMap((id) => {
      const entity = of.lists.entities.get(id);
      return entity ? [{ id, type: entity.type, label: labelOf(entity, of.languages) }] : [];
    }),
  };
}

function entityHit(entity: Entity, of: { lists: SearchLists; shown: Shown; languages: readonly string[] }): EntityHit {
  const label = fullNameOf(entity, of.languages);
  const others = inReadersOrder(
    entity.names.flatMap(({ text: name, lang, kind }) => (kind === 'full' ? [{ name, lang: lang ?? '' }] : [])),
    of.languages,
  );
  const alsoKnownAs = [...new Set(others.map(({ name }) => name))].filter((name) => name !== label);
  return {
    id: entity.id,
    type: entity.type,
    label,
    alsoKnownAs,
    highlights: {
      label: highlightsIn(label, of.shown),
      alsoKnownAs: alsoKnownAs.map((name) => highlightsIn(name, of.shown)),
    },
    briefs: briefsNaming(of.lists.texts, entity.id),
  };
}
