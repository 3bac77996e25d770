import { FileText } from 'lucide-react';
import { type DragEvent, type JSX, type ReactNode, useRef } from 'react';
import { type MessageKey, number, t } from '@/utils/i18n';
import { Button } from '../common/Button';
import { Logo } from '../common/Glyphs';
import { Notice, StateView } from '../common/StateView';

/** Why a PDF is not shown. `no-text`: its pages are pictures. */
export type ViewerFailure = 'no-access' | 'not-a-pdf' | 'too-large' | 'locked' | 'damaged' | 'no-text';

export type ViewerState =
  /** Nothing was asked for: a file can be chosen. */
  | { step: 'empty' }
  /** Fetched or read; `share` of its pages, 0..1. */
  | { step: 'opening'; share: number }
  | { step: 'failed'; failure: ViewerFailure }
  | { step: 'open'; title: string; pages: number };

export interface ViewerUse {
  onFile: (file: File) => void;
  onBriefing: () => void;
}

const FAILURES: Readonly<Record<ViewerFailure, readonly [MessageKey, MessageKey]>> = {
  'no-access': ['pdfNoAccess', 'pdfNoAccessText'],
  'not-a-pdf': ['pdfNot', 'pdfNotText'],
  'too-large': ['pdfTooLarge', 'pdfTooLargeText'],
  locked: ['pdfLocked', 'pdfLockedText'],
  damaged: ['pdfDamaged', 'pdfDamagedText'],
  'no-text': ['pdfNoText', 'pdfNoTextText'],
};

/** The frame around a PDF's pages: what it is, the way to its briefing and to its source, and what to do when it cannot be shown. */
export function ViewerFrame({
  state,
  source,
  use,
  children,
}: {
  state: ViewerState;
  /** The address the PDF came from; null for a file that was chosen. */
  source: string | null;
  use: ViewerUse;
  /** Where the pages are drawn. */
  children: ReactNode;
}): JSX.Element {
  const take = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) use.onFile(file);
  };
  return (
    <div className="viewer" onDragOver={(event) => event.preventDefault()} onDrop={take}>
      <header className="viewer-bar">
        <Logo size={20} />
        <h1 className="viewer-title">{state.step === 'open' ? state.title : t('pdfReader')}</h1>
        {state.step === 'open' && <span className="viewer-pages">{t('pdfPages', { n: state.pages })}</span>}
        {source !== null && (
          <a className="button" data-kind="plain" href={source} rel="noreferrer">
            {t('openSource')}
          </a>
        )}
        {state.step === 'open' && (
          <Button kind="main" onClick={use.onBriefing}>
            {t('backBriefing')}
          </Button>
        )}
      </header>
      <main className="viewer-main">
        <Above state={state} use={use} />
        {children}
      </main>
    </div>
  );
}

function Above({ state, use }: { state: ViewerState; use: ViewerUse }): JSX.Element | null {
  switch (state.step) {
    case 'open':
      return null;
    case 'opening':
      return (
        <p className="viewer-note" role="status">
          {t('readingNow')} {state.share > 0 && `${number(Math.round(state.share * 100))} %`}
        </p>
      );
    case 'empty':
      return (
        <div className="viewer-note">
          <StateView picture="unread" title={t('pdfReader')} text={t('pdfDrop')} promise="shown">
            <FileButton use={use} />
          </StateView>
        </div>
      );
    case 'failed': {
      const [title, text] = FAILURES[state.failure];
      return (
        <div className="viewer-note">
          <Notice kind={state.failure === 'no-text' ? 'note' : 'failure'} title={t(title)} text={t(text)}>
            {state.failure !== 'no-text' && <FileButton use={use} />}
          </Notice>
        </div>
      );
    }
  }
}

function FileButton({ use }: { use: ViewerUse }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept=".pdf,application/pdf"
        aria-label={t('pdfChoose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) use.onFile(file);
        }}
      />
      <Button kind="main" onClick={() => field.current?.click()}>
        <FileText size={16} aria-hidden="true" />
        {t('pdfChoose')}
      </Button>
    </>
  );
}
