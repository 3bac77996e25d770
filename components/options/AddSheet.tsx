import { Eye, File, Folder, Lock, Rss, X } from 'lucide-react';
import { Dialog, Tabs } from 'radix-ui';
import { type JSX, type ReactNode, useRef } from 'react';
import { type MessageKey, t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';
import { Button, IconButton } from '../common/Button';
import { Notice } from '../common/StateView';
import type { Adding, AddingUse, Keeping, Step } from './adding';
import { ArchiveNotice } from './ArchiveNotice';
import { ColumnChoice } from './ColumnChoice';
import { PreviewView } from './PreviewView';
import { ProblemList } from './ProblemList';
import { SourceFoot, SourceTab } from './SourceTab';
import { ADD_TABS, type AddTab, type Subscribing, type SubscribingUse } from './subscribing';
import { TabList } from './TabList';
import { useOpener } from './use-opener';

const TABS = [
  { tab: 'file', label: 'fromFile', Icon: File },
  { tab: 'source', label: 'fromFeed', Icon: Rss },
  { tab: 'page', label: 'fromPage', Icon: Eye },
] as const satisfies readonly { tab: AddTab; label: MessageKey; Icon: unknown }[];

/** Brings briefs in, from files or from an address: look at what is there, then add. Nothing is kept before that. */
export function AddSheet({
  adding: { sheet, now },
  subscribing,
  refused,
  use,
}: {
  adding: Adding;
  subscribing: Subscribing;
  refused: OptionsState['refused'];
  use: AddingUse & SubscribingUse;
}): JSX.Element {
  const opener = useOpener();
  return (
    <Dialog.Root open={sheet === 'open'} onOpenChange={(open) => (open ? use.onOpen() : use.onClose())}>
      <Dialog.Portal>
        <Dialog.Content className="sheet" aria-describedby={undefined} {...opener}>
          <header className="sheet-head">
            <Dialog.Title className="options-title written">{t('addTitle')}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={t('close')}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </Dialog.Close>
          </header>
          <Tabs.Root
            className="sheet-tabs"
            value={subscribing.tab}
            onValueChange={(chosen) => use.onTab(ADD_TABS.find((tab) => tab === chosen) ?? 'file')}
          >
            <TabList className="sheet-nav" aria-label={t('addTitle')}>
              {TABS.map(({ tab, label, Icon }) => (
                <Tabs.Trigger key={tab} value={tab} className="sheet-tab" data-tab={tab}>
                  <Icon size={16} aria-hidden="true" />
                  {t(label)}
                </Tabs.Trigger>
              ))}
            </TabList>
            <Tabs.Content className="sheet-body" value="file">
              <Now now={now} use={use} />
            </Tabs.Content>
            <Tabs.Content className="sheet-body" value="source">
              <SourceTab subscribing={subscribing} use={use} />
            </Tabs.Content>
            <Tabs.Content className="sheet-body" value="page">
              <p>{t('fromPageText', { name: t('myPages') })}</p>
            </Tabs.Content>
            {subscribing.tab !== 'page' && !(subscribing.tab === 'source' && subscribing.now.step === 'subscribed') && (
              <footer className="sheet-foot">
                {refused?.act === 'add' && <ArchiveNotice refused={refused} />}
                {subscribing.tab === 'file' && <Foot now={now} use={use} />}
                {subscribing.tab === 'source' && <SourceFoot now={subscribing.now} use={use} />}
              </footer>
            )}
          </Tabs.Root>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Now({ now, use }: { now: Step; use: AddingUse }): JSX.Element {
  switch (now.step) {
    case 'choosing':
      return <Choosing onFiles={use.onFiles} />;
    case 'reading':
      return <Reading now={now} onCancel={use.onCancel} />;
    case 'refused':
      return (
        <>
          <Choosing onFiles={use.onFiles} />
          <Source name={now.name} />
          <Notice kind="failure" title={t('nothingRead')} text={t('nothingReadText')} />
          <ProblemList problems={now.problems} />
          {now.columns && <ColumnChoice columns={now.columns} onColumn={use.onColumn} />}
        </>
      );
    case 'previewing':
    case 'adding':
      return (
        <>
          <Source name={now.name} />
          <PreviewView preview={now.preview} onTitle={use.onTitle} />
          {now.columns && <ColumnChoice columns={now.columns} onColumn={use.onColumn} />}
        </>
      );
  }
}

function Choosing({ onFiles }: { onFiles: AddingUse['onFiles'] }): JSX.Element {
  return (
    <section>
      <h3 className="section-head">{t('fromFile')}</h3>
      <p className="options-intro">{t('readsKinds')}</p>
      <div className="state-acts">
        <FileChoice of="files" onFiles={onFiles}>
          <File size={16} aria-hidden="true" />
          {t('chooseFiles')}
        </FileChoice>
        <FileChoice of="folder" onFiles={onFiles}>
          <Folder size={16} aria-hidden="true" />
          {t('chooseFolder')}
        </FileChoice>
      </div>
      <p className="options-intro">{t('orDrop')}</p>
      <p className="state-promise">
        <Lock size={14} aria-hidden="true" />
        {t('filesStay')}
      </p>
    </section>
  );
}

/** A button in the place of the browser's own, which speaks the browser's language. */
function FileChoice({
  of,
  onFiles,
  children,
}: {
  of: 'files' | 'folder';
  onFiles: AddingUse['onFiles'];
  children: ReactNode;
}): JSX.Element {
  const field = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <input
        ref={(input) => {
          field.current = input;
          if (of === 'folder') input?.setAttribute('webkitdirectory', ''); // React's types do not know it
        }}
        type="file"
        hidden
        multiple
        data-of={of}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = ''; // the same files can be chosen again once they were put right
        }}
      />
      <Button kind="roomy" onClick={() => field.current?.click()}>
        {children}
      </Button>
    </>
  );
}

function Source({ name }: { name: string }): JSX.Element {
  return (
    <p className="add-source">
      <File size={16} aria-hidden="true" />
      {name}
    </p>
  );
}

function Reading({
  now: { name, files, of },
  onCancel,
}: {
  now: Extract<Step, { step: 'reading' }>;
  onCancel: () => void;
}): JSX.Element {
  const text = of === 0 ? t('readingNow') : t('progress', { x: files, y: of });
  return (
    <>
      <div className="add-reading">
        <Source name={name} />
        <span className="add-count" role="status">
          {text}
        </span>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
      {of > 0 && <progress className="add-progress" aria-label={text} value={files} max={of} />}
    </>
  );
}

function Foot({ now, use }: { now: Step; use: AddingUse }): JSX.Element {
  const ready = now.step === 'previewing' || now.step === 'adding' ? now : null;
  return (
    <div className="sheet-acts">
      <p>
        {now.step === 'adding' ? <KeepingText keeping={now.keeping} /> : t('nothingKept')}
        {ready && ready.preview.problems.length > 0 && (
          <span className="add-problem">{t('problems', { n: ready.preview.problems.length })}</span>
        )}
      </p>
      {ready && (
        <>
          <Button kind="roomy" onClick={use.onCancel}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            disabled={ready.step === 'adding' || ready.preview.title.trim() === ''}
            onClick={use.onAdd}
          >
            {ready.step === 'adding'
              ? t('addingNow')
              : t(ready.preview.shrinking.kind === 'no' ? 'addN' : 'replaceAnyway', { n: ready.preview.briefs })}
          </Button>
        </>
      )}
      {now.step === 'adding' && <KeepingBar keeping={now.keeping} />}
    </div>
  );
}

function KeepingText({ keeping }: { keeping: Keeping }): JSX.Element {
  return <span role="status">{keeping.step === 'indexing' ? t('indexingNow') : doneOf(keeping)}</span>;
}

function doneOf({ step, briefs, of }: Exclude<Keeping, { step: 'indexing' }>): string {
  return t(step === 'finding' ? 'findingOf' : 'keepingOf', { x: briefs, y: of });
}

/** Whose share is not known has words only. */
function KeepingBar({ keeping }: { keeping: Keeping }): JSX.Element | null {
  if (keeping.step === 'indexing') return null;
  const { briefs, of } = keeping;
  return <progress className="add-progress" aria-label={doneOf(keeping)} value={briefs} max={Math.max(of, 1)} />;
}
