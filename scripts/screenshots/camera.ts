import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { amissIn } from '../drive/amiss-in';
import type { DrivenChromium } from '../drive/chromium';
import type { PageServer } from '../drive/serve-pages';

/** Known inside the desk only. */
declare const chrome: typeof extensionApi;

export type Language = 'en' | 'be' | 'ru';
export type Scheme = 'light' | 'dark';

/** A picture's name and how it is taken: `state-width-lang-scheme`. */
export interface Shot {
  state: string;
  lang: Language;
  scheme: Scheme;
  /** CSS pixels. */
  width: number;
  height?: number;
  /** A view that the browser alone gives its size: the popup. `width` only names the picture then. */
  size?: 'own';
  /** With the system's own colours in place of ours. */
  forced?: 'yes';
}

/** What the pictures are taken with: one browser, our pages served, and where the pictures go. */
export interface Studio {
  chromium: DrivenChromium;
  pages: PageServer;
  /**
   * Takes a view as it stands, or nothing where the picture's name was not asked for. Notes what is wrong with it: something beyond its
   * edge, or anything that axe has against one of our own views.
   */
  take(view: Page, of: Shot): Promise<void>;
  /** What was wrong with which pictures. */
  amiss: readonly string[];
  /** Opens one of our own pages in a tab. */
  open(path: string): Promise<Page>;
  /** Speaks to the background as our own pages do. */
  ask(word: string, payload: object | null): Promise<unknown>;
}

/** Pictures go to `folder`; with `only`, those whose name has that in it. */
export function studioOf(of: { chromium: DrivenChromium; pages: PageServer; folder: string; only: string }): Studio {
  const { chromium, pages, folder, only } = of;
  const amiss: string[] = [];
  return {
    chromium,
    pages,
    amiss,
    take: async (view, shot) => {
      const { state, lang, scheme, width, height = 900, forced, size } = shot;
      const name = `${state}${forced ? '-forced' : ''}-${width}-${lang}-${scheme}`;
      if (!name.includes(only)) return;
      // The panel's view takes any size; a window's edge would be dragged to it.
      if (size !== 'own') await view.setViewportSize({ width, height });
      await view.emulateMedia({
        colorScheme: scheme,
        reducedMotion: 'reduce',
        forcedColors: forced ? 'active' : 'none',
      });
      const beyond = await view.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (beyond > 0) amiss.push(`${name}: ${beyond} px too wide`);
      if (view.url().startsWith('chrome-extension:') && !forced)
        amiss.push(...(await amissIn(view)).map((each) => `${name}: ${each}`));
      await view.screenshot({ path: join(folder, `${name}.png`), fullPage: size === 'own' });
      console.log(name);
    },
    open: async (path) => {
      const page = await chromium.context.newPage();
      await page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
      return page;
    },
    ask: (word, payload) =>
      chromium.desk.evaluate((message) => chrome.runtime.sendMessage(message), {
        to: 'background-from-panel',
        word,
        payload,
      }),
  };
}

/** The demo story in each language. */
export const DEMO = {
  en: 'en/defence-plan.html',
  be: 'be/abarona.html',
  ru: 'ru/oboronka.html',
} as const satisfies Record<Language, string>;
