/** Words at each end of a passage that find it again: enough to be the only ones of a page, few enough to survive a small edit. */
const WORDS_AT_AN_END = 5;

/**
 * A link that opens the source at the passage, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/). A browser
 * that does not find the words opens the page at its top.
 */
export function passageLink(url: string, passage: string): string {
  const words = passage.trim().split(/\s+/u).filter(Boolean);
  const page = url.split('#')[0] ?? url;
  if (words.length === 0) return page;
  const ends =
    words.length <= 2 * WORDS_AT_AN_END ? [words] : [words.slice(0, WORDS_AT_AN_END), words.slice(-WORDS_AT_AN_END)];
  return `${page}#:~:text=${ends.map((end) => encoded(end.join(' '))).join(',')}`;
}

/** The hyphen is the directive's own sign for "before" and "after"; `encodeURIComponent` leaves it as it is. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
