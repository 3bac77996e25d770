import { type JSX, useState } from 'react';
import { t } from '@/utils/i18n';
import { Button } from './Button';

/** Copies what failed, for whoever helps: the kind of failure and the browser, no address and no word of a page. */
export function CopyReport({ failure }: { failure: string }): JSX.Element {
  const [copied, setCopied] = useState<'no' | 'yes'>('no');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`Backgrounder: ${failure}\n${navigator.userAgent}\n`);
    setCopied('yes');
  };
  return (
    <>
      <Button kind="quiet" onClick={() => void copy()}>
        {t('copyReport')}
      </Button>
      <span role="status" className="copied">
        {copied === 'yes' && t('reportCopied')}
      </span>
    </>
  );
}
