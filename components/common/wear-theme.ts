/** Puts on the theme that the reader chose; every page of ours does so before it draws, and whenever the choice changes. */
export function wearTheme(theme: 'system' | 'light' | 'dark'): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
