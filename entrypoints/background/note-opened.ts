import { browser } from 'wxt/browser';
import type { BriefId } from '@/utils/model';
import { rememberOpened } from '@/utils/settings';

/** Remembers that a brief was opened, for the popup's list; not where it was read in a private window. */
export async function noteOpened({ id, tabId }: { id: BriefId; tabId: number | null }): Promise<void> {
  if (!(await isPrivate(tabId))) await rememberOpened(id);
}

/** Whether the tab, or with none the window in front, is private. Where the browser cannot say any more, it counts as private. */
async function isPrivate(tabId: number | null): Promise<boolean> {
  try {
    const { incognito } = tabId === null ? await browser.windows.getLastFocused() : await browser.tabs.get(tabId);
    return incognito;
  } catch {
    return true;
  }
}
