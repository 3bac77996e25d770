const NO_BREAK = '\u00a0';

/**
 * Keeps a Russian or Belarusian line from ending in a one-letter word or beginning with a dash, by no-break spaces.
 * Replaces spaces only, so offsets into the text stay right. Text in other languages comes back as it was.
 */
export function glue(text: string, lang: string): string {
  if (!/^(ru|be)\b/.test(lang)) return text;
  return text.replace(/ (?=[—–])/g, NO_BREAK).replace(/(?<![\p{L}\p{N}’'-])(\p{L}) /gu, `$1${NO_BREAK}`);
}
