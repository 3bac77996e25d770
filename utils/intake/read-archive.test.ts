import { describe, expect, it } from 'vitest';
import { describeProblem, readArchiveFile } from '.';

const item = {
  id: 'one-en',
  language: 'en',
  title: 'Talks end without a paper',
  summary: 'Both sides say they will meet again.',
  content_html: '<p>They met.</p>',
  _backgrounder: {
    group: 'one',
    week: { from: '2012-10-29', to: '2012-11-04' },
    situation: { verdict: 'unchanged', reason: 'no paper was signed' },
    entities: ['ada'],
  },
};
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'A series',
  items: [item],
  _backgrounder: {
    version: 1,
    entities: [{ id: 'ada', type: 'person', names: [{ text: 'Ada Byron', lang: 'en', kind: 'full' }] }],
  },
};

describe('an archive file', () => {
  it('becomes briefs and entities with qualified ids', () => {
    const read = readArchiveFile({ text: JSON.stringify(feed), fileName: 'a.json', archiveId: 'a' });
    expect(read).toEqual({
      ok: true,
      value: {
        id: 'a',
        title: 'A series',
        homePage: null,
        entities: [
          {
            id: 'a/ada',
            type: 'person',
            names: [{ text: 'Ada Byron', lang: 'en', kind: 'full' }],
            ambiguous: false,
            saidBy: 'archive',
          },
        ],
        briefs: [
          {
            id: 'a/one-en',
            archiveId: 'a',
            group: 'a/one',
            lang: 'en',
            week: { from: '2012-10-29', to: '2012-11-04' },
            date: null,
            title: 'Talks end without a paper',
            situation: { verdict: 'unchanged', reason: 'no paper was signed' },
            summary: 'Both sides say they will meet again.',
            entities: ['a/ada'],
            url: null,
            authors: [],
            body: [{ kind: 'paragraph', spans: [{ text: 'They met.' }] }],
          },
        ],
      },
    });
  });

  it("takes any site's JSON Feed as it is", () => {
    const plain = {
      version: 'https://jsonfeed.org/version/1',
      title: 'Notes',
      items: [{ id: 7, content_text: 'First paragraph.\n\nSecond one.', date_published: '2020-02-03T10:00:00+03:00' }],
    };
    const read = readArchiveFile({ text: JSON.stringify(plain), fileName: 'n.json', archiveId: 'n' });
    expect(
      read.ok &&
        read.value.briefs.map(({ id, group, title, date, week, body }) => ({
          id,
          group,
          title,
          date,
          week,
          body: body.length,
        })),
    ).toEqual([{ id: 'n/7', group: 'n/7', title: 'First paragraph.', date: '2020-02-03', week: null, body: 2 }]);
  });

  it.each<[string, unknown, string]>([
    [
      'a week that begins on a Tuesday',
      { ...item, _backgrounder: { ...item._backgrounder, week: { from: '2012-10-30', to: '2012-11-05' } } },
      'a.json: item one-en: _backgrounder.week: a week goes from a Monday to the Sunday after it',
    ],
    [
      'a day that does not exist',
      { ...item, _backgrounder: { week: { from: '2012-02-31', to: '2012-11-04' } } },
      'a.json: item one-en: _backgrounder.week.from: no such day',
    ],
    [
      'a verdict we do not know',
      { ...item, _backgrounder: { situation: { verdict: 'better' } } },
      'a.json: item one-en: _backgrounder.situation.verdict: Invalid type: Expected ("improved" | "unchanged" | "worsened") but received "better"',
    ],
    [
      'a number for a title',
      { ...item, title: 5 },
      'a.json: item one-en: title: Invalid type: Expected string but received 5',
    ],
    ['no id', { title: 'x' }, 'a.json: item #1: id: Invalid key: Expected "id" but received undefined'],
    [
      'an entity that is not declared',
      { ...item, _backgrounder: { entities: ['bob'] } },
      'a.json: item one-en: _backgrounder.entities: "bob" is not declared',
    ],
    [
      'an address that runs code',
      { ...item, url: 'javascript:alert(1)' },
      'a.json: item one-en: url: an http or https address is expected',
    ],
  ])('is refused whole for %s, naming file, item and field', (_, broken, sentence) => {
    const other = { ...item, id: 'two-en' };
    const read = readArchiveFile({
      text: JSON.stringify({ ...feed, items: [broken, other] }),
      fileName: 'a.json',
      archiveId: 'a',
    });
    expect(read.ok ? [] : read.error.map(describeProblem)).toEqual([sentence]);
  });

  it.each<[string, string, string]>([
    ['cut off', '{"version": "https://jsonfeed.org', 'a.json: '],
    ['no feed', '[]', 'a.json: '],
    [
      'made by a newer version',
      JSON.stringify({ ...feed, _backgrounder: { version: 2 } }),
      'a.json: _backgrounder.version: version 2 is newer than 1',
    ],
    [
      'an id twice',
      JSON.stringify({ ...feed, items: [item, item] }),
      'a.json: item one-en: id: an earlier item has the same id',
    ],
  ])('is refused when it is %s', (_, text, sentence) => {
    const read = readArchiveFile({ text, fileName: 'a.json', archiveId: 'a' });
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.error.map(describeProblem).join('\n')).toContain(sentence);
  });

  it('lets no key of a hostile file reach a prototype', () => {
    const text = JSON.stringify(feed).replace(
      '"title":"A series"',
      '"title":"A series","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}',
    );
    expect(readArchiveFile({ text, fileName: 'a.json', archiveId: 'a' }).ok).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
