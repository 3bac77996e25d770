import { Eye, RotateCcw } from 'lucide-react';
import type { JSX } from 'react';
import { type MessageKey, t } from '@/utils/i18n';
import type { PageFailure, PageState, SiteState } from '@/utils/model';
import { Button } from '../common/Button';
import { CopyReport } from '../common/CopyReport';
import { Notice, StateView } from '../common/StateView';
import type { SiteActs } from './SiteMenu';
import { useLong } from './use-long';

/** Everything the panel shows instead of a briefing, each with what can be done. */
export function PageStates({
  page,
  acts,
  onStarter,
  onAgain,
}: {
  page: Exclude<PageState, { status: 'ready' }>;
  acts: SiteActs;
  onStarter: () => void;
  onAgain: () => void;
}): JSX.Element {
  switch (page.status) {
    case 'reading':
      return <Reading />;
    case 'archive-empty':
      return (
        <StateView picture="empty" title={t('empty')} text={t('emptyText')}>
          <Button kind="main" onClick={onStarter}>
            {t('putStarter')}
          </Button>
        </StateView>
      );
    case 'pdf':
      return (
        <StateView picture="unread" title={t('pdfTitle')} text={t('pdfText')} promise="shown">
          <Button kind="main" onClick={() => acts.readPdf(page.address)}>
            <Eye size={16} aria-hidden="true" />
            {t('readPdf')}
          </Button>
        </StateView>
      );
    case 'unread':
      return <Unread host={page.site.host} watch={page.site.watch} acts={acts} />;
    case 'failed':
      return <Failure error={page.error} onAgain={onAgain} />;
  }
}

function Reading(): JSX.Element {
  const long = useLong('yes');
  return (
    <p className="reading-line" role="status">
      {long === 'yes' && t('readingNow')}
    </p>
  );
}

/** The background does not answer at all. */
export function Silent({ onAgain }: { onAgain: () => void }): JSX.Element {
  return (
    <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
      <Button onClick={onAgain}>
        <RotateCcw size={14} aria-hidden="true" />
        {t('tryAgain')}
      </Button>
      <CopyReport failure="no-answer" />
    </Notice>
  );
}

/** The click gave no access: says what the browser would be asked for, before it is. */
export function AskForSite({
  host,
  onAllow,
}: {
  host: string | null;
  onAllow: (host: string | null) => void;
}): JSX.Element {
  return (
    <Notice kind="note" title={t('cannotRead')} text={host === null ? t('askAllText') : t('askHostText', { host })}>
      <Button onClick={() => onAllow(host)}>{host === null ? t('allowAll') : t('allowHost', { host })}</Button>
    </Notice>
  );
}

function Unread({
  host,
  watch,
  acts,
}: {
  host: string | null;
  watch: SiteState['watch'];
  acts: SiteActs;
}): JSX.Element {
  const [title, text] = unreadWords(host, watch);
  return (
    <StateView picture="unread" title={t(title)} text={t(text)} promise="shown">
      <Button kind="main" onClick={acts.readPage}>
        <Eye size={16} aria-hidden="true" />
        {t('readPage')}
      </Button>
      {watch === 'paused' && (
        <Button kind="roomy" onClick={() => acts.pause(null)}>
          {t('resume')}
        </Button>
      )}
      {host !== null && (watch === 'off' || watch === 'personal') && (
        <Button kind="roomy" onClick={() => acts.watchSite(host)}>
          {t('watchSite')}
        </Button>
      )}
      {(watch === 'off' || watch === 'unknown' || watch === 'watched') && (
        <Button kind={host === null ? 'roomy' : 'quiet'} onClick={acts.watchAll}>
          {t('watchAll')}
        </Button>
      )}
    </StateView>
  );
}

function unreadWords(host: string | null, watch: SiteState['watch']): [MessageKey, MessageKey] {
  if (host === null) return ['notRead', 'notReadText'];
  switch (watch) {
    case 'off':
    case 'unknown':
      return ['notWatched', 'notWatchedText'];
    case 'paused':
      return ['pausedTitle', 'pausedPageText'];
    case 'personal':
      return ['personalTitle', 'personalPageText'];
    case 'watched':
    case 'all':
      // It was open before it was watched, or before an update: only its permission is not missing.
      return ['pageSilent', 'pageSilentText'];
  }
}

function Failure({ error, onAgain }: { error: PageFailure; onAgain: () => void }): JSX.Element {
  if (error === 'not-readable') return <Notice kind="closed" title={t('notReadable')} text={t('notReadableText')} />;
  const [title, text] = {
    'disk-full': [t('failed'), t('failedText')],
    'archive-unreadable': [t('failed'), t('unreadableText')],
    'page-silent': [t('pageSilent'), t('pageSilentText')],
  }[error] as [string, string];
  return (
    <Notice kind="failure" title={title} text={text}>
      <Button onClick={onAgain}>
        <RotateCcw size={14} aria-hidden="true" />
        {t('tryAgain')}
      </Button>
      <CopyReport failure={error} />
    </Notice>
  );
}
