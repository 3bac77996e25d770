/** Function words of English; three of them in a text, and it is no other language of the Latin script. */
const ENGLISH = /\b(?:the|of|and|to|in|is|that|for|with|was|has|have|are|by|on)\b/giu;

/** Languages written in Cyrillic letters, by the first two letters of their tags. */
const CYRILLIC_LANGUAGES = new Set(['be', 'bg', 'kk', 'ky', 'mk', 'mn', 'ru', 'sr', 'tg', 'tt', 'uk']);

/** Longest piece looked at, in UTF-16 code units: letters are as frequent in it as in the whole. */
const SAMPLE = 4_000;

/**
 * Tells English, Russian and Belarusian (and Ukrainian) by their letters and commonest words; '' for anything else.
 * Belarusian has "ў" and "і" and lacks "и" and "щ"; Russian has "ы" and "и" and lacks "і".
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic > count(/\p{Script=Latin}/gu)) {
    if (count(/[їєґ]/gu) > 0 && count(/[ўыэё]/gu) === 0) return 'uk';
    const belarusian = count(/[ўі]/gu);
    const russian = count(/[ищъ]/gu);
    if (belarusian === russian) return '';
    return belarusian > russian ? 'be' : 'ru';
  }
  return count(ENGLISH) >= 3 ? 'en' : '';
}

/**
 * The language of a text whose source says one: the source is believed unless the letters are of another script, because many sites
 * leave their feed's language as it was installed ("en-US" over Russian posts).
 *
 * @param said BCP 47; '' where nobody said
 */
export function languageFor(said: string, text: string): string {
  const told = languageOf(text);
  if (said === '' || told === '') return said || told;
  const isSaidCyrillic = CYRILLIC_LANGUAGES.has(said.slice(0, 2)) && !said.includes('Latn');
  return isSaidCyrillic === (told !== 'en') ? said : told;
}

/** A language tag that a source gives, in the form BCP 47 recommends; '' where it is none ("en_US.UTF-8" becomes en-US). */
export function languageTag(given: string | null | undefined): string {
  const tag = (given ?? '')
    .trim()
    .replace(/_/gu, '-')
    .replace(/(?<!\.)\..*$/u, '');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag)) return '';
  return Intl.getCanonicalLocales(tag)[0] ?? '';
}
