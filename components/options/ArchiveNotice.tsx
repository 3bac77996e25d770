import type { JSX } from 'react';
import { type MessageKey, t } from '@/utils/i18n';
import type { ArchiveFailure, OptionsState } from '@/utils/stores';
import { CopyReport } from '../common/CopyReport';
import { Notice } from '../common/StateView';

type Refused = NonNullable<OptionsState['refused']>;

const TITLES: Readonly<Record<Refused['act'], MessageKey>> = {
  add: 'notAdded',
  remove: 'notRemoved',
  choose: 'notChosen',
  export: 'notExported',
  'back-up': 'notBackedUp',
  restore: 'notRestored',
  undo: 'notUndone',
};

/** Each says what happened, what is safe, and what to do. */
const TEXTS: Readonly<Record<ArchiveFailure, MessageKey>> = {
  'disk-full': 'failedText',
  'archive-unreadable': 'unreadableText',
  'no-answer': 'noAnswerText',
};

/** What could not be done with an archive. */
export function ArchiveNotice({ refused: { act, cause } }: { refused: Refused }): JSX.Element {
  return (
    <Notice kind="failure" title={t(TITLES[act])} text={t(TEXTS[cause])}>
      <CopyReport failure={`${act}: ${cause}`} />
    </Notice>
  );
}
