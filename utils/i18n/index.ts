/**
 * Texts for people, in English, Russian and Belarusian: `t('key')`, weeks, days, and words that stay together.
 *
 * Touches nothing at run time but its own tables (public/_locales, shared with the manifest). Keys are checked against the
 * English file by the compiler; a test holds the three files to the same keys, holes and plural forms. Says nothing
 * before `speak` was called but English.
 */
export { firstSpoken, type Key, type Language, LANGUAGES, speak, spokenLanguage, t } from './translate';
export { dayText, monthText, weekText, yearsText } from './dates';
export { tieWords } from './tie-words';
