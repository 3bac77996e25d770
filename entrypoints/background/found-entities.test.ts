import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readFiles } from '@/utils/intake';
import type { ArchiveContents, PageText } from '@/utils/model';
import { starter } from '@/utils/settings';
import { fakeLocks } from '../../tests/fake-locks';
import { fetchFromPackage } from '../../tests/our-package';
import { briefPage } from './brief-page';
import { knownForPages, putArchive, withArchives } from './keep-archives';

beforeEach(async () => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  vi.stubGlobal('fetch', fetchFromPackage);
  await starter.setValue('removed');
});

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title><language>ru</language>
<item><guid>1</guid><title>Переговоры о долях завода</title><description>Вице-премьер Дмитрий Рогозин приехал к Владимиру Семашко. Долю завода «Интеграл» обсудили без него.</description></item>
${['Погода', 'Урожай', 'Дороги', 'Школы', 'Музеи', 'Леса'].map((title, at) => `<item><guid>${at + 10}</guid><title>${title}</title><description>Дождь прошёл. Ничего другого не случилось.</description></item>`).join('')}
</channel></rss>`;

/** A plain feed, which declares nothing, as intake hands it over. */
async function feed(): Promise<ArchiveContents> {
  const bytes = new TextEncoder().encode(RSS);
  const read = await readFiles({
    files: [{ path: 'desk.xml', bytes }],
    archiveId: 'desk',
    columns: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  if (!read.ok) throw new Error('the test made a bad feed');
  return read.value.contents;
}

function page(lang: string, text: string): PageText {
  return {
    url: 'https://dispatch.example/1',
    canonicalUrl: null,
    title: '',
    lang,
    siteName: null,
    publishedAt: null,
    blocks: [{ text, part: 'lead' }],
    extent: 'whole',
  };
}

it.each([
  ['in another case', 'ru', 'Рогозину долю завода не отдали. Семашко обсудил её с Рогозиным.'],
  [
    'in another script',
    'en',
    'Dmitry Rogozin was met by Vladimir Semashko. Rogozin’s plans are his own, said Semashko.',
  ],
  [
    'in another language',
    'be',
    'Уладзімір Сямашка сустрэўся з Дзмітрыем Рагозіным. Пра Рагозіна Сямашка нічога не сказаў.',
  ],
])('a plain feed without declarations gives a briefing on a page that names its people %s', async (_, lang, text) => {
  const contents = await feed();
  expect(contents.entities).toEqual([]);
  expect((await putArchive({ contents, installedAt: 1 })).ok).toBe(true);
  const known = await knownForPages();
  if (!known.ok) throw new Error(known.error);
  const briefing = briefPage(page(lang, text), known.value, ['ru', 'en']);
  expect(briefing.entities.map(({ fullName, type }) => [fullName, type])).toEqual(
    expect.arrayContaining([
      ['Дмитрий Рогозин', 'person'],
      ['Владимир Семашко', 'person'],
    ]),
  );
  expect(briefing.related.map(({ head }) => head.title)).toEqual(['Переговоры о долях завода']);
});

it('what was found says that we found it, and the same feed again changes nothing', async () => {
  await putArchive({ contents: await feed(), installedAt: 1 });
  const stored = async (): Promise<ArchiveContents | undefined> => {
    const archive = await withArchives((archives) => archives.archive('desk'));
    return archive.ok ? archive.value?.contents : undefined;
  };
  const once = await stored();
  expect(new Set(once?.entities.map(({ saidBy }) => saidBy))).toEqual(new Set(['found']));
  await putArchive({ contents: await feed(), installedAt: 2 });
  expect(await stored()).toEqual(once);
});
