/**
 * What the user chose, one declaration a setting: key, default, version (items.ts).
 *
 * Touches `browser.storage`. Small things only; briefs and indexes live in `archive`. A setting read before it was ever
 * written gives its default; writing one wakes its watchers in every open page of ours. `session:` items are forgotten
 * with the browser session and never reach the disk.
 */
export { interfaceLanguage, marksPainted, panelRequest, popupQuery, readingLanguages, starter, watched } from './items';
export { type PanelRequest, UI_LANGUAGES, type UiLanguage } from './items';
export {
  ALL_SITES,
  isPaused,
  matchesOf,
  originsOf,
  parseSite,
  searchPageOf,
  standingOf,
  viewerOf,
  withWatch,
} from './site-rules';
export { readSiteList, writeSiteList } from './site-list';
export { letterKeys, markLook, type MarkLook, readBriefs, type Theme, theme } from './items';
export { restoreSettings, settingsForBackup, unusableSetting } from './backed-up';
export { forgetPanelView, readPanelView, writePanelView } from './panel-views';
export { readEntityDraft, writeEntityDraft } from './entity-drafts';
export { newIssueNotice, subscriptions, updateTimes } from './subscription-items';
export { type AddedPage, addedPage, type ReadLately, readLately, rememberReading } from './subscription-items';
export { openedLately, type RecentSearch, recentSearches, rememberOpened, rememberSearch } from './search-memory';
