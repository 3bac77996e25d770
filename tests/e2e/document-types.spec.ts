import { expect, marksIn, test } from './fixtures';

const TEXT = 'Dmitry Rogozin came to Minsk on Tuesday, and nobody else did.';
const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>X</title></head><body><p>${TEXT}</p></body></html>`;

/** Each document with what stands marked in it; none: it is left in silence. */
const DOCUMENTS: readonly { kind: string; type: string; body: string; marked: readonly string[] }[] = [
  { kind: 'XHTML', type: 'application/xhtml+xml', body: XHTML, marked: ['Dmitry Rogozin', 'Minsk'] },
  { kind: 'plain text', type: 'text/plain', body: TEXT, marked: ['Dmitry Rogozin', 'Minsk'] },
  {
    kind: 'SVG',
    type: 'image/svg+xml',
    body: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${TEXT}</text></svg>`,
    marked: [],
  },
  { kind: 'XML', type: 'application/xml', body: `<?xml version="1.0"?><note><to>${TEXT}</to></note>`, marked: [] },
  { kind: 'JSON', type: 'application/json', body: JSON.stringify({ text: TEXT }), marked: [] },
  { kind: 'an empty page', type: 'text/html', body: '', marked: [] },
  {
    kind: 'frames of every origin',
    type: 'text/html',
    body: `<!doctype html><html lang="en"><p>${TEXT}</p><iframe></iframe><iframe src="about:blank"></iframe><iframe srcdoc="<p>Here</p>"></iframe><iframe sandbox srcdoc="<p>There</p>"></iframe><iframe src="data:text/html,<p>Far</p>"></iframe>`,
    marked: ['Dmitry Rogozin', 'Minsk'],
  },
];

test.beforeEach(async ({ extension }) => extension.watch('127.0.0.1'));

for (const { kind, type, body, marked } of DOCUMENTS) {
  test(`${kind}: ${marked.length > 0 ? 'marked' : 'left in silence'}, without a word on the console`, async ({
    pages,
    tab,
  }) => {
    const said: string[] = [];
    tab.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    tab.on('pageerror', (error) => said.push(error.message));
    await tab.route(`${pages.origin}/document`, (route) => route.fulfill({ contentType: type, body }));
    await tab.goto(`${pages.origin}/document`);
    if (marked.length > 0) await expect.poll(() => marksIn(tab)).toEqual(marked);
    else {
      await tab.waitForTimeout(700);
      expect(await marksIn(tab)).toEqual([]);
    }
    expect(said).toEqual([]);
  });
}
