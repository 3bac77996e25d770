import { type JSX, useEffect, useState } from 'react';
import { t } from '@/utils/i18n';

/** Takes files and folders that are let go anywhere over the page, and says so while they are above it. */
export function DropZone({ onDrop }: { onDrop: (dropped: DataTransfer) => void }): JSX.Element | null {
  const [over, setOver] = useState<'no' | 'yes'>('no');
  useEffect(() => {
    // Each element that is passed over is entered before the last one is left.
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const hears: { [Kind in 'dragenter' | 'dragleave' | 'dragover' | 'drop']: (event: DragEvent) => void } = {
      dragenter: (event) => {
        if (!hasFiles(event)) return;
        depth++;
        setOver('yes');
      },
      dragleave: (event) => {
        if (!hasFiles(event)) return;
        depth--;
        if (depth <= 0) setOver('no');
      },
      // Without this the browser would open the file in our place.
      dragover: (event) => {
        if (hasFiles(event)) event.preventDefault();
      },
      drop: (event) => {
        depth = 0;
        setOver('no');
        if (!hasFiles(event) || !event.dataTransfer) return;
        event.preventDefault();
        onDrop(event.dataTransfer);
      },
    };
    const kinds = Object.keys(hears) as (keyof typeof hears)[];
    for (const kind of kinds) document.addEventListener(kind, hears[kind]);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, hears[kind]);
    };
  }, [onDrop]);
  if (over === 'no') return null;
  return (
    <div className="drop-zone" role="status">
      <p className="written">{t('dropHere')}</p>
    </div>
  );
}
