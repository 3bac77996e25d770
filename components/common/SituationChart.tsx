import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { type JSX, type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { monthYear, t } from '@/utils/i18n';
import { type ChartMonth, everyMonth, type MonthRange, rangeBetween, reachOf } from './chart-months';
import { SituationGlyph } from './Glyphs';
import { SituationTable } from './SituationTable';
import { useWidth } from './use-width';

const HEIGHT = 116;
const AXIS = 24;
const MIDDLE = HEIGHT / 2;
/** Between two bars on each other, and between months where there is room. */
const GAP = 1;
/** CSS pixels from a range's edge within which a press takes hold of the edge. */
const GRIP = 6;
/** Few months lie far apart: bars stay bars. */
const WIDEST_BAR = 22;
/** Before the chart knows how wide it is. */
const USUAL_WIDTH = 320;

/**
 * Briefs by month: improved above the line, unchanged across it, worsened below it. Arrows go from month to month, with Shift they
 * choose a stretch; Enter chooses the month, Esc all months again. The same can be dragged, and read as a table.
 */
export function SituationChart({
  months,
  span = null,
  range,
  onRange,
}: {
  /** In order; months without briefs may be left out. */
  months: readonly ChartMonth[];
  /** Months to show in any case, that the chart keeps its place while what it shows changes. */
  span?: MonthRange | null;
  /** The stretch that is chosen; null: all. */
  range: MonthRange | null;
  onRange: (range: MonthRange | null) => void;
}): JSX.Element {
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const caption = useId();
  return (
    <figure className="situation-chart" aria-labelledby={caption}>
      <div className="chart-head">
        <figcaption id={caption} className="hidden-text">
          {t('briefsByMonth')}
        </figcaption>
        <ul className="chart-legend" aria-hidden="true">
          {(['improved', 'unchanged', 'worsened'] as const).map((verdict) => (
            <li key={verdict} className="situation" data-verdict={verdict}>
              <SituationGlyph verdict={verdict} />
              {t(verdict)}
            </li>
          ))}
        </ul>
        {range && (
          <button type="button" className="chart-act" onClick={() => onRange(null)}>
            {t('allMonths')}
          </button>
        )}
        <button type="button" className="chart-act" onClick={() => setForm(form === 'chart' ? 'table' : 'chart')}>
          {t(form === 'chart' ? 'asTable' : 'asChart')}
        </button>
      </div>
      {form === 'table' ? (
        <SituationTable months={months} />
      ) : (
        <Bars months={everyMonth(months, span)} range={range} onRange={onRange} />
      )}
    </figure>
  );
}

function Bars({
  months,
  range,
  onRange,
}: {
  months: readonly ChartMonth[];
  range: MonthRange | null;
  onRange: (range: MonthRange | null) => void;
}): JSX.Element {
  const [box, measured] = useWidth<HTMLDivElement>();
  const width = measured || USUAL_WIDTH;
  const [cursor, setCursor] = useState<number | null>(null);
  // Where a drag or a stretch by Shift began; the other end follows the hand.
  const anchor = useRef<string | null>(null);
  const moved = useRef(false);

  const x = scaleLinear({ domain: [0, Math.max(1, months.length)], range: [0, width] });
  const most = Math.max(1, ...months.map((month) => Math.max(reachOf(month).up, reachOf(month).down)));
  const tall = scaleLinear({ domain: [0, most], range: [0, MIDDLE - 2] });
  const last = months.length - 1;
  const at = Math.min(cursor ?? last, last);
  const monthAt = (clientX: number): number =>
    Math.max(0, Math.min(last, Math.floor(x.invert(clientX - (box.current?.getBoundingClientRect().left ?? 0)))));
  const edges = range && {
    from: Math.max(
      0,
      months.findIndex(({ month }) => month >= range.from),
    ),
    to: months.findLastIndex(({ month }) => month <= range.to),
  };
  const isChosen = edges !== null && edges.to >= edges.from;

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || last < 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = monthAt(event.clientX);
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const isNear = (edge: number): boolean => Math.abs(left - x(edge)) <= GRIP;
    // An edge of the stretch is taken hold of: the other one stays.
    if (isChosen && isNear(edges.from)) anchor.current = months[edges.to]!.month;
    else if (isChosen && isNear(edges.to + 1)) anchor.current = months[edges.from]!.month;
    else anchor.current = months[place]!.month;
    moved.current = false;
    setCursor(place);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const place = monthAt(event.clientX);
    if (place === cursor) return;
    setCursor(place);
    if (anchor.current === null) return;
    moved.current = true;
    onRange(rangeBetween(anchor.current, months[place]!.month));
  };
  const onPointerUp = (): void => {
    if (anchor.current !== null && !moved.current) choose(at);
    anchor.current = null;
  };
  const choose = (place: number): void => {
    const month = months[place]?.month;
    if (month === undefined) return;
    // The one month that is chosen already is let go.
    onRange(range?.from === month && range.to === month ? null : { from: month, to: month });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -months.length, End: months.length }[event.key];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(last, at + step));
      if (event.shiftKey) {
        anchor.current ??= months[at]!.month;
        onRange(rangeBetween(anchor.current, months[next]!.month));
      } else anchor.current = null;
      setCursor(next);
    } else if (event.key === 'Enter' || event.key === ' ') choose(at);
    else if (event.key === 'Escape' && range) onRange(null);
    else return;
    event.preventDefault();
  };

  const says = months[at] ? monthSays(months[at]) : '';
  return (
    <>
      <div
        ref={box}
        className="chart-bars"
        role="slider"
        tabIndex={0}
        aria-label={t('briefsByMonth')}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, at)}
        aria-valuetext={says}
        onKeyDown={onKeyDown}
        onBlur={() => (anchor.current = null)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => anchor.current === null && setCursor(null)}
      >
        <svg width={width} height={HEIGHT + AXIS} aria-hidden="true">
          {months.map(({ month }, place) =>
            month.endsWith('-01') && place > 0 ? (
              <line key={month} className="chart-year" x1={x(place)} x2={x(place)} y1={0} y2={HEIGHT} />
            ) : null,
          )}
          {months.map((month, place) => (
            <Month
              key={month.month}
              month={month}
              left={x(place)}
              width={x(place + 1) - x(place)}
              tall={(briefs) => tall(briefs)}
              look={isChosen && (place < edges.from || place > edges.to) ? 'outside' : 'inside'}
            />
          ))}
          <line className="chart-line" x1={0} x2={width} y1={MIDDLE} y2={MIDDLE} />
          {cursor !== null && (
            <rect className="chart-cursor" x={x(at)} width={x(1) - x(0)} y={0} height={HEIGHT} rx={2} />
          )}
          {isChosen && (
            <>
              <rect
                className="chart-range"
                x={x(edges.from) + 0.5}
                width={Math.max(2, x(edges.to + 1) - x(edges.from) - 1)}
                y={0.5}
                height={HEIGHT - 1}
                rx={2}
              />
              {[edges.from, edges.to + 1].map((edge) => (
                <rect
                  key={edge}
                  className="chart-grip"
                  x={x(edge) - 2.5}
                  width={5}
                  y={MIDDLE - 10}
                  height={20}
                  rx={2.5}
                />
              ))}
            </>
          )}
          <AxisBottom
            top={HEIGHT}
            scale={x}
            hideAxisLine
            hideTicks
            tickValues={yearTicks(months, (place) => x(place))}
            tickFormat={(place) => months[Number(place)]?.month.slice(0, 4) ?? ''}
            tickLabelProps={{ className: 'chart-label', dx: 3, dy: 2 }}
          />
        </svg>
      </div>
      <p className="chart-says" aria-hidden="true">
        {cursor === null ? '' : says}
      </p>
    </>
  );
}

function Month({
  month: { situations },
  left,
  width,
  tall,
  look,
}: {
  month: ChartMonth;
  left: number;
  width: number;
  tall: (briefs: number) => number;
  look: 'inside' | 'outside';
}): JSX.Element {
  const thick = Math.max(1, Math.min(WIDEST_BAR, width >= 4 ? width - 2 * GAP : width));
  const across = tall(situations.unchanged);
  const unsaid = tall(situations.none);
  const half = (across + unsaid) / 2;
  const bar = (kind: string, y: number, height: number): JSX.Element | null =>
    height <= 0 ? null : (
      <Bar
        className="chart-bar"
        data-kind={kind}
        x={left + (width - thick) / 2}
        width={thick}
        y={y}
        height={Math.max(1, height - GAP)}
        rx={width >= 6 ? 1 : 0}
      />
    );
  return (
    <g data-look={look}>
      {bar('improved', MIDDLE - half - tall(situations.improved), tall(situations.improved))}
      {bar('unchanged', MIDDLE - half, across)}
      {bar('none', MIDDLE - half + across, unsaid)}
      {bar('worsened', MIDDLE + half + GAP, tall(situations.worsened))}
    </g>
  );
}

function monthSays({ month, briefs, situations }: ChartMonth): string {
  const { improved, unchanged, worsened } = situations;
  return t('monthSays', { month: monthYear(`${month}-01`), n: briefs, a: improved, b: unchanged, c: worsened });
}

/** CSS pixels that a year's label wants. */
const LABEL_ROOM = 38;

/** Places where a year begins, as many as have room for their label. */
function yearTicks(months: readonly ChartMonth[], x: (place: number) => number): number[] {
  const ticks: number[] = [];
  months.forEach(({ month }, place) => {
    const before = ticks.at(-1);
    if (place !== 0 && !month.endsWith('-01')) return;
    if (before !== undefined && x(place) - x(before) < LABEL_ROOM) {
      // A first year of a few months gives way to the next one's label.
      if (before === 0) ticks[0] = place;
      return;
    }
    ticks.push(place);
  });
  return ticks;
}
