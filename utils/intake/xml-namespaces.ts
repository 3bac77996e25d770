/** Our own prefix for a namespace, whichever way a document writes its address; '' is the language of RSS itself. */
const PREFIX_OF: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/www\.w3\.org\/2005\/atom/u, 'atom'],
  [/^http:\/\/purl\.org\/(?:atom\/ns|pie)/u, 'atom'],
  [/necho\.sourceforge\.net|echo\/namespace|example\.com\/newformat/u, 'atom'], // names Atom had before it was called so
  [/^http:\/\/purl\.org\/rss\/1\.0\/?$/u, ''],
  [/^http:\/\/purl\.org\/net\/rss1\.1#?$/u, ''],
  [/^http:\/\/(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9\/?$/u, ''],
  [/^http:\/\/(?:backend|blogs\.law\.harvard\.edu|cyber\.law\.harvard\.edu).*rss/u, ''],
  [/^http:\/\/purl\.org\/dc\/elements/u, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms/u, 'dcterms'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/u, 'content'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml/u, 'xhtml'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/u, 'rdf'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt/u, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/u, 'wp'],
  [/^https?:\/\/www\.sitemaps\.org\/schemas/u, ''],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-news/u, 'news'],
  [/^https?:\/\/search\.yahoo\.com\/mrss/u, 'media'],
  [/^http:\/\/www\.itunes\.com\//u, 'itunes'],
];

/** Prefixes that documents use without saying what they mean. */
const WELL_KNOWN = new Set([
  'atom',
  'dc',
  'dcterms',
  'content',
  'xhtml',
  'rdf',
  'excerpt',
  'wp',
  'news',
  'media',
  'itunes',
]);

/**
 * The tag of an element with our own prefix in place of the document's.
 *
 * @param name as written, in lower case
 * @param spaces addresses of the namespaces in force, by prefix; '' for the default one
 */
export function tagIn(name: string, spaces: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const space = spaces.get(prefix)?.toLowerCase();
  if (space === undefined || space === '') {
    // An unknown prefix stays in the tag, so that <foo:title> is not taken for the title.
    return prefix === '' || WELL_KNOWN.has(prefix) ? name : `?:${local}`;
  }
  const ours = PREFIX_OF.find(([pattern]) => pattern.test(space))?.[1];
  if (ours === undefined) return prefix === '' ? local : `?:${local}`;
  return ours === '' ? local : `${ours}:${local}`;
}
