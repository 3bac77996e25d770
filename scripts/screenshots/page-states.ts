import type { Page } from '@playwright/test';
import type { Language, Scheme, Studio } from './camera';

/** Files somebody brings in, one of them broken. */
const BROUGHT = [
  'text/brief-en.txt',
  'text/brief-ru.txt',
  'markdown/2012-11-12-quiet-week.be.md',
  'markdown/broken.md',
].map((file) => `tests/archives/${file}`);

type Of = { lang: Language; scheme: Scheme };

/** The popup: with nothing typed, with a misspelling, with nothing found. */
export async function popupStates(studio: Studio, tab: Page, of: Of): Promise<void> {
  const popup = await studio.chromium.openPopup(tab);
  const field = popup.getByRole('combobox');
  const shot = { ...of, width: 420, size: 'own' } as const;
  await popup.getByRole('option').first().waitFor();
  await studio.take(popup, { ...shot, state: 'popup' });
  await field.fill('Rogosin');
  await popup.locator('mark').first().waitFor();
  await studio.take(popup, { ...shot, state: 'popup-typo' });
  await field.fill('qqqqqq');
  await popup.locator('.popup-nothing').waitFor();
  await studio.take(popup, { ...shot, state: 'popup-nothing' });
  await field.fill('');
  await popup.close();
  // No popup can be made narrower than it is; its page in a tab can.
  const narrow = await studio.open('popup.html');
  await narrow.getByRole('option').first().waitFor();
  await studio.take(narrow, { ...of, state: 'popup', width: 360, height: 560 });
  await narrow.close();
}

/** Pages of ours that fill a tab. */
export async function pageStates(studio: Studio, of: Of): Promise<void> {
  await searchStates(studio, of);
  await optionsStates(studio, of);
  await otherPages(studio, of);
}

async function searchStates({ take, open }: Studio, of: Of): Promise<void> {
  const page = await open('search.html');
  await page.getByRole('listitem').first().waitFor();
  for (const width of [360, 800, 1280]) await take(page, { ...of, state: 'archive-by-week', width });
  await page.locator('.query-field input').fill({ en: 'loan', be: 'крэдыт', ru: 'кредит' }[of.lang]);
  await page.locator('mark').first().waitFor();
  for (const width of [360, 800, 1280]) await take(page, { ...of, state: 'search-page', width });
  await take(page, { ...of, state: 'search-page', width: 1280, forced: 'yes' });
  await page.close();
}

async function optionsStates({ take, open }: Studio, of: Of): Promise<void> {
  const page = await open('options.html');
  await page.setViewportSize({ width: 1100, height: 900 });
  const sections = await page
    .locator('.options-tab')
    .evaluateAll((tabs) => tabs.map((tab) => tab.getAttribute('data-section') ?? ''));
  for (const section of sections) {
    await page.setViewportSize({ width: 1100, height: 900 });
    await page.locator(`.options-tab[data-section=${section}]`).click();
    await page.waitForTimeout(150);
    await take(page, { ...of, state: `options-${section}`, width: 1100 });
    await take(page, { ...of, state: `options-${section}`, width: 360 });
  }
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.locator('.options-tab[data-section=entities]').click();
  await page.locator('.entity-row button').first().click();
  await page.locator('.editor').waitFor();
  await take(page, { ...of, state: 'options-editor', width: 1100, height: 900 });
  await page.locator('.options-tab[data-section=archives]').click();
  await page.locator('.options-main button[data-kind=main]').first().click();
  await page.getByRole('dialog').waitFor();
  await take(page, { ...of, state: 'options-add', width: 1100 });
  await page.locator('input[data-of=files]').setInputFiles(BROUGHT);
  await page.locator('.add-brief').first().waitFor();
  await take(page, { ...of, state: 'options-preview', width: 1100 });
  await page.close();
}

async function otherPages({ take, open }: Studio, of: Of): Promise<void> {
  const welcome = await open('welcome.html');
  await welcome.locator('.chip').first().waitFor();
  for (const width of [360, 800, 1320]) await take(welcome, { ...of, state: 'welcome', width });
  await welcome.close();
  const notes = await open('notes.html');
  await notes.getByRole('listitem').first().waitFor();
  for (const width of [360, 900]) await take(notes, { ...of, state: 'notes', width });
  await notes.close();
  const digest = await open('digest.html');
  await digest.locator('.digest-row').first().waitFor();
  for (const width of [360, 900]) await take(digest, { ...of, state: 'digest', width });
  await digest.close();
}
