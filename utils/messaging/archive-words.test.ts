import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ArchiveContents, Brief } from '@/utils/model';
import { listenToOurPages, listenToPages } from '.';
import { isWithinBounds, type Word } from './payloads';

const BRIEF: Brief = {
  id: 'desk/1',
  archiveId: 'desk',
  group: 'desk/g',
  lang: 'en',
  week: { from: '2012-10-29', to: '2012-11-04' },
  date: null,
  title: 'One',
  situation: { verdict: 'improved', reason: '' },
  summary: '',
  entities: ['desk/minsk'],
  url: 'https://a.example/1',
  authors: [],
  body: [{ kind: 'paragraph', spans: [{ text: 'Text', href: ' mailto:a@a.example' }] }],
};
const CONTENTS: ArchiveContents = {
  id: 'desk',
  title: 'Desk',
  homePage: null,
  entities: [
    { id: 'desk/minsk', type: 'place', names: [{ text: 'Minsk', kind: 'full' }], ambiguous: false, saidBy: 'archive' },
  ],
  briefs: [BRIEF],
};
const put = (contents: unknown): unknown => ({ contents, installedAt: null });
const withBrief = (change: object): unknown => put({ ...CONTENTS, briefs: [{ ...BRIEF, ...change }] });

describe('words about searching', () => {
  it.each<[string, Word, unknown, boolean]>([
    ['a text', 'search', { text: 'gas' }, true],
    ['a slice', 'search', { text: '', order: 'newest', offset: 9_950, limit: 50, blank: 'all' }, true],
    ['a text that is too long', 'search', { text: 'x'.repeat(2_001) }, false],
    ['another order', 'search', { text: 'gas', order: 'best' }, false],
    ['more than a list shows', 'search', { text: 'gas', limit: 201 }, false],
    ['half a brief', 'search', { text: 'gas', offset: 0.5 }, false],
    ['briefs before the first', 'search', { text: 'gas', offset: -1 }, false],
    ['a count', 'overview', { text: '', order: 'oldest' }, true],
    ['a count by relevance', 'overview', { text: '', order: 'relevance' }, false],
    ['heads', 'heads', { ids: ['a/1'] }, true],
    ['heads of too many', 'heads', { ids: Array.from({ length: 201 }, () => 'a/1') }, false],
    ['heads of nobody', 'heads', { ids: [1] }, false],
  ])('%s', (_, word, payload, fits) => expect(isWithinBounds(word, payload)).toBe(fits));
});

describe('words about archives', () => {
  it.each<[string, Word, unknown, boolean]>([
    ['an archive', 'putArchive', put(CONTENTS), true],
    ['an archive with the time of its removal', 'putArchive', { contents: CONTENTS, installedAt: 5 }, true],
    ['a time that is none', 'putArchive', { contents: CONTENTS, installedAt: '5' }, false],
    ['nothing', 'putArchive', null, false],
    ['an archive without a title', 'putArchive', put({ ...CONTENTS, title: ' ' }), false],
    ['an id that reaches into another archive', 'putArchive', put({ ...CONTENTS, id: 'desk/1' }), false],
    ['a brief of another archive', 'putArchive', withBrief({ id: 'starter/1' }), false],
    ['a brief that says it is of another archive', 'putArchive', withBrief({ archiveId: 'starter' }), false],
    ['a group of another archive', 'putArchive', withBrief({ group: 'starter/1' }), false],
    ['an entity of another archive', 'putArchive', withBrief({ entities: ['starter/minsk'] }), false],
    ['an address that runs', 'putArchive', withBrief({ url: 'javascript:alert(1)' }), false],
    ['a body that is HTML', 'putArchive', withBrief({ body: '<p>' }), false],
    ['a verdict of its own', 'putArchive', withBrief({ situation: { verdict: 'good', reason: '' } }), false],
    [
      'a link that runs',
      'putArchive',
      withBrief({ body: [{ kind: 'paragraph', spans: [{ text: 'x', href: 'java\nscript:alert(1)' }] }] }),
      false,
    ],
    ['which to remove', 'removeArchive', { id: 'desk' }, true],
    ['which to remove, without saying', 'removeArchive', { id: '' }, false],
    ['which were changed', 'archivesChanged', { put: ['desk'], removed: [] }, true],
    ['a change that reaches into another archive', 'archivesChanged', { put: ['desk/1'], removed: [] }, false],
    ['which to export', 'exportArchive', { id: 'desk' }, true],
    ['a path to export', 'exportArchive', { id: 'desk/1' }, false],
  ])('%s', (_, word, payload, passes) => expect(isWithinBounds(word, payload)).toBe(passes));
});

describe('who may say them', () => {
  afterEach(() => fakeBrowser.reset());

  const HOME = 'chrome-extension://ours/';
  it.each([
    ['the options page', { url: `${HOME}options.html` }, { ok: true, value: null }],
    ['a content script', { url: 'https://a.example/', tab: { id: 7 }, frameId: 0 }, { ok: false, error: 'refused' }],
    ['a page that is called like ours', { url: `https://a.example/${HOME}` }, { ok: false, error: 'refused' }],
    ['nobody', {}, { ok: false, error: 'refused' }],
  ])('%s', async (_, sender, reply) => {
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue(HOME);
    const listeners: ((message: unknown, sender: unknown) => unknown)[] = [];
    vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      listeners.push(listener as never);
    });
    const removeArchive = vi.fn(() => Promise.resolve({ ok: true as const, value: null }));
    listenToOurPages({ removeArchive } as never);
    const message = { to: 'background-from-panel', word: 'removeArchive', payload: { id: 'desk' } };
    expect(await listeners[0]?.(message, sender)).toEqual(reply);
    expect(removeArchive).toHaveBeenCalledTimes(reply.ok ? 1 : 0);
  });

  it('are no words of content scripts', async () => {
    const listeners: ((message: unknown, sender: unknown) => unknown)[] = [];
    vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      listeners.push(listener as never);
    });
    const silent = () => Promise.resolve({ ok: false, error: 'page-silent' } as const);
    listenToPages({
      shown: () => Promise.resolve({ ok: true, value: null }),
      pageRead: silent,
      mayRead: () => Promise.resolve({ ok: true, value: 'yes' }),
      dressRoots: () => Promise.resolve({ ok: true, value: null }),
      card: silent,
      openEntity: silent,
    });
    const message = { to: 'background-from-page', word: 'removeArchive', payload: { id: 'desk' } };
    expect(await listeners[0]?.(message, { tab: { id: 7 }, frameId: 0 })).toEqual({ ok: false, error: 'refused' });
  });
});
