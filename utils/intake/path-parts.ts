/** What the path of a file says about the brief in it. */
export interface PathParts {
  /** Path without ending, unique among the files of a source. */
  id: string;
  /** Path without ending and language: the same for translations that lie beside each other. */
  group: string;
  /** '' where it says none. */
  lang: string;
  /** YYYY-MM-DD; null where it says none. */
  day: string | null;
}

/** Languages that folders and endings are named for; other two-letter names (`it`, `no`) are words more often. */
const LANGUAGES = new Set(['en', 'ru', 'be', 'uk', 'pl', 'de', 'lt', 'lv']);

/**
 * Reads a path as people lay out texts: `2012-10-29/ru.md`, `ru/2012-10-29.md`, `2012-10-29-title.be.md`, `2012-10-29_en.html`.
 *
 * @param path with "/" between folders
 */
export function partsOfPath(path: string): PathParts {
  const id = path.replace(/\.(?:md|markdown|mdown|txt|text|html?|xhtml)$/iu, '');
  const pieces = id.split('/');
  let lang = '';
  const group = pieces.flatMap((piece) => {
    if (lang === '' && LANGUAGES.has(piece.toLowerCase())) {
      lang = piece.toLowerCase();
      return [];
    }
    const [, stem, ending] = /^(.+)[._-]([a-z]{2})$/iu.exec(piece) ?? [];
    if (lang !== '' || stem === undefined || ending === undefined || !LANGUAGES.has(ending.toLowerCase()))
      return [piece];
    lang = ending.toLowerCase();
    return [stem];
  });
  const day = /(?:^|\/)(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(id)?.[1] ?? null;
  return { id, group: lang === '' || group.length === 0 ? id : group.join('/'), lang, day };
}
