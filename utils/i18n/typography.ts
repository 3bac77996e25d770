const NO_BREAK = '\u00a0';

/**
 * Keeps a Russian or Belarusian line from ending in a one-letter word or beginning with a dash, by no-break spaces.
 * Replaces spaces only, so offsets into the text stay right. Text in other languages comes back as it was.
 */
export function glue(text: string, lang: string): string {
  if (!/^(ru|be)\b/.test(lang)) return text;
  return (
    text
      // A dash, and the particles б and ж («хацела б»), belong to the word before them; other short words to the one after.
      .replace(/ (?=[—–]|[бж](?![\p{L}\p{N}’'-]))/gu, NO_BREAK)
      .replace(/(?<![\p{L}\p{N}’'-])([^\P{L}бж]) /gu, `$1${NO_BREAK}`)
  );
}
