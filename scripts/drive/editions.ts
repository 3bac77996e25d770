import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { DrivenChromium } from './chromium';
import { until } from './until';

/** Known at the desk only: what is evaluated there may say it. */
declare const chrome: typeof extensionApi;

/** Two editions of one archive: every brief of one says its word, none of the other does. */
export type Edition = 'first' | 'second';
const WORDS = { first: 'primula', second: 'secunda' } as const satisfies Record<Edition, string>;
const TITLE = 'Edition';

const FILLER =
  'ministry plant budget export tariff railway border council refinery harvest loan audit dairy potash turbine meadow signal orchard velvet lantern'.split(
    ' ',
  );

/** An archive file of so many briefs of some 200 words. */
export function editionFile(edition: Edition, briefs: number): string {
  const items = Array.from({ length: briefs }, (_, place) => {
    const words = Array.from({ length: 200 }, (_, at) => FILLER[(place * 7 + at * (1 + (place % 5))) % FILLER.length]);
    return {
      id: `${place}`,
      title: `Brief ${place} ${WORDS[edition]}`,
      language: 'en',
      content_text: `${words.slice(0, 100).join(' ')}\n\n${WORDS[edition]} ${words.slice(100).join(' ')} number${place}`,
      date_published: `201${place % 10}-0${1 + (place % 9)}-11T00:00:00Z`,
      _backgrounder: { group: `${place}`, entities: [`e${place % 500}`] },
    };
  });
  const entities = Array.from({ length: 500 }, (_, place) => ({
    id: `e${place}`,
    type: 'company',
    names: [{ text: `Zubrolit ${WORDS[edition]} ${place}`, kind: 'full' }],
  }));
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ version, title: TITLE, items, _backgrounder: { version: 1, entities } });
}

/** Opens the options page, chooses the file, and presses Add. Resolves when the adding has begun. */
export async function beginImport(
  driven: DrivenChromium,
  from: { file: string; briefs: number },
): Promise<{ options: Page; finished: Promise<void> }> {
  const options = await driven.context.newPage();
  await options.goto(`chrome-extension://${driven.extensionId}/options.html`);
  await options.getByRole('button', { name: 'Add briefs' }).click();
  await options.locator('input[data-of=files]').setInputFiles(from.file);
  const add = options.getByRole('button', { name: /^(?:Add [\d,]+ briefs?|Replace anyway)$/u });
  await add.click({ timeout: 120_000 });
  const finished = options
    .getByRole('dialog')
    .waitFor({ state: 'detached', timeout: 240_000 })
    .then(() => undefined);
  return { options, finished };
}

/** What storage, search and names say after a restart. */
export interface EditionState {
  /** The edition that everything agrees on; `mixed` is what must never be. */
  is: Edition | 'none' | 'mixed';
  briefs: number;
  /** Versions that are neither present nor wanted. */
  leftovers: number;
  said: unknown;
}

/** Looks at the archive from all sides: its rows in the database, the text index, the list. Waits for leftovers to be cleared away. */
export async function editionState(driven: DrivenChromium): Promise<EditionState> {
  // What a closed page held for its undo is cleared away by the next start.
  await ask(driven, 'archives', null);
  await driven.stopBackground();
  const listed = (await ask(driven, 'archives', null)) as { value: { title: string; briefs: number; state: string }[] };
  const archive = listed.value.find(({ title }) => title === TITLE);
  const rows = await until('the leftovers to be cleared away', async () => {
    const counted = await driven.desk.evaluate(countRows, Object.values(WORDS));
    return counted.aside === 0 ? counted : undefined;
  });
  const hits = await Promise.all(Object.values(WORDS).map((word) => totalOf(driven, word)));
  const said = { archive, rows, hits };
  const briefs = archive?.briefs ?? 0;
  const agree = (edition: 0 | 1): boolean =>
    briefs > 0 &&
    archive?.state === 'whole' &&
    rows.bodies[edition] === briefs &&
    rows.bodies[1 - edition] === 0 &&
    hits[edition] === briefs &&
    hits[1 - edition] === 0;
  const isNone = briefs === 0 && rows.bodies.every((count) => count === 0) && hits.every((count) => count === 0);
  const is = agree(0) ? 'first' : agree(1) ? 'second' : isNone ? 'none' : 'mixed';
  return { is, briefs, leftovers: rows.aside, said };
}

async function totalOf(driven: DrivenChromium, text: string): Promise<number> {
  const answer = (await ask(driven, 'search', { text })) as { ok: boolean; value?: { total: number } };
  return answer.value?.total ?? -1;
}

/** Speaks to the background as our own pages do. */
export function ask(driven: DrivenChromium, word: string, payload: object | null): Promise<unknown> {
  return driven.desk.evaluate((message) => chrome.runtime.sendMessage(message), {
    to: 'background-from-panel',
    word,
    payload,
  });
}

/**
 * At the desk, which shares the database: bodies that hold each word, and versions that stand aside. Runs in the browser as it is written, so no
 * function in it has a name.
 */
async function countRows(words: readonly string[]): Promise<{ bodies: number[]; aside: number }> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('backgrounder');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(String(request.error)));
  });
  const [bodies = [], aside = []] = await Promise.all(
    ['bodies', 'aside'].map(
      (store) =>
        new Promise<unknown[]>((resolve, reject) => {
          const request = opened.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result as unknown[]);
          request.onerror = () => reject(new Error(String(request.error)));
        }),
    ),
  );
  opened.close();
  const texts = bodies.map((row) => JSON.stringify(row));
  return { bodies: words.map((word) => texts.filter((text) => text.includes(word)).length), aside: aside.length };
}
