import { Search, X } from 'lucide-react';
import type { JSX, KeyboardEvent, RefObject } from 'react';
import { t } from '@/utils/i18n';
import type { ChosenFilter, SearchState } from '@/utils/stores';
import { filterWords } from './filter-words';
import { pasteOnOneLine } from './paste';

/**
 * The query: words in a field, filters as chips beside them. A filter that is typed (`lang:be`, a space) becomes a chip; Backspace at
 * the field's beginning takes the last chip off, Esc clears what is typed.
 */
export function QueryField({
  field,
  words,
  filters,
  overview,
  onWords,
  onRemove,
  onDown,
}: {
  field: RefObject<HTMLInputElement | null>;
  words: string;
  filters: readonly ChosenFilter[];
  overview: SearchState['overview'];
  onWords: (words: string) => void;
  onRemove: (filter: ChosenFilter) => void;
  /** From the field down into the list. */
  onDown: () => void;
}): JSX.Element {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // An input method uses the same keys to choose a letter.
    if (event.nativeEvent.isComposing) return;
    const last = filters.at(-1);
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (event.key === 'ArrowDown' || event.key === 'Enter') onDown();
    else if (event.key === 'Escape' && words !== '') onWords('');
    else if (event.key === 'Backspace' && isAtStart && last) onRemove(last);
    else return;
    event.preventDefault();
  };
  return (
    <div className="query-field" role="search">
      <Search size={16} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        aria-label={t('searchArchive')}
        placeholder={t('searchArchive')}
        value={words}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => pasteOnOneLine(event, onWords)}
      />
      {filters.length > 0 && (
        <ul className="query-chips" aria-label={t('filters')}>
          {filters.map((filter) => (
            <li key={`${filter.use} ${filter.field} ${filter.value}`}>
              <FilterChip name={filterWords(filter, overview)} onRemove={() => onRemove(filter)} />
            </li>
          ))}
        </ul>
      )}
      {words !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('clearSearch')}
          onClick={() => {
            onWords('');
            field.current?.focus();
          }}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function FilterChip({ name, onRemove }: { name: string; onRemove: () => void }): JSX.Element {
  return (
    <button
      type="button"
      className="filter-chip"
      aria-label={t('removeFilter', { name })}
      onClick={onRemove}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') return;
        event.preventDefault();
        onRemove();
      }}
    >
      {name}
      <X size={12} aria-hidden="true" />
    </button>
  );
}
