import { type JSX, useEffect, useMemo, useRef } from 'react';
import { glue, monthYear, number, t } from '@/utils/i18n';
import type { BriefHead, BriefId } from '@/utils/model';
import { LangCodes, SituationTick, SituationWord, whenText } from '../common/BriefMeta';
import { Button } from '../common/Button';
import type { MonthRange } from '../common/chart-months';
import { VirtualRows } from '../common/VirtualRows';

interface Row {
  head: BriefHead;
  translations: readonly { lang: string; id: BriefId }[];
}

/** Height of a brief of two title lines, in CSS pixels, before it was drawn. */
const USUAL_HEIGHT = 78;

/** All briefs that name an entity, latest first, or those of some months. Up and down move between them. */
export function DossierBriefs({
  briefs,
  total,
  range,
  scroller,
  onMore,
  onAll,
  onOpen,
}: {
  /** As far as they are there. */
  briefs: readonly Row[];
  total: number;
  range: MonthRange | null;
  scroller: HTMLElement | null;
  onMore: () => void;
  onAll: () => void;
  onOpen: (id: BriefId) => void;
}): JSX.Element {
  const heights = useRef(new Map<string, number>());
  const shown = useMemo(() => briefs.filter(({ head }) => isWithin(head, range)), [briefs, range]);
  const end = useRef<HTMLDivElement>(null);
  const isWhole = briefs.length >= total;
  // The next ones come when the end of those that are there comes near.
  useEffect(() => {
    const mark = end.current;
    if (!mark || isWhole) return undefined;
    const watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && onMore(), {
      root: scroller,
      rootMargin: '600px',
    });
    watch.observe(mark);
    return () => watch.disconnect();
  }, [isWhole, onMore, scroller, briefs]);

  return (
    <section className="tabbed dossier-section" onKeyDown={moveBetween}>
      <div className="section-line">
        <h2 className="section-head">
          {t('briefs')}{' '}
          <span className="section-count">
            {range === null ? number(total) : t('xOfY', { x: shown.length, y: total })}
          </span>
        </h2>
        {range !== null && (
          <span className="dossier-range">
            {range.from === range.to
              ? monthYear(`${range.from}-01`)
              : `${monthYear(`${range.from}-01`)} – ${monthYear(`${range.to}-01`)}`}
            <Button kind="quiet" onClick={onAll}>
              {t('showAll')}
            </Button>
          </span>
        )}
      </div>
      {shown.length === 0 && <p className="section-empty">{t(total === 0 ? 'noBriefNamesIt' : 'noneInMonths')}</p>}
      <VirtualRows
        count={shown.length}
        scroller={scroller}
        keyOf={(row) => shown[row]?.head.id ?? String(row)}
        guess={() => USUAL_HEIGHT}
        heights={heights.current}
        className="cards"
        rowClass={() => 'card'}
        draw={(row) => {
          const brief = shown[row];
          return brief && <DossierBrief brief={brief} onOpen={() => onOpen(brief.head.id)} />;
        }}
      />
      <div ref={end} />
    </section>
  );
}

function DossierBrief({ brief: { head, translations }, onOpen }: { brief: Row; onOpen: () => void }): JSX.Element {
  const verdict = head.situation?.verdict ?? 'none';
  const described = `about-${head.id}`;
  return (
    <>
      <SituationTick verdict={verdict} />
      <div className="card-main">
        <h3 className="card-title written" lang={head.lang}>
          <button
            type="button"
            className="card-open"
            aria-describedby={described}
            data-return={`brief ${head.group}`}
            onClick={onOpen}
          >
            {glue(head.title, head.lang)}
          </button>
        </h3>
        <p id={described} className="card-meta">
          <SituationWord verdict={verdict} />
          <span aria-hidden="true"> · </span>
          <span className="card-week">{whenText(head)}</span>
          <span aria-hidden="true"> · </span>
          <LangCodes lang={head.lang} of={translations} />
        </p>
      </div>
    </>
  );
}

/** A week counts in the month it ends in, as in the chart. */
function isWithin(head: BriefHead, range: MonthRange | null): boolean {
  const month = (head.week?.to ?? head.date ?? '').slice(0, 7);
  return range === null || (month !== '' && month >= range.from && month <= range.to);
}

function moveBetween(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const titles = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.card-open')];
  const here = titles.findIndex((title) => title === document.activeElement);
  const next = here < 0 ? undefined : titles[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
