/**
 * Guesses English, Russian or Belarusian by letters that only one of them has; '' where the text is too short or something else.
 * Enough to choose a reader's translation; no dictionary, one pass over the first `SAMPLE` code units.
 */
export function guessLanguage(text: string): 'en' | 'ru' | 'be' | '' {
  const sample = text.slice(0, SAMPLE);
  const cyrillic = count(sample, /[\u0400-\u04ff]/g);
  const latin = count(sample, /[a-z]/gi);
  if (cyrillic + latin < FEWEST_LETTERS) return '';
  if (latin > cyrillic)
    return count(sample, /[^\u0000-\u024f\u2000-\u20cf\s]/g) * 10 > latin || /[ąćęłńśźżäöüßçéèñ]/i.test(sample)
      ? ''
      : 'en';
  // "ї" and "є" are Ukrainian; "і" alone is shared with it, "ў" is Belarusian only.
  if (/[їєґ]/i.test(sample)) return '';
  const belarusian = count(sample, /[іў]/gi);
  const russian = count(sample, /[ищъ]/gi);
  return belarusian > russian ? 'be' : russian > 0 ? 'ru' : '';
}

const SAMPLE = 5_000;
const FEWEST_LETTERS = 20;

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
