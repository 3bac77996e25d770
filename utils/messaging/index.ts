/**
 * How contexts speak: the words (contract.ts) and the wire (messenger.ts).
 *
 * Touches `browser.runtime` and `browser.tabs.sendMessage`. Every reply is a `Result`: a closed tab, a stopped background
 * or a handler's bug reach the asker as values. Who asked comes from the browser, never from the message; payloads are
 * checked against the bounds of `model` before a handler sees them. News carries no data, only "ask again".
 */
export { askBackground, askPage, type Asker, listenInPage, listenToOurPages, listenToPages } from './messenger';
export { onNews, tell, tellBackground } from './messenger';
export { openPanel } from './panel-window';
export { isPageText } from './payloads';
export { type ArchiveSummary, type EntityCard, type Mark, type OpenBrief, type Painting } from './contract';
export {
  type BriefHit,
  type EntityHit,
  type MonthOfBriefs,
  type SearchAnswer,
  type SearchOverview,
} from './search-answer';
export {
  type BriefRow,
  type Dossier,
  type EntityRow,
  type ListedEntity,
  type NameRow,
  type TriedMention,
} from './entity-answer';
export { type NoteRow } from './note-answer';
export { type News, type WireFailure, type WordsFromPage, type WordsFromPanel, type WordsToPage } from './contract';
export { type Digest, type DigestBrief, type SubscriptionSummary } from './subscription-words';
