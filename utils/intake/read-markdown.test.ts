import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '.';
import { cpuMs } from '../../tests/archives/cpu-time';
import { briefsOf, file, fixture, readThese } from '../../tests/archives/files';

describe('Markdown', () => {
  it('says its fields in its front matter', async () => {
    const [brief] = await briefsOf(fixture('markdown/2012-11-05/en.md'));
    expect(brief).toEqual({
      id: 'a/markdown/2012-11-05/en',
      archiveId: 'a',
      group: 'a/markdown/2012-11-05',
      lang: 'en',
      week: { from: '2012-11-05', to: '2012-11-11' },
      date: '2012-11-05',
      title: 'Harbour board puts off the tender',
      situation: { verdict: 'worsened', reason: 'two bidders left' },
      summary: 'The board gave no reason.',
      entities: [],
      url: null,
      authors: ['Ada Byron', 'Charles Page'],
      body: [
        {
          kind: 'paragraph',
          spans: [
            { text: 'On Tuesday the ' },
            { text: 'harbour board', strong: true },
            { text: ' of ' },
            { text: 'Northport', href: 'https://northport.example/' },
            { text: ' spoke.' },
          ],
        },
        { kind: 'heading', spans: [{ text: 'What follows' }] },
        { kind: 'listItem', spans: [{ text: 'winter' }] },
        { kind: 'listItem', spans: [{ text: 'nothing' }] },
        { kind: 'tableRow', spans: [{ text: 'Company · Bid' }] },
        { kind: 'tableRow', spans: [{ text: 'Quay · 12' }] },
      ],
    });
  });

  it('in a folder: translations find each other by their paths', async () => {
    const files = readdirSync(`tests/archives/markdown`, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.md'),
    );
    const source = await readThese(files.map((path) => fixture(`markdown/${path}`)));
    const found = source.ok
      ? source.value.contents.briefs.map(({ group, lang, date, title }) => [group, lang, date, title].join(' '))
      : [];
    expect(found).toEqual([
      'a/markdown/2012-11-12-quiet-week be 2012-11-12 Ціхі тыдзень у порце',
      'a/markdown/2012-11-05 en 2012-11-05 Harbour board puts off the tender',
      'a/markdown/2012-11-05 ru 2012-11-05 Совет порта откладывает конкурс',
      'a/markdown/broken   The text is there',
    ]);
    expect(source.ok && source.value.notes.map(describeProblem)).toEqual([
      'markdown/broken.md: front matter: line 4: MISSING_CHAR',
    ]);
  });

  it.each<[string, string, string]>([
    ['no front matter', 'Just a line.', 'Just a line.'],
    ['a rule at its beginning', '---\n\nAfter a rule.', 'After a rule.'],
    ['a number for a title', '---\ntitle: 2012\n---\nText', '2012'],
    ['a date for a title', '---\ntitle: 2012-10-29\n---\nText', '2012-10-29'],
    ['keys of prototypes', '---\n__proto__: { title: x }\nconstructor: y\ntitle: T\n---\nText', 'T'],
    [
      'a bomb of aliases',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((k, i) => `${k}: &${k} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
        .join('\n')}\ntitle: T\n---\n# Text`,
      'Text',
    ],
    ['a tag that makes code', '---\ntitle: !!js/function "function(){}"\n---\nText', 'function(){}'],
  ])('may have %s', async (_, text, title) => expect((await briefsOf(file('x.md', text)))[0]?.title).toBe(title));

  it.each<[string, string]>([
    ['quotations', '>'.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a '.repeat(30_000)],
    ['underscores', '_a__'.repeat(20_000)],
    ['lists', Array.from({ length: 400 }, (_, at) => `${' '.repeat(2 * at)}- a`).join('\n')],
    ['links', '[a]('.repeat(30_000)],
  ])('of nothing but %s takes no time', async (_, text) => {
    expect(await cpuMs(() => readThese([file('x.md', text)]))).toBeLessThan(1_500);
  });
});
