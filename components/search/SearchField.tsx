import { Search, X } from 'lucide-react';
import type { JSX, KeyboardEvent, RefObject } from 'react';
import { t } from '@/utils/i18n';
import { pasteOnOneLine } from './paste';

/**
 * A search box that commands a list below it. The focus stays in the box; arrows move the list's cursor, Enter acts on
 * its row, with Ctrl or Cmd in a tab of its own, Esc clears what is typed. With nothing typed Esc is left to the browser, which closes the popup.
 */
export function SearchField({
  field,
  query,
  listId,
  rows,
  activeRow,
  onQuery,
  onMove,
  onEnter,
}: {
  field: RefObject<HTMLInputElement | null>;
  query: string;
  /** Ids of the lists below, parted by spaces; rows are `<rows>-<n>`. */
  listId: string;
  rows: string;
  /** Row under the cursor; null with nothing listed. */
  activeRow: number | null;
  onQuery: (text: string) => void;
  onMove: (by: 1 | -1) => void;
  onEnter: (where: 'here' | 'tab') => void;
}): JSX.Element {
  const onKeyDown = (event: KeyboardEvent): void => {
    // An input method uses the same keys to choose a letter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'ArrowUp') onMove(-1);
    else if (event.key === 'Enter') onEnter(event.ctrlKey || event.metaKey ? 'tab' : 'here');
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else return;
    event.preventDefault();
  };
  return (
    <label className="search-field">
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('searchArchive')}
        aria-controls={activeRow === null ? undefined : listId}
        aria-expanded={activeRow !== null}
        aria-autocomplete="list"
        aria-activedescendant={activeRow === null ? undefined : `${rows}-${activeRow}`}
        placeholder={t('searchArchive')}
        value={query}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => pasteOnOneLine(event, onQuery)}
      />
      {query !== '' && (
        <button type="button" className="icon-button" aria-label={t('clearSearch')} onClick={() => onQuery('')}>
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </label>
  );
}
