import { Bookmark, Quote } from 'lucide-react';
import { Fragment, type JSX, type KeyboardEvent, useState } from 'react';
import { glue, languageName, t } from '@/utils/i18n';
import type { Because, BriefHead, BriefId, EntityId, RelatedBrief } from '@/utils/model';
import { LangCodes, languageCode, SituationTick, SituationWord, whenText } from '../common/BriefMeta';
import { IconButton } from '../common/Button';
import { BecauseGlyph } from '../common/Glyphs';
import { type CiteHow, CiteMenu } from './CiteMenu';

export interface CardActs {
  onOpen: (id: BriefId) => void;
  onLanguage: (group: string, id: BriefId) => void;
  onCite: (how: CiteHow, of: { id: BriefId; passage: string | null }) => void;
  /** Absent where there are no notes to pin to. */
  onPin?: (of: { id: BriefId; passage: string | null }) => void;
}

/**
 * A related brief; the first of a briefing is its lead, and larger. One stop for Tab a list: up and down go from card to card, left and
 * right through a card's languages and acts; Enter opens, C cites, P pins.
 */
export function BriefCard({
  related,
  shownAs,
  rank,
  heading: Heading,
  look,
  isStop,
  labelOf,
  acts,
}: {
  related: RelatedBrief;
  /** The translation it was turned to. */
  shownAs: BriefHead | undefined;
  rank: 'lead' | 'rest';
  heading: 'h3' | 'h4';
  look: { read: 'yes' | 'no'; pinned: 'yes' | 'no' };
  /** Whether Tab stops at this card. */
  isStop: 'yes' | 'no';
  labelOf: (id: EntityId) => string;
  acts: CardActs;
}): JSX.Element {
  const [citing, setCiting] = useState<'yes' | 'no'>('no');
  const { translations, because } = related;
  const head = shownAs ?? related.head;
  const verdict = head.situation?.verdict ?? 'none';
  const described = `why-${related.head.id}`;
  const whole = { id: head.id, passage: null };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'KeyC') setCiting('yes');
    else if (event.code === 'KeyP' && acts.onPin) acts.onPin(whole);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') moveInside(event);
    else return;
    event.preventDefault();
  };
  return (
    <div className="card" data-rank={rank} data-read={look.read} data-acting={citing} onKeyDown={onKeyDown}>
      <SituationTick verdict={verdict} />
      <div className="card-main">
        <Heading className="card-title written" lang={head.lang}>
          <button
            type="button"
            className="card-open"
            tabIndex={isStop === 'yes' ? 0 : -1}
            aria-describedby={described}
            data-return={`brief ${related.head.group}`}
            onClick={() => acts.onOpen(head.id)}
          >
            {glue(head.title, head.lang)}
          </button>
        </Heading>
        <div id={described}>
          <p className="card-meta">
            <SituationWord verdict={verdict} />
            <span aria-hidden="true"> · </span>
            <span className="card-week">{whenText(head)}</span>
            <span aria-hidden="true"> · </span>
            {translations.length > 1 ? (
              <span className="lang-switch" role="group" aria-label={t('language')}>
                {translations.map(({ lang, id }) => (
                  <button
                    key={id}
                    type="button"
                    className="lang-code"
                    tabIndex={-1}
                    lang={lang}
                    aria-label={languageName(lang)}
                    aria-pressed={lang === head.lang}
                    onClick={() => acts.onLanguage(related.head.group, id)}
                  >
                    {languageCode(lang)}
                  </button>
                ))}
              </span>
            ) : (
              <LangCodes lang={head.lang} of={translations} />
            )}
          </p>
          <p className="card-summary" lang={head.lang}>
            {glue(head.summary, head.lang)}
          </p>
          <p className="card-because">
            <BecauseGlyph />
            <span>
              {t('because')}{' '}
              {because.entities.map((id, place) => (
                <Fragment key={id}>
                  {place > 0 && ', '}
                  <strong>{labelOf(id)}</strong>
                </Fragment>
              ))}
              {'\u00a0— '}
              {reason(because)}
            </span>
          </p>
        </div>
      </div>
      <div className="card-acts">
        <CiteMenu
          url={head.url}
          open={citing}
          onOpen={setCiting}
          acts={{
            onCite: (how) => acts.onCite(how, whole),
            ...(acts.onPin ? { onPin: () => acts.onPin?.(whole) } : {}),
          }}
          trigger={
            <IconButton label={t('cite')} tabIndex={-1}>
              <Quote size={16} aria-hidden="true" />
            </IconButton>
          }
        />
        {acts.onPin && (
          <IconButton
            label={t('pin')}
            tabIndex={-1}
            aria-pressed={look.pinned === 'yes'}
            onClick={() => acts.onPin?.(whole)}
          >
            <Bookmark size={16} aria-hidden="true" fill={look.pinned === 'yes' ? 'currentColor' : 'none'} />
          </IconButton>
        )}
      </div>
    </div>
  );
}

/** From the title through the languages to the acts, and back. */
function moveInside(event: KeyboardEvent): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
  const here = buttons.findIndex((button) => button === document.activeElement);
  buttons[here + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
}

function reason({ kind, times }: Because): string {
  switch (kind) {
    case 'in-headline':
      return t('inHeadline');
    case 'named-together':
      return t('togetherHere');
    case 'rare-name':
      return t('rareName');
    case 'named-times':
      return t('namedTimes', { n: times });
  }
}
