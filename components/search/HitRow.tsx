import { type JSX, type MouseEvent, memo } from 'react';
import { day, glue, spoken, t, weekRange } from '@/utils/i18n';
import type { BriefHead, BriefId, EntityType } from '@/utils/model';
import { LangCodes, SituationTick, SituationWord, whenText } from '../common/BriefMeta';
import { EntityGlyph } from '../common/Glyphs';
import { MarkedText } from '../common/MarkedText';

type Ranges = readonly (readonly [number, number])[];

/** A brief that was found, as its row draws it. */
export interface Hit {
  head: BriefHead;
  highlights: { title: Ranges; summary: Ranges };
  snippet?: { text: string; highlights: Ranges } | null;
  languages?: readonly string[];
  entities?: readonly { id: string; type: EntityType; label: string }[];
}

/** A brief that was found: when, verdict, title, the passage that has the words, whom it names, its languages. */
export const HitRow = memo(function HitRow({
  hit: { head, highlights, snippet, languages, entities },
  date,
  heading: Heading,
  address,
  onOpen,
}: {
  hit: Hit;
  /** Weeks stand over groups of rows, or in each. */
  date: 'shown' | 'above';
  heading: 'h3' | 'h4';
  /** Where the brief can be opened in a tab of its own. */
  address: string;
  onOpen: (id: BriefId) => void;
}): JSX.Element {
  const open = (event: MouseEvent): void => {
    // With a key held the browser opens its own tab or window.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(head.id);
  };
  return (
    <article className="hit" data-date={date}>
      {date === 'shown' && <p className="hit-date">{dateOf(head)}</p>}
      <SituationTick verdict={head.situation?.verdict ?? 'none'} />
      <div className="hit-main">
        <Heading className="hit-title written" lang={head.lang}>
          <a href={address} onClick={open}>
            <MarkedText spans={[{ text: glue(head.title, head.lang) }]} passages={hits(highlights.title)} />
          </a>
        </Heading>
        <p className="hit-text" lang={head.lang}>
          <MarkedText
            spans={[{ text: glue(snippet?.text ?? head.summary, head.lang) }]}
            passages={hits(snippet?.highlights ?? highlights.summary)}
          />
        </p>
        <p className="hit-meta">
          <SituationWord verdict={head.situation?.verdict ?? 'none'} />
          {entities?.map(({ id, type, label }) => (
            <span key={id} className="hit-entity">
              <EntityGlyph type={type} />
              {label}
            </span>
          ))}
          <span className="hit-langs">
            <LangCodes lang={head.lang} of={(languages ?? [head.lang]).map((lang) => ({ lang }))} />
          </span>
        </p>
      </div>
    </article>
  );
});

/** The year stands apart, under the days. */
function dateOf(head: BriefHead): JSX.Element {
  const whole = whenText(head);
  const last = head.week?.to ?? head.date ?? '';
  const year = /^\d{4}/u.exec(last)?.[0] ?? '';
  if (year === '') return <>{whole || t('noDate')}</>;
  const text = head.week ? weekRange(head.week) : day(last);
  return (
    <>
      <span>{text.endsWith(year) ? text.slice(0, -year.length).trimEnd() : text}</span>{' '}
      {text.endsWith(year) && <strong lang={spoken()}>{year}</strong>}
    </>
  );
}

function hits(ranges: Ranges): { start: number; end: number; mark: 'hit' }[] {
  return ranges.map(([start, end]) => ({ start, end, mark: 'hit' }));
}
