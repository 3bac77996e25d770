import type { BriefHead, Shrinking, Verdict } from '@/utils/model';
import type { SourceProblem } from './problem-words';

/** A brief of a source that is not kept yet, in the language its list is read in. */
export interface PreviewedBrief extends Pick<BriefHead, 'id' | 'title' | 'lang' | 'week' | 'date'> {
  verdict: Verdict | 'none';
  /** All its translations, this one included. */
  languages: readonly string[];
}

/** What a source would add. */
export interface Preview {
  /** The archive's title; its reader may change it. */
  title: string;
  /** Whether an archive with this title is there already, and what becomes of it. */
  replaces: 'nothing' | 'archive' | 'joined';
  /** What that archive would lose by it. */
  shrinking: Shrinking;
  /** Translations of one brief are counted once. */
  briefs: number;
  languages: readonly { lang: string; briefs: number }[];
  /** ISO 8601 dates of the first and last day; null without dated briefs. */
  weeks: { from: string; to: string } | null;
  verdicts: Readonly<Record<Verdict, number>>;
  /** Of the first few. */
  first: readonly PreviewedBrief[];
  problems: readonly SourceProblem[];
}

/** The columns of a table, by the field of a brief that each holds. */
export interface Columns {
  headings: readonly string[];
  chosen: Readonly<Partial<Record<ColumnField, string>>>;
}

export const COLUMN_FIELDS = [
  'title',
  'body',
  'summary',
  'date',
  'week',
  'situation',
  'reason',
  'lang',
  'group',
  'url',
  'authors',
  'id',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Where somebody stands who brings briefs in. */
export type Step =
  | { step: 'choosing' }
  /** `of` is 0 before the number of files is known. */
  | { step: 'reading'; name: string; files: number; of: number }
  | { step: 'refused'; name: string; problems: readonly SourceProblem[]; columns: Columns | null }
  | { step: 'previewing'; name: string; preview: Preview; columns: Columns | null }
  | { step: 'adding'; name: string; preview: Preview; columns: Columns | null; keeping: Keeping };

/** How far the briefs are on their way into storage. */
export type Keeping = { step: 'finding' | 'storing'; briefs: number; of: number } | { step: 'indexing' };

export interface Adding {
  sheet: 'open' | 'closed';
  now: Step;
}

export interface AddingUse {
  onOpen: () => void;
  /** Out of the way; what was read stays for when it is opened again. */
  onClose: () => void;
  onFiles: (files: readonly File[]) => void;
  /** Files and folders that were let go over the page. */
  onDrop: (dropped: DataTransfer) => void;
  /** Stops the reading or the adding, or lets go of what was read. */
  onCancel: () => void;
  onTitle: (title: string) => void;
  onColumn: (field: ColumnField, heading: string | null) => void;
  onAdd: () => void;
}
