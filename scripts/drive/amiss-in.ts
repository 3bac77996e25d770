import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe has against a view, each rule with the elements that break it. */
export async function amissIn(view: Page): Promise<string[]> {
  // Legacy mode: the others open a blank tab of their own, which a side panel's connection cannot.
  // A chip reads "Rogozin 5" and is called "Rogozin, person, 5 mentions": its name begins as it reads, and says what the number is.
  const axe = new AxeBuilder({ page: view }).setLegacyMode().withTags(WCAG).disableRules('label-content-name-mismatch');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
