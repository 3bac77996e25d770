import { Fragment, type JSX, memo } from 'react';
import { glue, spoken, t } from '@/utils/i18n';
import type { BriefHead, EntityId, EntityType } from '@/utils/model';
import { SituationTick, whenMonth } from './BriefMeta';
import { EntityGlyph } from './Glyphs';
import { MarkedText } from './MarkedText';

type Ranges = readonly (readonly [number, number])[];

/** What a search found, as the list draws it. */
export interface Results {
  entities: readonly {
    id: EntityId;
    type: EntityType;
    label: string;
    alsoKnownAs: readonly string[];
    /** What was found in its names; one list for each of `alsoKnownAs`. */
    highlights?: { label: Ranges; alsoKnownAs: readonly Ranges[] };
    briefs: number;
  }[];
  briefs: readonly {
    head: BriefHead;
    highlights: { title: Ranges; summary: Ranges };
    /** A passage of the body that says more than the summary. */
    snippet?: { text: string; highlights: Ranges } | null;
  }[];
  total: number;
}

/**
 * Entities, then briefs, as one list box: the field above keeps the focus and moves the cursor. Drawn again only when what it shows is
 * another: while the answer to a key is on its way, the key itself is drawn and the list is not.
 */
export const ResultList = memo(function ResultList({
  id,
  results,
  cursor,
  from = 0,
  briefsHead = t('briefs'),
  onEntity,
  onBrief,
}: {
  id: string;
  results: Results;
  /** Row under the cursor, counted over both groups; −1 for none. */
  cursor: number;
  /** Rows of other lists that the same cursor passes before. */
  from?: number;
  /** What the briefs are. */
  briefsHead?: string;
  onEntity: (id: EntityId) => void;
  onBrief: (id: string) => void;
}): JSX.Element {
  const { entities, briefs } = results;
  return (
    <div id={id} role="listbox" aria-label={t('search')} className="results">
      {entities.length > 0 && (
        <div role="group" aria-label={t('entities')}>
          <p className="results-head" aria-hidden="true">
            {t('entities')}
          </p>
          {entities.map((entity, place) => (
            <div
              key={entity.id}
              id={`${id}-${from + place}`}
              role="option"
              aria-selected={from + place === cursor}
              className="result"
              onClick={() => onEntity(entity.id)}
            >
              <span className="result-glyph">
                <EntityGlyph type={entity.type} />
              </span>
              <span className="result-main">
                <span className="result-name">
                  <MarkedText spans={[{ text: entity.label }]} passages={hits(entity.highlights?.label ?? [])} />
                </span>
                <span className="result-more">
                  {entity.alsoKnownAs.map((name, other) => (
                    <Fragment key={name}>
                      {other > 0 && ' · '}
                      <MarkedText
                        spans={[{ text: name }]}
                        passages={hits(entity.highlights?.alsoKnownAs[other] ?? [])}
                      />
                    </Fragment>
                  ))}
                </span>
              </span>
              <span className="result-count">{t('nBriefs', { n: entity.briefs })}</span>
            </div>
          ))}
        </div>
      )}
      {briefs.length > 0 && (
        <div role="group" aria-label={briefsHead}>
          <p className="results-head" aria-hidden="true">
            {briefsHead}
          </p>
          {briefs.map(({ head, highlights, snippet }, place) => (
            <div
              key={head.id}
              id={`${id}-${from + entities.length + place}`}
              role="option"
              aria-selected={from + entities.length + place === cursor}
              className="result"
              onClick={() => onBrief(head.id)}
            >
              <SituationTick verdict={head.situation?.verdict ?? 'none'} />
              <span className="result-main" lang={head.lang}>
                <span className="result-title written">
                  <MarkedText spans={[{ text: glue(head.title, head.lang) }]} passages={hits(highlights.title)} />
                </span>
                <span className="result-more">
                  <span lang={spoken()}>{whenMonth(head)} · </span>
                  <MarkedText
                    spans={[{ text: glue(snippet?.text ?? head.summary, head.lang) }]}
                    passages={hits(snippet?.highlights ?? highlights.summary)}
                  />
                </span>
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
});

function hits(ranges: Ranges): { start: number; end: number; mark: 'hit' }[] {
  return ranges.map(([start, end]) => ({ start, end, mark: 'hit' }));
}
