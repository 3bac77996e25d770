import { Plus } from 'lucide-react';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import type { OptionsState, UpdatesState } from '@/utils/stores';
import { Button } from '../common/Button';
import { Notice, StateView } from '../common/StateView';
import type { Adding, AddingUse } from './adding';
import { AddSheet } from './AddSheet';
import { ArchiveNotice } from './ArchiveNotice';
import { ArchiveTable, type ArchiveTableUse } from './ArchiveTable';
import { DropZone } from './DropZone';
import type { Subscribing, SubscribingUse } from './subscribing';
import { UndoProvider, UndoToast } from '../common/UndoToast';

export interface ArchivesUse extends ArchiveTableUse {
  onStarter: () => void;
  onAgain: () => void;
  onUndo: () => void;
  onSettle: () => void;
}

/** The archive that ships with us. */
const STARTER = 'starter';

/** The archives that are in storage, and the way to more of them. */
export function ArchivesSection({
  state: { archives, silent, undoable, refused },
  adding,
  subscribing,
  subscriptions,
  use,
}: {
  state: OptionsState;
  adding: Adding;
  subscribing: Subscribing;
  /** What updates by itself. */
  subscriptions: NonNullable<UpdatesState['subscriptions']>;
  use: ArchivesUse & AddingUse & SubscribingUse;
}): JSX.Element {
  const isEmpty = archives?.length === 0;
  const lacksStarter = archives?.every(({ id }) => id !== STARTER) === true;
  return (
    <UndoProvider label={t('archives')}>
      <section>
        <header className="options-head">
          <div>
            <h1 className="options-title written">{t('archives')}</h1>
            <p className="options-intro">{t('archivesIntro')}</p>
          </div>
          {archives !== null && (
            <Button kind="main" onClick={use.onOpen}>
              <Plus size={16} aria-hidden="true" />
              {t('addBriefs')}
            </Button>
          )}
        </header>
        {silent === 'yes' && (
          <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
            <Button onClick={use.onAgain}>{t('tryAgain')}</Button>
          </Notice>
        )}
        {refused && (refused.act !== 'add' || adding.sheet === 'closed') && <ArchiveNotice refused={refused} />}
        {isEmpty && (
          <StateView picture="empty" title={t('empty')} text={t('emptyText')}>
            <Button onClick={use.onStarter}>{t('putStarter')}</Button>
          </StateView>
        )}
        {archives && !isEmpty && <ArchiveTable archives={archives} subscriptions={subscriptions} use={use} />}
        {lacksStarter && !isEmpty && (
          <div className="state-acts">
            <Button onClick={use.onStarter}>{t('putStarter')}</Button>
          </div>
        )}
      </section>
      <DropZone onDrop={use.onDrop} />
      <AddSheet adding={adding} subscribing={subscribing} refused={refused} use={use} />
      <UndoToast
        done={undoable && t(undoable.act, { name: undoable.name })}
        onUndo={undoable?.act === 'sameAlready' ? null : use.onUndo}
        onSettle={use.onSettle}
      />
    </UndoProvider>
  );
}
