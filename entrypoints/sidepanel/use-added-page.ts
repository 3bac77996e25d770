import { useEffect, useState } from 'react';
import { t } from '@/utils/i18n';
import { askBackground } from '@/utils/messaging';
import { type AddedPage, addedPage } from '@/utils/settings';

/** A page that was added so long ago, in ms, is no news to a panel that opens now; the menu of a page opens the panel first. */
const STILL_NEWS_MS = 30_000;

/** What became of adding a page, from the panel, the popup or the page's menu, and the acts that go with it. */
export function useAddedPage(tabId: number | null): {
  /** null where there is nothing to say. */
  text: string | null;
  add: () => void;
  /** null where there is nothing to take back. */
  undo: (() => void) | null;
  close: () => void;
} {
  const [outcome, setOutcome] = useState<'no' | 'added' | 'refused'>('no');
  useEffect(() => {
    const hear = (page: AddedPage | null): void => {
      setOutcome(page !== null && Date.now() - page.at < STILL_NEWS_MS ? 'added' : 'no');
    };
    void addedPage.getValue().then(hear);
    return addedPage.watch(hear);
  }, []);
  const add = async (): Promise<void> => {
    if (tabId === null) return;
    const added = await askBackground('addPage', { tabId });
    if (!added.ok) setOutcome('refused');
  };
  return {
    text: outcome === 'no' ? null : t(outcome === 'added' ? 'pageAdded' : 'pageNotAdded', { name: t('myPages') }),
    add: () => void add(),
    undo: outcome === 'added' ? () => void askBackground('undoAddedPage', null) : null, // its end is heard like its beginning
    close: () => setOutcome('no'),
  };
}
