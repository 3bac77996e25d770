import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { askPage, listenToOurPages, listenToPages, openPanel, tell } from '@/utils/messaging';
import { done } from '@/utils/model';
import { forgetPanelView, interfaceLanguage, markLook, marksPainted, readingLanguages } from '@/utils/settings';
import { addPage, undoAddedPage } from './add-page';
import { digestOf } from './answer-digest';
import { forgetBriefing, pageRead, pageState, paintEverywhere, readByWish } from './answer-pages';
import { entityCard, openEntity } from './answer-card';
import { changed, dropArchive, keepArchive, listArchives, useStarter, wholeArchive } from './answer-archives';
import { entityWords } from './entity-words';
import { briefDemo, openBrief } from './answer-panel';
import { headsOf, overviewArchives, searchArchives } from './answer-search';
import { noteWords } from './note-words';
import { clearLeftovers, openEarly, prepareArchives } from './keep-archives';
import { ADD_PAGE_MENU, LOOK_UP_MENU, OPEN_PDF_MENU, READ_PAGE_MENU, setMenus } from './menus';
import { noteOpened } from './note-opened';
import { lookUp } from './look-up';
import { listenToOmnibox } from './omnibox';
import { openPdf } from './open-pdf';
import { stepThroughMentions } from './step-mentions';
import { archivePut, archiveRemoved, listSubscriptions, steer, subscribe } from './subscriptions/answer-subscriptions';
import { hearNotices } from './subscriptions/new-issue';
import { UPDATE_ALARM, wake } from './subscriptions/wake';
import { dressRoots } from './read-tab';
import { mayRead, RESUME_ALARM, setPause, setRules, setWatch, shown, watchChosenSites } from './watch-sites';

/** From the start until chores are done: longer than an answer takes, far shorter than a background lives. */
const CHORES_MS = 500;

/**
 * Listeners only, all added in the first turn: an event that wakes the background is lost for listeners added later.
 * Nothing lives only in here; every cache says how it is rebuilt.
 */
export default defineBackground({
  main() {
    openEarly();
    listenToPages({ shown, pageRead, mayRead, dressRoots, card: entityCard, openEntity });
    listenToOurPages({
      pageState: async ({ tabId }) => done(await pageState(tabId)),
      readPage: ({ tabId }) => readByWish(tabId),
      watch: async (site) => {
        await tellStopped(await setWatch(site));
        return done(null);
      },
      pause: async ({ minutes }) => {
        await tellStopped(await setPause(minutes === null ? null : Date.now() + minutes * 60_000));
        return done(null);
      },
      setSites: async (rules) => {
        await tellStopped(await setRules(rules));
        return done(null);
      },
      marks: async ({ marks }) => {
        await marksPainted.setValue(marks);
        await paintEverywhere();
        return done(null);
      },
      openBrief: async (which) => {
        const opened = await openBrief(which);
        if (opened.ok) void noteOpened(which); // a list for the popup: reading does not wait for it
        return opened;
      },
      briefDemo,
      search: searchArchives,
      overview: overviewArchives,
      heads: headsOf,
      archives: listArchives,
      useStarter,
      putArchive: async (archive) => {
        const kept = await keepArchive(archive);
        if (kept.ok) await archivePut(archive.contents);
        return kept;
      },
      archivesChanged: async ({ put, removed }) => {
        for (const id of put) await archivePut({ id });
        for (const id of removed) await archiveRemoved({ id });
        return changed(done(null));
      },
      // A subscription goes with its archive, and comes back with it where that is undone.
      removeArchive: async (which) => {
        const dropped = await dropArchive(which);
        if (dropped.ok) await archiveRemoved(which);
        return dropped;
      },
      exportArchive: wholeArchive,
      subscriptions: listSubscriptions,
      subscribe,
      steer,
      addPage,
      undoAddedPage,
      digest: digestOf,
      ...entityWords,
      ...noteWords,
    });
    hearNotices();
    // Whatever woke us, but behind its answer, for which somebody waits.
    setTimeout(() => {
      void wake(); // an alarm that the browser lost would otherwise be lost for good
      void clearLeftovers(); // what it cannot clear now, the next start does
    }, CHORES_MS);

    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
      setMenus();
      void prepareArchives(); // its failures are shown by whoever asks next
      void watchChosenSites();
    });
    browser.runtime.onStartup.addListener(() => void watchChosenSites());
    listenToOmnibox();
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === RESUME_ALARM) void watchChosenSites();
      if (name === UPDATE_ALARM) void wake();
    });
    browser.permissions.onAdded.addListener(() => {
      hearNotices();
      void watchChosenSites();
    });
    browser.permissions.onRemoved.addListener(() => void watchChosenSites());

    // Labels and the choice of translations follow the reader's languages: every briefing is made anew.
    const speakAnew = (): void => {
      forgetBriefing();
      void tell({ news: 'archive-changed' });
    };
    interfaceLanguage.watch(speakAnew);
    readingLanguages.watch(speakAnew);
    markLook.watch(() => void paintEverywhere());

    browser.tabs.onRemoved.addListener((tabId) => {
      forgetBriefing(tabId);
      void forgetPanelView(tabId);
    });
    browser.tabs.onUpdated.addListener((tabId, change) => {
      if (change.status === 'loading') forgetBriefing(tabId);
    });

    // In each of these the panel is opened before anything else: the click would not count after an await.
    browser.contextMenus.onClicked.addListener((info, tab) => {
      if (info.menuItemId === OPEN_PDF_MENU && info.linkUrl !== undefined) void openPdf(info.linkUrl);
      if (info.menuItemId === LOOK_UP_MENU && tab) {
        void openPanel(tab.windowId);
        void lookUp(info.selectionText ?? '');
      }
      if (tab?.id === undefined) return;
      if (info.menuItemId === READ_PAGE_MENU) {
        void openPanel(tab.windowId);
        void readByWish(tab.id);
      }
      // The panel says that it was done, and has the way back.
      if (info.menuItemId === ADD_PAGE_MENU) {
        void openPanel(tab.windowId);
        void addPage({ tabId: tab.id });
      }
    });
    browser.commands.onCommand.addListener((command, tab) => {
      if (command === 'open-panel') {
        if (tab) void openPanel(tab.windowId);
        if (tab?.id !== undefined) void readByWish(tab.id);
      }
      if (command === 'next-mention') void stepThroughMentions('next');
      if (command === 'previous-mention') void stepThroughMentions('previous');
      if (command === 'open-card' && tab?.id !== undefined) void askPage(tab.id, 'openCard', null);
    });
  },
});

/** Who asked before this still saw the old briefing. */
async function tellStopped(tabIds: readonly number[]): Promise<void> {
  for (const tabId of tabIds) {
    forgetBriefing(tabId);
    await tell({ news: 'page-changed', tabId });
  }
}
