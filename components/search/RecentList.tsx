import { Clock } from 'lucide-react';
import type { JSX } from 'react';
import { number, t } from '@/utils/i18n';

/** Searches of before, above everything else while nothing is typed. The field keeps the focus and moves the cursor. */
export function RecentList({
  id,
  rows,
  recent,
  cursor,
  onRecent,
  onClear,
}: {
  id: string;
  /** Rows are `<rows>-<n>`, counted over all lists of the field. */
  rows: string;
  recent: readonly { text: string; total: number }[];
  cursor: number;
  onRecent: (text: string) => void;
  onClear: () => void;
}): JSX.Element {
  return (
    <section aria-label={t('recent')}>
      <div className="results-head recent-head">
        <span aria-hidden="true">{t('recent')}</span>
        <button type="button" className="results-act" onClick={onClear}>
          {t('clear')}
        </button>
      </div>
      <div id={id} role="listbox" aria-label={t('recent')}>
        {recent.map(({ text, total }, row) => (
          <div
            key={text}
            id={`${rows}-${row}`}
            role="option"
            aria-selected={row === cursor}
            className="result"
            onClick={() => onRecent(text)}
          >
            <span className="result-glyph">
              <Clock size={16} aria-hidden="true" />
            </span>
            <span className="result-main recent-text">{text}</span>
            <span className="result-count" aria-label={t('nBriefs', { n: total })}>
              {number(total)}
            </span>
          </div>
        ))}
      </div>
    </section>
  );
}
