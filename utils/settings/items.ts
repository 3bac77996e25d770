import { storage } from 'wxt/utils/storage';
import type { SiteRules } from '@/utils/model';

/** What the reader chose about sites. */
export const watched = storage.defineItem<SiteRules>('local:watched', {
  fallback: { all: 'off', hosts: [], except: [], pausedUntil: null },
  version: 2,
  migrations: {
    2: (before: Pick<SiteRules, 'all' | 'hosts'>): SiteRules => ({ ...before, except: [], pausedUntil: null }),
  },
});

/** Whether mentions are painted in pages. */
export const marksPainted = storage.defineItem<'on' | 'off'>('local:marksPainted', { fallback: 'on', version: 1 });

/**
 * How mentions are painted in pages. `quiet` underlines only; `first` paints one mention an entity; `ticks` stand at the page's edge
 * where mentions are; `card` is what pointing at a mark shows.
 */
export interface MarkLook {
  style: 'full' | 'quiet';
  which: 'all' | 'first';
  ticks: 'on' | 'off';
  card: 'on' | 'off';
}
export const markLook = storage.defineItem<MarkLook>('local:markLook', {
  fallback: { style: 'full', which: 'all', ticks: 'off', card: 'on' },
  version: 1,
});

/** Languages of the interface that we have all texts in; `auto` follows the browser. */
export const UI_LANGUAGES = ['en', 'be', 'ru'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];
export const interfaceLanguage = storage.defineItem<UiLanguage | 'auto'>('local:interfaceLanguage', {
  fallback: 'auto',
  version: 1,
});

/** Languages the user reads briefs in, dearest first; empty follows the interface. */
export const readingLanguages = storage.defineItem<readonly string[]>('local:readingLanguages', {
  fallback: [],
  version: 1,
});

/** What the panel was asked to show while it was closed: a brief, or an entity of a tab's page. Lives with the browser session, on no disk. */
export type PanelRequest = { briefId: string } | { tabId: number; entityId: string } | { query: string };
export const panelRequest = storage.defineItem<PanelRequest | null>('session:panelRequest', { fallback: null });

/** What the popup's box held when it was closed: typed text survives everything. */
export const popupQuery = storage.defineItem<string>('session:popupQuery', { fallback: '' });

/** Whether the archive that ships with us belongs in storage: not any more once the user took it out. */
export const starter = storage.defineItem<'wanted' | 'removed'>('local:starter', { fallback: 'wanted', version: 1 });

/** Light or dark by the reader's own choice; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';
export const theme = storage.defineItem<Theme>('local:theme', { fallback: 'system', version: 1 });

/** Whether keys of a single letter act in panel and search page. */
export const letterKeys = storage.defineItem<'on' | 'off'>('local:letterKeys', { fallback: 'on', version: 1 });

/** Groups of the briefs that were opened since the browser was started: lists show their titles as read. On no disk. */
export const readBriefs = storage.defineItem<readonly string[]>('session:readBriefs', { fallback: [] });
