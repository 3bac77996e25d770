const NBSP = '\u00a0';

/**
 * Ties words that Russian and Belarusian typography keeps together: a dash to the word before it, a word of one letter
 * to the word after it. English only gets its dashes. Length in UTF-16 code units stays the same, so offsets stay right.
 */
export function tieWords(text: string, lang: string): string {
  const dashes = text.replace(/ (?=[–—])/gu, NBSP);
  return /^(?:ru|be|uk)\b/u.test(lang) ? dashes.replace(/(?<=(?:^|[\s(«„])\p{L}) /gu, NBSP) : dashes;
}
