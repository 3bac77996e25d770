import type { BodyBlock, Situation, Week } from '@/utils/model';
import type { IntakeProblem } from './problem';

/** One brief as its source gives it, before ids are qualified and what the source left out is looked for. */
export interface Draft {
  /** The file it was in; '' where the source is one piece. */
  file: string;
  /** As the source says; null where it does not. */
  id: string | null;
  /** Shared by translations; null where the source does not say. */
  group: string | null;
  /** Plain text; '' where there is none. */
  title: string;
  summary: string;
  body: readonly BodyBlock[];
  /** As the source gives it; only http and https are kept. */
  url: string | null;
  /** As written. */
  published: string | null;
  /** As written; decides which of two items with one id is kept. */
  updated: string | null;
  /** As the source says; '' where it does not. */
  lang: string;
  week: Week | null;
  situation: Situation | null;
  authors: readonly string[];
}

/** What a reader makes of one source. */
export interface DraftSource {
  /** '' where the source has none. */
  title: string;
  homePage: string | null;
  /** Of items that do not say their own; '' where unknown. */
  lang: string;
  drafts: readonly Draft[];
  /** What was left out or could not be understood; nothing that stands against keeping the rest. */
  notes: readonly IntakeProblem[];
}

/** A draft of which nothing is known but what is given. */
export function draftOf(given: Partial<Draft>): Draft {
  return {
    file: '',
    id: null,
    group: null,
    title: '',
    summary: '',
    body: [],
    url: null,
    published: null,
    updated: null,
    lang: '',
    week: null,
    situation: null,
    authors: [],
    ...given,
  };
}
