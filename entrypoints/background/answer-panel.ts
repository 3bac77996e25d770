import { type EntityHit, type OpenBrief, type SearchAnswer } from '@/utils/messaging';
import { findMentions } from '@/utils/matching';
import {
  type BriefHead,
  type BriefId,
  done,
  type Entity,
  failed,
  type PageFailure,
  type Result,
  textOf,
} from '@/utils/model';
import { inReadersOrder } from '@/utils/ranking';
import { findEntities, highlightsIn, parseQuery, searchTexts, snippetOf } from '@/utils/search';
import { briefingOf } from './answer-pages';
import { fullNameOf } from './brief-page';
import { knownArchives, searchLists, withArchives } from './keep-archives';
import { readerLanguages } from './reader-languages';

/** A whole brief with the names marked in it: those of the tab's page, or without one all that the archives know. */
export async function openBrief(which: {
  id: BriefId;
  tabId: number | null;
}): Promise<Result<OpenBrief, 'gone' | PageFailure>> {
  const [known, brief] = await Promise.all([knownArchives(), withArchives((archives) => archives.brief(which.id))]);
  if (!known.ok) return known;
  if (!brief.ok) return brief;
  if (brief.value === null) return failed('gone');

  const { lang, body, group } = brief.value;
  const all = findMentions(known.value.names, {
    lang,
    blocks: body.map((block) => ({ text: textOf(block), part: 'body' })),
  });
  const briefing = which.tabId === null ? null : await briefingOf(which.tabId);
  const onPage = briefing?.ok ? new Set(briefing.value.entities.map((entity) => entity.id)) : null;
  const translations = inReadersOrder(
    known.value.heads.filter((head) => head.group === group),
    await readerLanguages(),
  );
  return done({
    brief: brief.value,
    mentions: onPage ? all.filter((mention) => onPage.has(mention.entityId)) : all,
    translations: translations.map(({ lang: language, id }) => ({ lang: language, id })),
  });
}

/** Hits whose body is read for a passage: what a popup shows before it scrolls. */
const MOST_SNIPPETS = 10;

export async function searchArchives(text: string): Promise<Result<SearchAnswer, PageFailure>> {
  const [known, lists, languages] = await Promise.all([knownArchives(), searchLists(), readerLanguages()]);
  if (!known.ok) return known;
  if (!lists.ok) return lists;
  const { texts } = known.value;
  const query = parseQuery(text);
  const { hits, total, matched, corrected, unknown, shown } = searchTexts(texts, query, { languages });
  const bodies = await withArchives((archives) =>
    archives.bodies(hits.slice(0, MOST_SNIPPETS).map((hit) => hit.brief)),
  );
  if (!bodies.ok) return bodies;
  return done({
    entities: findEntities(lists.value.entities, texts, query).map(({ entity }) =>
      entityHit(entity, { languages, heads: known.value.heads }),
    ),
    briefs: hits.flatMap((hit, place) => {
      const head = lists.value.heads.get(hit.brief);
      const highlights = head && { title: highlightsIn(head.title, shown), summary: highlightsIn(head.summary, shown) };
      const snippet = snippetOf((bodies.value[place] ?? []).map(textOf), shown);
      return head && highlights ? [{ head, highlights, snippet }] : [];
    }),
    total,
    matched,
    corrected,
    unknown,
  });
}

function entityHit(entity: Entity, of: { languages: readonly string[]; heads: readonly BriefHead[] }): EntityHit {
  const label = fullNameOf(entity, of.languages);
  const others = inReadersOrder(
    entity.names.flatMap(({ text: name, lang, kind }) => (kind === 'full' ? [{ name, lang: lang ?? '' }] : [])),
    of.languages,
  );
  return {
    id: entity.id,
    type: entity.type,
    label,
    alsoKnownAs: [...new Set(others.map(({ name }) => name))].filter((name) => name !== label),
    briefs: new Set(of.heads.filter((head) => head.entities.includes(entity.id)).map((head) => head.group)).size,
  };
}
