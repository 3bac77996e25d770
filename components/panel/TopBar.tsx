import { NotebookText, Search } from 'lucide-react';
import type { JSX, RefObject } from 'react';
import { t } from '@/utils/i18n';
import { IconButton } from '../common/Button';
import { Logo } from '../common/Glyphs';
import { MoreMenu, type MoreUse } from './MoreMenu';

/** Logo, search, notes, more. `/` puts the cursor into the box from anywhere in the panel. */
export function TopBar({
  field,
  query,
  listId,
  cursor,
  onQuery,
  onKey,
  onNotes,
  more,
}: {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  listId: string;
  /** Row of the results under the cursor; −1 for none. */
  cursor: number;
  onQuery: (text: string) => void;
  onKey: (key: string) => 'taken' | 'free';
  /** Absent where there is no notebook. */
  onNotes: (() => void) | undefined;
  more: MoreUse;
}): JSX.Element {
  return (
    <header className="top-bar">
      <Logo size={20} />
      <label className="top-search">
        <Search size={16} aria-hidden="true" />
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={t('searchArchive')}
          aria-controls={listId}
          aria-expanded={query !== ''}
          aria-activedescendant={cursor < 0 ? undefined : `${listId}-${cursor}`}
          placeholder={t('searchArchive')}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (onKey(event.key) === 'taken') event.preventDefault();
          }}
        />
        {query === '' && <kbd aria-hidden="true">/</kbd>}
      </label>
      {onNotes && (
        <IconButton label={t('notes')} onClick={onNotes}>
          <NotebookText size={16} aria-hidden="true" />
        </IconButton>
      )}
      <MoreMenu use={more} />
    </header>
  );
}
