import type { JSX } from 'react';
import { t } from '@/utils/i18n';

/** What became of adding the page in front to the reader's own archive, with the way back. */
export function AddedPage({ outcome, onUndo }: { outcome: 'added' | 'refused'; onUndo: () => void }): JSX.Element {
  if (outcome === 'refused') return <>{t('pageNotAdded')}</>;
  return (
    <>
      {t('pageAdded', { name: t('myPages') })}{' '}
      <button type="button" className="added-undo" onClick={onUndo}>
        {t('undo')}
      </button>
    </>
  );
}
