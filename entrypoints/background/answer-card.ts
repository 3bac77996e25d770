import { monthYear, spoken, t } from '@/utils/i18n';
import { type Asker, type EntityCard, openPanel, tell } from '@/utils/messaging';
import { type Briefing, done, failed, type PageEntity, type PageFailure, type Result } from '@/utils/model';
import { lastDay } from '@/utils/ranking';
import { panelRequest } from '@/utils/settings';
import { briefingOf, keptOutOfPages } from './answer-pages';
import { isKeptOut } from './painting-of';
import { speakAsReader } from './speak-as-reader';

/** What a page's reader is shown at a mark: a name and one line about it, never the text of a brief. */
export async function entityCard(
  { mention }: { mention: number },
  { tabId }: Asker,
): Promise<Result<EntityCard, 'gone' | PageFailure>> {
  const [briefing] = await Promise.all([briefingOf(tabId), speakAsReader()]);
  if (!briefing.ok) return briefing;
  const entity = await entityAt(briefing.value, mention);
  if (!entity) return failed('gone');
  return done(cardOf(briefing.value, { entity, mention }));
}

/** Opens the panel first: the click in the page counts no longer after an `await`. */
export async function openEntity(
  { mention }: { mention: number },
  { tabId, windowId }: Asker,
): Promise<Result<null, 'gone' | PageFailure>> {
  void openPanel(windowId);
  const briefing = await briefingOf(tabId);
  if (!briefing.ok) return briefing;
  const entity = await entityAt(briefing.value, mention);
  if (!entity) return failed('gone');
  await panelRequest.setValue({ tabId, entityId: entity.id });
  await tell({ news: 'panel-request' });
  return done(null);
}

/** The entity of a mention that the page may know of. */
async function entityAt({ entities, mentions }: Briefing, mention: number): Promise<PageEntity | undefined> {
  const id = mentions[mention]?.entityId;
  if (id === undefined || isKeptOut(id, await keptOutOfPages())) return undefined;
  return entities.find((entity) => entity.id === id);
}

/** A card of a mention, in the language spoken now. */
export function cardOf(briefing: Briefing, of: { entity: PageEntity; mention: number }): EntityCard {
  const { entity, mention } = of;
  const { mentions } = entity;
  const place = mentions.indexOf(mention);
  const at = (step: number): number => mentions[(place + step + mentions.length) % mentions.length] ?? mention;
  const isDoubtful = entity.certainty === 'in-doubt';
  return {
    type: entity.type,
    kind: isDoubtful ? t('mayBe', { name: briefing.mentions[mention]?.name ?? entity.label }) : t(entity.type),
    name: entity.fullName,
    briefs: t('nBriefs', { n: entity.briefs }),
    line: lastWordOn(briefing, entity),
    place: mentions.length > 1 ? t('xOfY', { x: place + 1, y: mentions.length }) : '',
    previous: at(-1),
    next: at(1),
    words: { open: t('open'), previous: t('prevMention'), next: t('nextMention') },
    lang: spoken(),
  };
}

/** The situation in the latest of the page's briefs that names the entity. */
function lastWordOn({ related }: Briefing, entity: PageEntity): string | null {
  const latest = related
    .map(({ head }) => head)
    .filter((head) => head.situation && head.entities.includes(entity.id))
    .sort((a, b) => lastDay(b).localeCompare(lastDay(a)))[0];
  if (!latest?.situation) return null;
  const verdict = t(latest.situation.verdict).toLocaleLowerCase(spoken());
  return `${t('lastWord')} ${verdict}, ${monthYear(lastDay(latest))}`;
}
