import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveContents, Brief } from '@/utils/model';
import { readArchiveFile, writeArchiveFile } from '.';
import { blocksOfHtml } from './html-to-blocks';

function readBack(contents: ArchiveContents): ArchiveContents | null {
  const read = readArchiveFile({ text: writeArchiveFile(contents), fileName: 'out', archiveId: contents.id });
  return read.ok ? read.value : null;
}

const brief: Brief = {
  id: 'a/1',
  archiveId: 'a',
  group: 'a/one',
  lang: 'ru',
  week: { from: '2012-11-05', to: '2012-11-11' },
  date: '2012-11-12',
  title: 'Порт <ждёт> & «решения»',
  situation: { verdict: 'worsened', reason: 'двое ушли' },
  summary: 'Кратко.',
  entities: ['a/port'],
  url: 'https://northport.example/?a=1&b=2',
  authors: ['Ада'],
  body: blocksOfHtml(
    '<h2>So</h2><p>a <b>b <i>c</i></b> <a href="https://x.example/?a=1&amp;b=2">d</a> &lt;p&gt;</p><ul><li>e</li></ul><blockquote>f</blockquote><table><tr><td>g</td><td>h</td></tr></table>',
  ),
};
const contents: ArchiveContents = {
  id: 'a',
  title: 'Northport',
  homePage: 'https://northport.example/',
  entities: [
    {
      id: 'a/port',
      type: 'place',
      names: [{ text: 'Northport', lang: 'en', kind: 'full' }],
      ambiguous: false,
      saidBy: 'archive',
    },
    {
      id: 'a/~ада',
      type: 'person',
      names: [{ text: 'Ада', lang: 'ru', kind: 'full' }],
      ambiguous: true,
      saidBy: 'found',
    },
  ],
  briefs: [
    brief,
    {
      ...brief,
      id: 'a/2',
      lang: '',
      week: null,
      date: null,
      situation: null,
      summary: '',
      entities: [],
      url: null,
      authors: [],
      body: [],
    },
  ],
};

describe('an archive that is written', () => {
  it('is read back the same', () => expect(readBack(contents)).toEqual(contents));

  it('is read back the same where it says that it is private', () => {
    const secret = { ...contents, says: 'private' as const };
    expect(readBack(secret)).toEqual(secret);
  });

  it('is read back the same: the starter archive', () => {
    const starter = readArchiveFile({
      text: readFileSync('public/starter.json', 'utf8'),
      fileName: 's',
      archiveId: 's',
    });
    expect(starter.ok && readBack(starter.value)).toEqual(starter.ok && starter.value);
  });

  it('is read back the same whatever HTML its bodies came from', () => {
    const pieces = [
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<em>',
      '</em>',
      '<li>',
      '<h3>',
      '</h3>',
      '<td>',
      '<tr>',
      '<a href="https://x.example/">',
      '</a>',
      'слова ',
      ' ',
      '&amp;lt;',
      '<',
      '·',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const body = blocksOfHtml(parts.join(''));
        expect(readBack({ ...contents, briefs: [{ ...brief, body }] })?.briefs[0]?.body).toEqual(body);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same bytes a second time', () => {
    const first = writeArchiveFile(contents);
    const again = readBack(contents);
    expect(again && writeArchiveFile(again)).toBe(first);
  });
});
