import { Download, FileClock, Upload } from 'lucide-react';
import { type JSX, useRef } from 'react';
import { type MessageKey, number, t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';
import { Button } from '../common/Button';
import { Notice } from '../common/StateView';
import { ArchiveNotice } from './ArchiveNotice';
import type { BackupFault, BackupStep, BackupSummary, BackupUse } from './backing';
import { UndoProvider, UndoToast } from '../common/UndoToast';

const FAULTS: Readonly<Record<BackupFault['kind'], MessageKey>> = {
  'not-a-backup': 'backupNotOne',
  'newer-version': 'backupNewer',
  damaged: 'backupDamaged',
  'cut-short': 'backupCut',
  'wrong-kind': 'backupWrong',
  'not-readable': 'problemNotReadable',
};

/** Saves everything as one file, and puts such a file back: looked at first, whole or not at all, with a way back. */
export function BackupSection({
  backup,
  state: { undoable, refused },
  use,
}: {
  backup: BackupStep;
  state: Pick<OptionsState, 'undoable' | 'refused'>;
  use: BackupUse & { onUndo: () => void; onSettle: () => void };
}): JSX.Element {
  const isBusy = backup.step === 'saving' || backup.step === 'restoring' || backup.step === 'checking';
  return (
    <UndoProvider label={t('backup')}>
      <section>
        <h1 className="options-title written">{t('backup')}</h1>
        <p className="options-intro">{t('backupIntro')}</p>
        <div className="state-acts backup-acts">
          <Button kind="main" disabled={isBusy} onClick={use.onBackUp}>
            <Download size={16} aria-hidden="true" />
            {t(backup.step === 'saving' ? 'savingBackup' : 'saveBackup')}
          </Button>
        </div>
        {refused && <ArchiveNotice refused={refused} />}
        <h2 className="section-head backup-head">{t('restore')}</h2>
        <p className="options-intro">{t('restoreIntro')}</p>
        <Restoring backup={backup} use={use} />
      </section>
      <UndoToast
        done={undoable && t(undoable.act, { name: undoable.name })}
        onUndo={undoable?.act === 'sameAlready' ? null : use.onUndo}
        onSettle={use.onSettle}
      />
    </UndoProvider>
  );
}

function Restoring({ backup, use }: { backup: BackupStep; use: BackupUse }): JSX.Element {
  switch (backup.step) {
    case 'ready':
    case 'saving':
      return <BackupChoice isBusy={backup.step === 'saving'} onFile={use.onBackupFile} />;
    case 'refused':
      return (
        <>
          <BackupChoice isBusy={false} onFile={use.onBackupFile} />
          <Fault name={backup.name} fault={backup.fault} />
        </>
      );
    case 'checking':
      return <Working name={backup.name} label="checkedShare" share={backup.share} onStop={use.onBackupLetGo} />;
    case 'looking':
      return (
        <>
          <Holds name={backup.name} summary={backup.summary} />
          <div className="state-acts">
            <Button kind="main" onClick={use.onRestore}>
              {t('restoreAll')}
            </Button>
            <Button kind="roomy" onClick={use.onBackupLetGo}>
              {t('cancel')}
            </Button>
          </div>
        </>
      );
    case 'restoring':
      return (
        <>
          <Holds name={backup.name} summary={backup.summary} />
          <Working name={backup.name} label="restoredShare" share={backup.share} onStop={use.onBackupLetGo} />
        </>
      );
  }
}

/** A button in the place of the browser's own, which speaks the browser's language. */
function BackupChoice({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }): JSX.Element {
  const field = useRef<HTMLInputElement | null>(null);
  return (
    <div className="state-acts">
      <input
        ref={field}
        type="file"
        hidden
        data-of="backup"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = ''; // the same file can be chosen again
        }}
      />
      <Button kind="roomy" disabled={isBusy} onClick={() => field.current?.click()}>
        <Upload size={16} aria-hidden="true" />
        {t('chooseBackup')}
      </Button>
    </div>
  );
}

function Fault({ name, fault: { kind, line, archive, field } }: { name: string; fault: BackupFault }): JSX.Element {
  const place = [archive, field].filter((part) => part !== '').join(' · ');
  return (
    <Notice kind="failure" title={t('notRestored')} text={`${t(FAULTS[kind], { line })} ${t('backupUnchanged')}`}>
      <p className="add-place">{[name, place].filter((part) => part !== '').join(' · ')}</p>
    </Notice>
  );
}

function Holds({ name, summary }: { name: string; summary: BackupSummary }): JSX.Element {
  const { archives, edits, notes, settings } = summary;
  return (
    <div className="backup-holds">
      <p className="add-source">
        <FileClock size={16} aria-hidden="true" />
        {name}
      </p>
      <dl className="add-figures">
        <Figure label="archives" count={archives.length} />
        <Figure label="edits" count={edits} />
        <Figure label="notes" count={notes} />
        <Figure label="settings" count={settings} />
      </dl>
      <ul className="add-list backup-archives">
        {archives.map(({ title, briefs }, place) => (
          <li key={place}>
            <span />
            <div>
              <p className="add-file">{title}</p>
              <p className="add-place">{t('nBriefs', { n: briefs })}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Figure({ label, count }: { label: MessageKey; count: number }): JSX.Element {
  return (
    <div>
      <dt>{t(label)}</dt>
      <dd>{number(count)}</dd>
    </div>
  );
}

/** The whole file is read before anything is put back, so its share is known. */
function Working({
  name,
  label,
  share,
  onStop,
}: {
  name: string;
  label: 'checkedShare' | 'restoredShare';
  share: number;
  onStop: () => void;
}): JSX.Element {
  const text = t(label, { share: Math.round(share * 100) });
  return (
    <>
      <div className="add-reading">
        <p className="add-source">{name}</p>
        <span className="add-count" role="status">
          {text}
        </span>
        <Button onClick={onStop}>{t('cancel')}</Button>
      </div>
      <progress className="add-progress" aria-label={text} value={share} max={1} />
    </>
  );
}
