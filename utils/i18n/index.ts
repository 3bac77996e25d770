/**
 * Words for people: every string on the screen comes through `t`, in English, Russian or Belarusian.
 *
 * Touches `browser.i18n` and `navigator.languages` once, to learn what the browser speaks. The tables are our own, from public/_locales,
 * because no Chromium has a Belarusian interface: pages have them in their scripts, others hand them in. Promises: a key that is not in
 * the English file does not compile; months, plural forms and no-break spaces are ours, so all browsers draw the same.
 */
export { speak } from './speak';
export { onSpeech, speakFrom, spoken, wantedLanguage } from './speech';
export { type MessageKey } from './tables';
export { t } from './translate';
export { languageName } from './language-names';
export { number } from './numbers';
export { glue } from './typography';
export { day, moment, monthYear, timeOfDay, weekRange, yearRange } from './weeks';
