import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, test } from './firefox-fixtures';

for (const { path, name, late, week } of [
  { path: '/demo/en/defence-plan.html', name: 'Dmitry Rogozin', late: 'Common Economic Space', week: '2012-10-29' },
  { path: '/demo/ru/kaliy.html', name: 'Баумгертнера', late: 'Россельхознадзор', week: '2013-08-26' },
  { path: '/demo/be/abarona.html', name: 'Рагозін', late: 'Адзінай эканамічнай прасторы', week: '2012-10-29' },
]) {
  test(`a watched page is read, marked and briefed: ${path}`, async ({ firefox, pages, tab }) => {
    await firefox.watch('127.0.0.1');
    await tab.goto(pages.origin + path);
    await expect.poll(() => marksIn(tab)).toContain(name);
    await expect.poll(() => marksIn(tab), 'the late paragraph').toContain(late);
    const { entities, related } = await firefox.briefing();
    expect(entities.length).toBeGreaterThanOrEqual(5);
    expect(related.length).toBeGreaterThanOrEqual(3);
    expect(related[0]?.head.week?.from).toBe(week);
    expect(await firefox.badge()).toBe(String(entities.length));
  });
}

test('the page keeps its source, and the extension asks for nothing but itself', async ({ firefox, pages, tab }) => {
  await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
  await expect.poll(() => tab.evaluate<boolean>(`!document.querySelector('[data-late-paragraph]')`)).toBe(true);
  const before = await tab.evaluate<string>('document.documentElement.outerHTML');
  await firefox.watch('127.0.0.1');
  await expect.poll(async () => (await marksIn(tab)).length).toBeGreaterThan(10);
  expect(await tab.evaluate('document.documentElement.outerHTML')).toBe(before);
  const asked = await firefox.requests();
  expect(
    asked.map(({ url }) => url),
    'the recorder sees what a page asks for',
  ).toContain(`${pages.origin}/demo/en/dispatch.css`);
  expect(asked.filter(({ url, by }) => by === 'extension' || !url.startsWith(pages.origin))).toEqual([]);
});

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('marks go off and on, and a site is watched and let go', async ({ firefox, pages, tab, step }) => {
      await step('watch the site', () => firefox.watch('127.0.0.1'));
      await step('open a page', () => tab.goto(`${pages.origin}/demo/en/defence-plan.html`));
      await step('its names are marked', () => expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin'));
      await step('marks off', () => firefox.ask('marks', { marks: 'off' }));
      await step('none is painted', () => expect.poll(() => marksIn(tab)).toEqual([]));
      await step('marks on', () => firefox.ask('marks', { marks: 'on' }));
      await step('all are painted again', () => expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin'));
      await step('let the site go', () => firefox.unwatch('127.0.0.1'));
      await step('no mark is left', () => expect.poll(() => marksIn(tab)).toEqual([]));
    });
  });
}
