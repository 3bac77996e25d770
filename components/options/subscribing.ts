import type { Source } from '@/utils/model';
import type { Preview } from './adding';
import type { SourceFailureKind } from './failure-words';
import type { SourceProblem } from './problem-words';

/** A source that an address leads to. */
export interface OfferedSource {
  source: Source;
  /** As its page calls it; '' where it does not. */
  title: string;
}

/** Where somebody stands who subscribes. */
export type SourceStep =
  | { step: 'asking'; amiss: 'nothing' | 'not-an-address' | 'no-permission' }
  | { step: 'looking' }
  /** Empty where nothing was found. */
  | { step: 'choosing'; sources: readonly OfferedSource[]; amiss: 'nothing' | 'no-permission' }
  /** `of` is 0 before the number of pages is known. */
  | { step: 'reading'; address: string; x: number; of: number }
  | { step: 'failed'; kind: SourceFailureKind; detail: string; problems: readonly SourceProblem[] }
  | { step: 'previewing' | 'adding'; address: string; preview: Preview }
  | { step: 'subscribed'; title: string; briefs: number; nextIssue: string | null };

export const ADD_TABS = ['file', 'source', 'page'] as const;
export type AddTab = (typeof ADD_TABS)[number];

export interface Subscribing {
  /** Which way of adding is in front. */
  tab: AddTab;
  /** As typed. */
  address: string;
  now: SourceStep;
}

export interface SubscribingUse {
  onTab: (tab: AddTab) => void;
  onAddress: (typed: string) => void;
  onLook: () => void;
  onSource: (source: Source) => void;
  /** Stops the fetching, or lets go of what was read. */
  onStopLooking: () => void;
  onSourceTitle: (title: string) => void;
  onSubscribe: () => void;
}
