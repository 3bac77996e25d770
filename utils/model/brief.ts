/** Unique over all archives: `<archive>/<id in its file>`. */
export type BriefId = string;
export type ArchiveId = string;

/** ISO 8601 dates (YYYY-MM-DD), Monday and Sunday of the week a brief is about. */
export interface Week {
  from: string;
  to: string;
}

export type Verdict = 'improved' | 'unchanged' | 'worsened';

/** An analyst's judgement of the week, with its one-line reason. */
export interface Situation {
  verdict: Verdict;
  reason: string;
}

/** What lists, ranking and charts need of a brief; its body is read only when somebody opens it. */
export interface BriefHead {
  id: BriefId;
  archiveId: ArchiveId;
  /** Briefs of one group are translations of each other. Unique over all archives, like an id. */
  group: string;
  /** BCP 47. */
  lang: string;
  week: Week | null;
  /** ISO 8601 date, where a source gives no week. */
  date: string | null;
  title: string;
  situation: Situation | null;
  summary: string;
  /** Declared by the archive, or found in the body. */
  entities: readonly string[];
  /** Where the brief stands at its source; http or https. */
  url: string | null;
  authors: readonly string[];
}

export type BodyKind = 'paragraph' | 'heading' | 'listItem' | 'quote' | 'tableRow';

/** A run of text in one style. Joined, the spans of a block are its text; offsets count UTF-16 code units in it. */
export interface Span {
  text: string;
  strong?: true;
  emphasis?: true;
  /** http, https or mailto; anything else is dropped at intake. */
  href?: string;
}

/** A body is blocks of spans, never HTML: it can carry no script, style, image or frame, and opening it makes no request. */
export interface BodyBlock {
  kind: BodyKind;
  spans: readonly Span[];
}

export interface Brief extends BriefHead {
  body: readonly BodyBlock[];
}

/** The text that offsets into a body block count in. */
export function textOf(block: BodyBlock): string {
  return block.spans.map((span) => span.text).join('');
}
