import { browser } from 'wxt/browser';
import { weekRange, day, t } from '@/utils/i18n';
import type { BriefHit } from '@/utils/messaging';

import { searchArchives } from './answer-search';
import { speakAsReader } from './speak-as-reader';

/** As many as Chromium shows under its own first line. */
const MOST = 6;
/** What a suggestion of ours puts into the box, so that Enter opens the brief itself; nobody types it by chance. */
const BRIEF = 'brief:';

export interface Suggestion {
  content: string;
  description: string;
}

/**
 * The keyword `bg` in the address bar: briefs while one types, Enter for all of them on the search page. What is typed goes to
 * the archive only.
 */
export function listenToOmnibox(): void {
  browser.omnibox.onInputStarted.addListener(() => void invite());
  browser.omnibox.onInputChanged.addListener((text, suggest) => void answer(text, suggest));
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = browser.runtime.getURL(`/search.html?${addressOf(text)}` as '/search.html');
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** A hit as the address bar shows it: its title with what was found, its week. `marked` where the bar takes Chromium's markup. */
export function suggestionOf({ head, highlights }: BriefHit, style: 'marked' | 'plain'): Suggestion {
  const when = head.week ? weekRange(head.week) : head.date ? day(head.date) : '';
  const content = BRIEF + head.id;
  if (style === 'plain') return { content, description: [head.title, when].filter(Boolean).join(' · ') };
  let description = '';
  let end = 0;
  for (const [from, to] of highlights.title) {
    description += `${escaped(head.title.slice(end, from))}<match>${escaped(head.title.slice(from, to))}</match>`;
    end = to;
  }
  description += escaped(head.title.slice(end));
  return { content, description: when === '' ? description : `${description} <dim>${escaped(when)}</dim>` };
}

/** What the search page is asked: a brief that was chosen, or the words that were typed. */
export function addressOf(text: string): string {
  const asked = text.startsWith(BRIEF) ? { brief: text.slice(BRIEF.length) } : { q: text.trim() };
  return new URLSearchParams(asked).toString();
}

async function invite(): Promise<void> {
  await speakAsReader();
  await browser.omnibox.setDefaultSuggestion({ description: escaped(t('searchArchive')) });
}

async function answer(text: string, suggest: (suggestions: Suggestion[]) => void): Promise<void> {
  await speakAsReader();
  const found = text.trim() === '' ? null : await searchArchives({ text, limit: MOST });
  const style = import.meta.env.FIREFOX ? 'plain' : 'marked';
  suggest(found?.ok ? found.value.briefs.slice(0, MOST).map((hit) => suggestionOf(hit, style)) : []);
}

/** Chromium reads descriptions as XML, and shows none at all where it is not well formed. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
