import { type OpenBrief } from '@/utils/messaging';
import {
  type BriefId,
  type Briefing,
  done,
  failed,
  type PageFailure,
  type PageText,
  type Result,
  textOf,
} from '@/utils/model';
import { inReadersOrder, readNext } from '@/utils/ranking';
import { briefingOf } from './answer-pages';
import { briefPage, labelOf } from './brief-page';
import { type KnownArchives, knownArchives, knownForPages, knownNames, withArchives } from './keep-archives';
import { mentionsIn } from './mentions-in';
import { readerLanguages } from './reader-languages';

/** A whole brief with the names marked in it: those of the tab's page, or without one all that the archives know. */
export async function openBrief(which: {
  id: BriefId;
  tabId: number | null;
}): Promise<Result<OpenBrief, 'gone' | PageFailure>> {
  const [known, names, read] = await Promise.all([
    knownArchives(),
    knownNames(),
    withArchives(async (archives) => ({ brief: await archives.brief(which.id), list: await archives.list() })),
  ]);
  if (!known.ok) return known;
  if (!names.ok) return names;
  if (!read.ok) return read;
  const { brief, list } = read.value;
  if (brief === null) return failed('gone');

  const { lang, body, group, archiveId } = brief;
  const all = mentionsIn(
    { lang, blocks: body.map((block) => ({ text: textOf(block), part: 'body' as const })) },
    names.value,
  );
  const briefing = which.tabId === null ? null : await briefingOf(which.tabId);
  const onPage = briefing?.ok ? new Set(briefing.value.entities.map((entity) => entity.id)) : null;
  const languages = await readerLanguages();
  const translations = inReadersOrder(
    known.value.heads.filter((head) => head.group === group),
    languages,
  );
  return done({
    brief,
    mentions: onPage ? all.filter((mention) => onPage.has(mention.entityId)) : all,
    translations: translations.map(({ lang: language, id }) => ({ lang: language, id })),
    source: list.find(({ id }) => id === archiveId)?.title ?? '',
    next: nextAfter(brief.id, known.value, languages),
  });
}

/** The briefing of a story that stands in no tab: the live demo of the first-run page. */
export async function briefDemo(page: PageText): Promise<Result<Briefing, PageFailure>> {
  const known = await knownForPages();
  return known.ok ? done(briefPage(page, known.value, await readerLanguages())) : known;
}

function nextAfter(id: BriefId, known: KnownArchives, languages: readonly string[]): OpenBrief['next'] {
  const { following, alike } = readNext(id, { heads: known.heads, languages });
  return {
    following,
    alike: alike.map(({ head, shared }) => ({
      head,
      names: shared.flatMap((entity) => {
        const named = known.entities.get(entity);
        return named ? [labelOf(named, languages)] : [];
      }),
    })),
  };
}
