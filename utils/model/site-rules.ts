/**
 * A site as people write it: `dispatch.example` with all its subdomains, or a part of it, `dispatch.example/news`.
 * Lower-case host in its ASCII form, path without query and without a slash or star at its end.
 */
export type SitePattern = string;

/** What the reader chose about sites. Only what the browser granted counts beside it. */
export interface SiteRules {
  /** Whether every site is read without being asked. */
  all: 'on' | 'off';
  /** Read without being asked. */
  hosts: readonly SitePattern[];
  /** Never read without being asked, whatever else is said. */
  except: readonly SitePattern[];
  /** Until when nothing is read without being asked, in milliseconds since 1970; null: not paused. */
  pausedUntil: number | null;
}
