import type { Page } from '@playwright/test';
import type { Language, Scheme, Studio } from './camera';

/** What stands in a page of somebody else: the marks, and the card at the pointer. */
export async function inPageStates({ take }: Studio, tab: Page, of: { lang: Language; scheme: Scheme }): Promise<void> {
  await tab.bringToFront();
  await take(tab, { ...of, state: 'page-marks', width: 1000 });
  await take(tab, { ...of, state: 'page-marks', width: 1000, forced: 'yes' });
  const at = await tab.evaluate(() => {
    const [ranges] = [...CSS.highlights.values()];
    const [first] = [...(ranges ?? [])].slice(2);
    if (!first) return null;
    const range = new Range();
    range.setStart(first.startContainer, first.startOffset);
    range.setEnd(first.endContainer, first.endOffset);
    first.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  if (!at) return;
  await tab.mouse.move(at.x, at.y, { steps: 4 });
  await tab.waitForFunction(() => document.querySelector('html > div[popover]') !== null);
  await tab.waitForTimeout(200);
  await take(tab, { ...of, state: 'hover-card', width: 1000 });
  await tab.mouse.move(3, 3);
}
