import { type JSX, type KeyboardEvent, useId, useMemo, useState } from 'react';
import { t } from '@/utils/i18n';
import type { EntityId, EntityType } from '@/utils/model';
import { Button } from './Button';
import { EntityGlyph } from './Glyphs';

export interface Mergeable {
  id: EntityId;
  type: EntityType;
  label: string;
  names: readonly string[];
  briefs: number;
}

/** Rows offered at once: what a reader scans before typing on. */
const MOST_ROWS = 8;

/** Finds the entity that another one is to become part of. */
export function MergeChoice({
  others,
  without,
  onChoose,
  onCancel,
}: {
  others: readonly Mergeable[];
  without: EntityId;
  onChoose: (into: EntityId) => void;
  onCancel: () => void;
}): JSX.Element {
  const [query, setQuery] = useState('');
  const [cursor, setCursor] = useState(0);
  const list = useId();
  const found = useMemo(() => like(others, query, without), [others, query, without]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = found[cursor];
    if (event.key === 'ArrowDown') setCursor(Math.min(cursor + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setCursor(Math.max(cursor - 1, 0));
    else if (event.key === 'Enter' && row) onChoose(row.id);
    else return;
    event.preventDefault();
  };
  return (
    <section className="editor-choice" aria-label={t('mergeWith')}>
      <p>{t('mergeText')}</p>
      <input
        className="field"
        type="search"
        role="combobox"
        autoFocus
        aria-label={t('findEntity')}
        placeholder={t('findEntity')}
        aria-controls={list}
        aria-expanded={found.length > 0}
        aria-activedescendant={found[cursor] ? `${list}-${cursor}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('entities')} className="editor-found">
        {found.map((other, place) => (
          <div
            key={other.id}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === cursor}
            className="editor-found-row"
            onClick={() => onChoose(other.id)}
          >
            <EntityGlyph type={other.type} />
            <span>{other.label}</span>
            <span className="section-count">{t('nBriefs', { n: other.briefs })}</span>
          </div>
        ))}
      </div>
      <Button kind="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </section>
  );
}

/** Those with a name that begins like the query, then those that hold it; in their own order. */
function like(others: readonly Mergeable[], query: string, without: EntityId): readonly Mergeable[] {
  const asked = query.trim().toLocaleLowerCase();
  const candidates = others.filter(({ id }) => id !== without);
  if (asked === '') return candidates.slice(0, MOST_ROWS);
  const placeOf = ({ names }: Mergeable): number =>
    Math.min(
      ...names.map((name) => {
        const at = name.toLocaleLowerCase().indexOf(asked);
        return at < 0 ? 2 : Math.min(at, 1);
      }),
    );
  return candidates
    .map((other) => ({ other, place: placeOf(other) }))
    .filter(({ place }) => place < 2)
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST_ROWS)
    .map(({ other }) => other);
}
