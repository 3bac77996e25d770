import { ChevronDown, ChevronUp } from 'lucide-react';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import { IconButton } from '../common/Button';
import { OnOff } from '../common/OnOff';

/** What acts on the page: marks on and off, and from mention to mention. */
export function MarkBar({
  marks,
  place,
  count,
  onMarks,
  onStep,
}: {
  marks: 'on' | 'off';
  /** Place of the current mention among those stepped through, from 1; 0 before the first. */
  place: number;
  count: number;
  onMarks: (marks: 'on' | 'off') => void;
  onStep: (direction: 'next' | 'previous') => void;
}): JSX.Element {
  return (
    <footer className="foot-bar">
      <label className="foot-switch">
        <OnOff label={t('marks')} value={marks} onChange={onMarks} />
        <span aria-hidden="true">{t('marks')}</span>
      </label>
      <span className="foot-count" aria-live="polite">
        {place === 0 ? (
          t('nMentions', { n: count })
        ) : (
          <>
            <span className="hidden-text">{t('mentionOf', { x: place, y: count })}</span>
            <span aria-hidden="true">{t('xOfY', { x: place, y: count })}</span>
          </>
        )}
      </span>
      <IconButton label={t('prevMention')} disabled={count === 0} onClick={() => onStep('previous')}>
        <ChevronUp size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('nextMention')} disabled={count === 0} onClick={() => onStep('next')}>
        <ChevronDown size={18} aria-hidden="true" />
      </IconButton>
    </footer>
  );
}
