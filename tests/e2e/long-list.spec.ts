import type { ArchiveContents } from '@/utils/model';
import { expect, test } from './fixtures';

const ENTITIES = 200;
const BRIEFS = 500;
/** Names that no rule of matching reads as a form, a respelling or a word of another. */
const nameOf = (n: number): string =>
  `Zq${'bcdfghjklmnprstvwxz'[n % 19]}orum${String.fromCharCode(97 + Math.floor(n / 19))}ix`;

test('a page with 200 entities and 500 briefs: few rows in the document, no long task while scrolling', async ({
  extension,
  pages,
  tab,
}) => {
  const put = await extension.ask('putArchive', { contents: archive(), installedAt: null });
  expect(put).toMatchObject({ ok: true });
  const names = Array.from({ length: ENTITIES }, (_, n) => nameOf(n));
  const paragraphs = Array.from(
    { length: 20 },
    (_, p) =>
      `<p>Seen there: ${names.slice(p * 10, p * 10 + 10).join(', ')}. They met and spoke for a long while about the plan.</p>`,
  );
  pages.add(
    '/long.html',
    `<html lang="en"><title>All of them met</title><body><article><h1>${names.slice(0, 3).join(' and ')}</h1>${paragraphs.join('')}</article></body></html>`,
  );
  await extension.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/long.html`);
  const panel = await extension.openPanel(tab);
  await expect(panel.locator('.card').first()).toBeVisible();
  const briefing = await extension.briefing(tab, ({ entities }) => entities.length >= ENTITIES);
  expect(briefing.related.length).toBeGreaterThan(100);

  expect(await panel.locator('.card').count()).toBeLessThan(30);
  const longTasks = await panel.evaluate(async () => {
    const durations: number[] = [];
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    const scroller = document.querySelector('.panel-scroll');
    for (let step = 0; step < 120 && scroller; step++) {
      scroller.scrollTop += 300;
      await new Promise((next) => requestAnimationFrame(next));
    }
    await new Promise((rest) => setTimeout(rest, 200));
    return durations.map(Math.round);
  });
  // On a quiet machine none; one that is busy with other things may take the thread away once or twice in 120 steps.
  test.info().annotations.push({ type: 'long tasks, ms', description: longTasks.join(' ') || 'none' });
  expect(longTasks.length).toBeLessThan(4);
  expect(await panel.locator('.card').count()).toBeLessThan(30);
  expect(await panel.locator('[aria-setsize]').last().getAttribute('aria-posinset')).not.toBe('1');
  await extension.ask('removeArchive', { id: 'long' });
});

function archive(): ArchiveContents {
  const entities = Array.from({ length: ENTITIES }, (_, n) => ({
    id: `long/e${n}`,
    type: 'organisation' as const,
    names: [{ text: nameOf(n), kind: 'full' as const }],
    ambiguous: false,
    saidBy: 'archive' as const,
  }));
  const briefs = Array.from({ length: BRIEFS }, (_, n) => {
    const of = [n % ENTITIES, (n * 7 + 3) % ENTITIES, (n * 13 + 5) % ENTITIES];
    return {
      id: `long/b${n}`,
      archiveId: 'long',
      group: `long/b${n}`,
      lang: 'en',
      week: null,
      date: `20${10 + (n % 10)}-0${1 + (n % 9)}-11`,
      title: `What ${of.map(nameOf).join(', ')} agreed on, part ${n}`,
      situation: null,
      summary: `They spoke about the plan, and ${nameOf(of[0] ?? 0)} signed it.`,
      entities: of.map((place) => `long/e${place}`),
      url: null,
      authors: [],
      body: [{ kind: 'paragraph' as const, spans: [{ text: `${of.map(nameOf).join(', ')} met.` }] }],
    };
  });
  return { id: 'long', title: 'Long', homePage: null, entities, briefs };
}
