import type { JSX, KeyboardEvent } from 'react';
import { number, t } from '@/utils/i18n';
import type { EntityId, EntityType } from '@/utils/model';
import { EntityGlyph } from './Glyphs';

/** Who appears with somebody, most often first. One stop for Tab; arrows move inside, Enter opens. */
export function BarList({
  rows,
  onOpen,
}: {
  rows: readonly { id: EntityId; type: EntityType; label: string; briefs: number }[];
  onOpen: (id: EntityId) => void;
}): JSX.Element {
  const most = Math.max(1, ...rows.map(({ briefs }) => briefs));
  return (
    <ul className="bar-list" onKeyDown={moveInside}>
      {rows.map(({ id, type, label, briefs }, place) => (
        <li key={id}>
          <button
            type="button"
            className="bar-row"
            tabIndex={place === 0 ? 0 : -1}
            aria-label={`${label}, ${t('nBriefs', { n: briefs })}`}
            onClick={() => onOpen(id)}
          >
            <EntityGlyph type={type} />
            <span className="bar-name">{label}</span>
            <svg className="bar" width="88" height="6" viewBox="0 0 88 6" aria-hidden="true">
              <rect className="bar-track" width="88" height="6" rx="3" />
              <rect className="bar-fill" width={Math.max(6, (88 * briefs) / most)} height="6" rx="3" />
            </svg>
            <span className="bar-count">{number(briefs)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function moveInside(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.bar-row')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined || here < 0 ? undefined : rows[to];
  if (!row) return;
  event.preventDefault();
  for (const other of rows) other.tabIndex = other === row ? 0 : -1;
  row.focus();
}
