import type { JSX } from 'react';
import type { EntityType, Verdict } from '@/utils/model';

/** 16 px, 1.4 stroke, one colour: the type of an entity. Decoration; the group's word is its accessible name. */
export function EntityGlyph({ type }: { type: EntityType }): JSX.Element {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {ENTITY_SHAPES[type]}
    </svg>
  );
}

const ENTITY_SHAPES: Record<EntityType, JSX.Element> = {
  person: (
    <>
      <circle cx="8" cy="5.2" r="2.7" />
      <path d="M3 13.6v-.8a3.4 3.4 0 0 1 3.4-3.4h3.2a3.4 3.4 0 0 1 3.4 3.4v.8" />
    </>
  ),
  company: (
    <>
      <path d="M2.2 13.4V7.6l3.6 2.2V7.6l3.6 2.2V2.6h4.4v10.8z" />
      <path d="M4.8 13.2v-1.4M8 13.2v-1.4M11.4 13.2v-1.4" />
    </>
  ),
  organisation: (
    <>
      <path d="M2 6 8 2.4 14 6v.6H2zM2.2 13.4h11.6M3.8 6.8v6.4M6.6 6.8v6.4M9.4 6.8v6.4M12.2 6.8v6.4" />
    </>
  ),
  place: (
    <>
      <path d="M8 14s4.6-4.2 4.6-7.6A4.6 4.6 0 0 0 3.4 6.4C3.4 9.8 8 14 8 14z" />
      <circle cx="8" cy="6.4" r="1.5" />
    </>
  ),
  treaty: (
    <>
      <path d="M9.6 13.6H3.4V2.4h6.2l3 3v3" />
      <path d="M5.6 6.4h4.2M5.6 9h2.4" />
      <circle cx="11.4" cy="11.4" r="1.9" />
    </>
  ),
  event: <path d="M3.6 14V2.6h8.6L10.4 5.6l1.8 3H3.6" />,
  other: <circle cx="8" cy="8" r="4.6" />,
};

/** Up, level, down: a verdict as a shape. The word beside it says it to screen readers. */
export function SituationGlyph({ verdict }: { verdict: Verdict | 'none' }): JSX.Element {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
      {SITUATION_SHAPES[verdict]}
    </svg>
  );
}

const SITUATION_SHAPES: Record<Verdict | 'none', JSX.Element> = {
  improved: <path d="M5 1.2 9.2 8.6H.8z" />,
  unchanged: <rect x=".8" y="3.6" width="8.4" height="2.8" rx=".6" />,
  worsened: <path d="M5 8.8.8 1.4h8.4z" />,
  none: <circle cx="5" cy="5" r="3" fill="none" stroke="currentColor" strokeWidth="1.4" />,
};

/** Three dots that lead to one: why a brief is shown. */
export function BecauseGlyph(): JSX.Element {
  return (
    <svg className="because-glyph" width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
      <circle cx="2" cy="3" r="1.1" />
      <circle cx="10" cy="3" r="1.1" />
      <circle cx="6" cy="8" r="1.1" />
    </svg>
  );
}

const PAGE = 'M6.5 2H14v28H6.5A2.5 2.5 0 0 1 4 27.5v-23A2.5 2.5 0 0 1 6.5 2z';
const UPPER = 'M16 2h4.5a6 6 0 0 1 0 12H16z';
const LOWER = 'M16 16h5.5a7 7 0 0 1 0 14H16z';

/** A page, and two briefs standing behind it. */
export function Logo({ size }: { size: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" role="img" aria-label="Backgrounder">
      <path fill="var(--brand)" d={PAGE} />
      <path fill="var(--brand-2)" d={UPPER} />
      <path fill="var(--brand)" d={LOWER} />
    </svg>
  );
}

/** The logo's own shapes, saying what there is not: not read, read and nothing known, nothing to know. */
export function StatePicture({ of }: { of: 'unread' | 'nothing' | 'empty' }): JSX.Element {
  const dashed = of === 'unread' ? undefined : '2 2';
  return (
    <svg
      className="state-picture"
      width="52"
      height="56"
      viewBox="2 0 28 32"
      fill="none"
      stroke="var(--line-strong)"
      strokeWidth="1.1"
      aria-hidden="true"
    >
      <path
        d={PAGE}
        {...(of === 'empty'
          ? { fill: 'var(--accent-tint)', stroke: 'var(--accent-line)' }
          : of === 'nothing'
            ? { fill: 'var(--raised)' }
            : {})}
      />
      <path d={UPPER} strokeDasharray={dashed} />
      <path d={LOWER} strokeDasharray={dashed} />
      {of === 'nothing' && <path d="M6.6 9h5M6.6 12h5M6.6 15h5M6.6 18h3" />}
      {of === 'empty' && <path stroke="var(--accent)" d="M18 8h5M20.5 5.500v5M18 23h5M20.5 20.500v5" />}
    </svg>
  );
}
