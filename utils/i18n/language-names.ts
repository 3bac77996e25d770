const OWN_NAMES: Readonly<Record<string, string>> = { en: 'English', be: 'Беларуская', ru: 'Русский' };

/** A language's name in itself: "English", "Беларуская". A tag nobody has a name for stays as it is. */
export function languageName(tag: string): string {
  const own = OWN_NAMES[tag];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Archives come from anywhere: a tag that is none ("russian!") is shown as it was written.
    return tag;
  }
}
