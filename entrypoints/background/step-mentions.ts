import { browser } from 'wxt/browser';
import { askPage } from '@/utils/messaging';

/** The keys for next and previous mention, in the tab in front. The page knows where it stands; it wraps at both ends. */
export async function stepThroughMentions(direction: 'next' | 'previous'): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await askPage(tab.id, 'step', { direction });
}
