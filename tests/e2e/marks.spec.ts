import { readFileSync } from 'node:fs';
import { BACKGROUNDS } from './backgrounds';
import { expect, marksIn, shared, test } from './fixtures';

const DEMO = [
  { lang: 'en', path: '/demo/en/defence-plan.html', week: '2012-10-29', late: 'Common Economic Space' },
  {
    lang: 'ru',
    path: '/demo/ru/oboronka.html',
    week: '2012-10-29',
    late: 'Едином экономическом пространстве|Единого экономического пространства',
  },
  { lang: 'be', path: '/demo/be/abarona.html', week: '2012-10-29', late: 'Адзінай эканамічнай прасторы' },
  { lang: 'en', path: '/demo/en/potash-arrest.html', week: '2013-08-26', late: 'Rosselkhoznadzor' },
  { lang: 'ru', path: '/demo/ru/kaliy.html', week: '2013-08-26', late: 'Россельхознадзор' },
  { lang: 'be', path: '/demo/be/kalij.html', week: '2013-08-26', late: 'Рассельгаснагляд' },
] as const;

for (const { lang, path, week, late } of DEMO) {
  test(`a watched page is read, marked and briefed: ${path}`, async ({ extension, pages, tab }) => {
    await extension.watch('127.0.0.1');
    await tab.goto(pages.origin + path);
    const isLate = new RegExp(late);
    await expect
      .poll(async () => (await marksIn(tab)).some((mark) => isLate.test(mark)), 'the late paragraph')
      .toBe(true);

    const briefing = await extension.briefing(tab);
    expect(briefing.page.lang).toBe(lang);
    expect(briefing.entities.length).toBeGreaterThanOrEqual(5);
    expect(briefing.related.length).toBeGreaterThanOrEqual(3);
    expect(briefing.related[0]?.head.week?.from).toBe(week);
    for (const { because } of briefing.related) expect(because.entities).not.toEqual([]);
    expect(await extension.badge(tab)).toBe(String(briefing.entities.length));
    // A name that a tag cuts in two has two marks, so letters are counted.
    const letters = briefing.mentions.reduce((sum, { start, end }) => sum + end - start, 0);
    expect((await marksIn(tab)).join('')).toHaveLength(letters);
  });
}

test('the same entities and the same first briefs in three languages', async ({ extension, pages, tab }) => {
  await extension.watch('127.0.0.1');
  const seen: { certain: string[]; groups: string[] }[] = [];
  for (const { path, late } of DEMO.slice(0, 3)) {
    await tab.goto(pages.origin + path);
    await expect.poll(async () => (await marksIn(tab)).some((mark) => new RegExp(late).test(mark))).toBe(true);
    const { entities, related } = await extension.briefing(tab);
    const STORY = [
      'dmitry-rogozin',
      'vladimir-semashko',
      'mikhail-myasnikovich',
      'maz',
      'kamaz',
      'integral',
      'customs-union',
      'ces',
      'minsk',
      'moscow',
    ];
    seen.push({
      certain: STORY.filter((id) => entities.some((entity) => entity.id === `starter/${id}`)),
      groups: related
        .slice(0, 3)
        .map(({ head }) => head.group)
        .sort(),
    });
  }
  expect(seen[0]?.certain).toHaveLength(10);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
});

test.describe('a company that is also a word', () => {
  for (const { path, company, word } of [
    { path: '/demo/en/defence-plan.html', company: 'Integral', word: 'integral' },
    { path: '/demo/ru/oboronka.html', company: 'Интеграла', word: 'интегральная' },
    { path: '/demo/be/abarona.html', company: 'Інтэграла', word: 'інтэгральная' },
  ]) {
    test(`${company} is marked, "${word} part" is not`, async ({ extension, pages, tab }) => {
      await extension.watch('127.0.0.1');
      await tab.goto(pages.origin + path);
      await extension.briefing(tab);
      await expect.poll(() => marksIn(tab)).toContain(company);
      expect(await tab.innerText('body')).toContain(word);
      expect((await marksIn(tab)).filter((mark) => mark.includes(word))).toEqual([]);
    });
  }
});

test('the page is not changed: same nodes, same source, nothing on its console', async ({ extension, pages, tab }) => {
  const said: string[] = [];
  tab.on('console', (message) => said.push(message.text()));
  tab.on('pageerror', (error) => said.push(error.message));
  await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
  await tab.waitForSelector('[data-late-paragraph]', { state: 'detached' });
  const before = await tab.evaluate(() => {
    const nodes: Node[] = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    Object.assign(globalThis, { nodesBefore: nodes });
    return document.documentElement.outerHTML;
  });
  expect(await marksIn(tab)).toEqual([]);

  await extension.watch('127.0.0.1');
  await expect.poll(async () => (await marksIn(tab)).length).toBeGreaterThan(10);
  const after = await tab.evaluate(() => {
    const { nodesBefore } = globalThis as unknown as { nodesBefore: Node[] };
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) if (nodesBefore[count++] !== walker.currentNode) return `another node at ${count}`;
    return count === nodesBefore.length
      ? document.documentElement.outerHTML
      : `${count} nodes, ${nodesBefore.length} before`;
  });
  expect(after).toBe(before);

  await extension.unwatch('127.0.0.1');
  await expect.poll(() => marksIn(tab), 'no mark is left').toEqual([]);
  expect(said).toEqual([]);
});

for (const background of BACKGROUNDS) {
  test.describe(`background ${background}`, () => {
    test.use({ background });

    test('marks go off and on, and a site is watched and let go', async ({ extension, pages, tab, step }) => {
      await step('watch the site', () => extension.watch('127.0.0.1'));
      await step('open a page', () => tab.goto(`${pages.origin}/demo/en/defence-plan.html`));
      await step('its names are marked', () => expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin'));
      await step('marks off', () => extension.ask('marks', { marks: 'off' }));
      await step('none is painted', () => expect.poll(() => marksIn(tab)).toEqual([]));
      await step('the briefing stays', () => extension.briefing(tab));
      await step('marks on', () => extension.ask('marks', { marks: 'on' }));
      await step('all are painted again', () => expect.poll(() => marksIn(tab)).toContain('Dmitry Rogozin'));
      await step('let the site go', () => extension.unwatch('127.0.0.1'));
      await step('no mark is left', () => expect.poll(() => marksIn(tab)).toEqual([]));
      await step('the next page is not read', async () => {
        await tab.goto(`${pages.origin}/demo/en/potash-arrest.html`);
        await tab.waitForSelector('[data-late-paragraph]', { state: 'detached' });
        expect(await marksIn(tab)).toEqual([]);
        expect((await extension.pageState(tab)).status).toBe('unread');
        expect(await extension.badge(tab)).toBe('');
      });
    });
  });
}

test.describe('the text that started it all', () => {
  const seed = shared('seed/brief-2012-10-29.txt');
  test.skip(!seed.isThere, `not on this machine: ${seed.path}`);

  test('names its people and companies, and finds its own week first', async ({ extension, pages, tab }) => {
    const text = readFileSync(seed.path, 'utf8');
    const paragraphs = text
      .split(/\n+/)
      .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
    pages.add(
      '/seed.html',
      `<!doctype html><html lang="en"><title>Seed</title><article>${paragraphs.join('\n')}</article>`,
    );
    await extension.watch('127.0.0.1');
    await tab.goto(`${pages.origin}/seed.html`);
    const { entities, related } = await extension.briefing(tab);
    expect(entities.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Rogozin', 'Semashko', 'Myasnikovich', 'MAZ', 'KAMAZ', 'Integral', 'Minsk']),
    );
    expect(related[0]?.head.group).toBe('starter/bw-20121029-military-industry');
  });
});
