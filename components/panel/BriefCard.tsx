import { Fragment, type JSX } from 'react';
import { t, glue } from '@/utils/i18n';
import type { Because, EntityId, RelatedBrief } from '@/utils/model';
import { LangCodes, SituationTick, SituationWord, whenText } from '../common/BriefMeta';
import { BecauseGlyph } from '../common/Glyphs';

/** A related brief; the first of a briefing is its lead, and larger. */
export function BriefCard({
  related,
  rank,
  labelOf,
  onOpen,
}: {
  related: RelatedBrief;
  rank: 'lead' | 'rest';
  labelOf: (id: EntityId) => string;
  onOpen: () => void;
}): JSX.Element {
  const { head, translations, because } = related;
  const verdict = head.situation?.verdict ?? 'none';
  const described = `why-${head.id}`;
  return (
    <li className="card" data-rank={rank}>
      <SituationTick verdict={verdict} />
      <div className="card-main">
        <h3 className="card-title written" lang={head.lang}>
          <button type="button" className="card-open" aria-describedby={described} onClick={onOpen}>
            {glue(head.title, head.lang)}
          </button>
        </h3>
        <div id={described}>
          <p className="card-meta">
            <SituationWord verdict={verdict} />
            <span aria-hidden="true"> · </span>
            <span className="card-week">{whenText(head)}</span>
            <span aria-hidden="true"> · </span>
            <LangCodes lang={head.lang} of={translations} />
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
    </li>
  );
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
