import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '@/utils/model';
import { readBriefText } from './read-brief-text';

const SEED = '../shared/seed/brief-2012-10-29.txt';

describe('a brief as plain text', () => {
  it('gives week, title, verdict, summary and paragraphs, and leaves the furniture out', () => {
    const draft = readBriefText(readFileSync('tests/archives/text/brief-en.txt', 'utf8'));
    expect({ ...draft, body: draft.body.map(textOf) }).toMatchObject({
      title: 'Harbour board puts off the tender a third time',
      week: { from: '2012-11-05', to: '2012-11-11' },
      situation: { verdict: 'worsened', reason: '' },
      summary:
        'The board gave no reason, and two bidders have left. A fourth date would fall into the winter, when nobody dredges.',
      body: [
        'On Tuesday the harbour board of Northport told the bidders that the tender for the new quay will not open in November.',
        '“We need more time,” said its chairman, Adam Rowe, who had said the same in May and in August.',
        'Thus the quay stays where it was: on paper.',
      ],
    });
  });

  it('is read in Russian too, with the reason of its verdict', () => {
    const draft = readBriefText(readFileSync('tests/archives/text/brief-ru.txt', 'utf8'));
    expect({ ...draft, body: draft.body.length }).toMatchObject({
      title: 'Порт в третий раз откладывает конкурс',
      week: { from: '2012-11-05', to: '2012-11-11' },
      situation: { verdict: 'worsened', reason: 'двое участников ушли' },
      body: 1,
    });
  });

  it.each<[string, string, { title: string; summary: string; body: string[] }]>([
    ['nothing', '', { title: '', summary: '', body: [] }],
    ['a title only', 'Only this', { title: 'Only this', summary: '', body: [] }],
    ['a title and a paragraph', 'A title\n\nA text.', { title: 'A title', summary: '', body: ['A text.'] }],
    [
      'a site’s head before the title',
      'Home\nMenu\n\nA title\n\nIn short.\n\nA text.',
      { title: 'A title', summary: 'In short.', body: ['A text.'] },
    ],
    [
      'lines broken at 20 characters',
      'A title\n\nIn short\nand shorter.\n\nA text\nof two lines.',
      { title: 'A title', summary: 'In short and shorter.', body: ['A text of two lines.'] },
    ],
  ])('may hold %s', (_, text, expected) => {
    const { title, summary, body } = readBriefText(text);
    expect({ title, summary, body: body.map(textOf) }).toEqual(expected);
  });
});

describe.skipIf(!existsSync(SEED))('the brief that the layout comes from', () => {
  it('is read whole and without its furniture', () => {
    const draft = readBriefText(readFileSync(SEED, 'utf8'));
    expect(draft.week).toEqual({ from: '2012-10-29', to: '2012-11-04' });
    expect(draft.situation).toEqual({ verdict: 'unchanged', reason: '' });
    expect([draft.title.length > 20, draft.summary.length > 100, draft.body.length]).toEqual([true, true, 4]);
    expect(draft.body.map(textOf).join()).not.toMatch(/subscri|Read more|View all/iu);
  });
});
