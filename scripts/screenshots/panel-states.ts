import type { Page } from '@playwright/test';
import type { Language, Scheme, Studio } from './camera';

const WIDTHS = [320, 380, 480, 640, 800] as const;

/** Every state of a panel that stands beside the demo story: briefing, brief, dossier, search. It is left at the briefing. */
export async function panelStates(studio: Studio, panel: Page, of: { lang: Language; scheme: Scheme }): Promise<void> {
  const { take } = studio;
  const narrow = { ...of, width: 380 };
  const isEvery = of.lang === 'be' || of.scheme === 'light';
  for (const width of isEvery ? WIDTHS : ([380] as const)) await take(panel, { ...of, state: 'briefing', width });
  await take(panel, { ...narrow, state: 'briefing', forced: 'yes' });
  await panel.locator('.segments button').nth(1).click();
  await take(panel, { ...narrow, state: 'by-week' });
  await panel.locator('.segments button').nth(0).click();
  const chip = panel.locator('.chip').first();
  await chip.click();
  await take(panel, { ...narrow, state: 'chosen' });
  await briefStates(studio, panel, of);
  await chip.click();
  await dossierStates(studio, panel, of);
  const field = panel.getByRole('combobox');
  await field.fill('Rogosin');
  await panel.getByRole('option').first().waitFor();
  await take(panel, { ...narrow, state: 'search' });
  await field.fill('');
}

async function briefStates({ take }: Studio, panel: Page, of: { lang: Language; scheme: Scheme }): Promise<void> {
  const narrow = { ...of, width: 380 };
  await panel.locator('.card-open').first().click();
  await panel.locator('article').first().waitFor();
  for (const width of WIDTHS) await take(panel, { ...of, state: 'reader', width });
  await panel.setViewportSize({ width: 800, height: 900 });
  const beside = panel.locator('.reader-acts button[aria-pressed]');
  await beside.click();
  await panel.locator('article').nth(1).waitFor();
  await take(panel, { ...of, state: 'reader-side-by-side', width: 800 });
  await beside.click();
  await panel.setViewportSize({ width: 380, height: 900 });
  await panel.locator('article').first().focus();
  await panel.keyboard.press('c');
  await panel.locator('[role=menu]').waitFor();
  await take(panel, { ...narrow, state: 'reader-cite' });
  await take(panel, { ...narrow, state: 'reader-cite', forced: 'yes' });
  await panel.keyboard.press('Escape');
  await panel.locator('.read-next').scrollIntoViewIfNeeded();
  await take(panel, { ...narrow, state: 'read-next' });
  await panel.locator('article').first().focus();
  await panel.keyboard.press('Escape');
}

async function dossierStates({ take }: Studio, panel: Page, of: { lang: Language; scheme: Scheme }): Promise<void> {
  await panel.locator('.chip').first().focus();
  await panel.keyboard.press('o');
  await panel.locator('#dossier-name').waitFor();
  for (const width of [320, 380, 800]) await take(panel, { ...of, state: 'dossier', width, height: 1500 });
  await take(panel, { ...of, state: 'dossier', width: 380, height: 1500, forced: 'yes' });
  await panel.locator('.reader-acts button').last().click();
  await panel.locator('.editor').waitFor();
  for (const width of [320, 380]) await take(panel, { ...of, state: 'editor', width, height: 1300 });
  for (let pressed = 0; pressed < 3 && (await panel.locator('.chip').count()) === 0; pressed++) {
    await panel.keyboard.press('Escape');
    await panel.waitForTimeout(100);
  }
}
