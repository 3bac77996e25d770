import { expect, marksIn, test } from './firefox-fixtures';

const STORY =
  '<!doctype html><html lang="en"><title>Frames</title><main><p>Mikhail Myasnikovich came to Minsk.</p>' +
  '<iframe src="/inner.html"></iframe><news-card></news-card></main>' +
  '<script>document.querySelector("news-card").attachShadow({ mode: "open" }).innerHTML = "<p>Uralkali is in a shadow tree.</p>"</script>';
const INNER = '<!doctype html><html lang="en"><title>Inner</title><p>Belaruskali is in a frame.</p>';
const FRAME = `document.querySelector('iframe').contentWindow`;

test('marks stand in the page, in a shadow tree and in a frame, with their look, and go', async ({
  firefox,
  pages,
  tab,
}) => {
  pages.add('/frames.html', STORY);
  pages.add('/inner.html', INNER);
  await firefox.watch('127.0.0.1');
  await tab.goto(`${pages.origin}/frames.html`);
  await expect.poll(() => marksIn(tab)).toEqual(expect.arrayContaining(['Minsk', 'Uralkali']));
  const inFrame = (): Promise<number> => tab.evaluate(`${FRAME}.CSS.highlights.size`);
  await expect.poll(inFrame).toBe(1);
  const grounds = (): Promise<string[]> =>
    tab.evaluate(`[
      getComputedStyle(document.querySelector('p'), '::highlight(bg-a)').backgroundColor,
      getComputedStyle(document.querySelector('news-card').shadowRoot.querySelector('p'), '::highlight(bg-a)').backgroundColor,
      ${FRAME}.getComputedStyle(${FRAME}.document.querySelector('p'), '::highlight(bg-a)').backgroundColor,
    ]`);
  const ground = 'rgb(255, 239, 181)';
  await expect.poll(grounds).toEqual([ground, ground, ground]);
  await firefox.unwatch('127.0.0.1');
  await expect.poll(inFrame).toBe(0);
});
