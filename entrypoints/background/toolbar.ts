import { browser } from 'wxt/browser';
import type { Briefing } from '@/utils/model';

/** Ground of the badge: --brand of components/common/tokens.css; the toolbar knows no CSS. */
const BADGE_GROUND = '#3f51b5';
const BADGE_INK = '#ffffff';
const SIZES = [16, 32, 48];

/** Shows on the toolbar button that a tab was read and how many entities it names. Cleared by the browser when the tab moves on. */
export async function showBriefed(tabId: number, briefing: Briefing): Promise<void> {
  const count = briefing.entities.length;
  await quietly(
    browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_GROUND }),
    browser.action.setBadgeTextColor({ tabId, color: BADGE_INK }),
    browser.action.setIcon({ tabId, path: iconsOf('') }),
  );
}

/** The same button of a tab that is read no longer: its site was let go, or there is a pause. */
export async function showStopped(tabId: number, watching: 'off' | 'paused'): Promise<void> {
  await quietly(
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setIcon({ tabId, path: iconsOf(`${watching}-`) }),
  );
}

/**
 * The button of tabs that were not read: paused is seen at a glance. "On" has no picture of its own; the button turns
 * blue where a page was read.
 */
export async function showWatching(watching: 'on' | 'off' | 'paused'): Promise<void> {
  await quietly(
    browser.action.setIcon({ path: iconsOf(watching === 'paused' ? 'paused-' : 'off-') }),
    browser.action.setTitle({ title: titleOf(watching) }),
  );
}

function titleOf(watching: 'on' | 'off' | 'paused'): string {
  // The browser's language: the button's title stands among the browser's own.
  if (watching === 'off') return 'Backgrounder';
  const state = browser.i18n.getMessage(watching === 'on' ? 'watching' : 'paused');
  return `Backgrounder: ${state.toLocaleLowerCase()}`;
}

function iconsOf(variant: '' | 'off-' | 'paused-'): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [String(size), `/icon/${variant}${size}.png`]));
}

/** The tab may be gone by now, and then there is no button to paint. */
async function quietly(...acts: Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(acts);
}
