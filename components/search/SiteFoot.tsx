import { FilePlus, Settings } from 'lucide-react';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import type { PageState } from '@/utils/model';
import { Button, IconButton } from '../common/Button';
import { OnOff } from '../common/OnOff';

/** The site in front: how we stand with it, its switch, and what can be done with the page. */
export function SiteFoot({
  page,
  onReadPage,
  onReadPdf,
  onWatch,
  onBriefing,
  onAddPage,
  onSettings,
}: {
  page: PageState | null;
  onReadPage: () => void;
  onReadPdf: (address: string) => void;
  onWatch: (host: string, watch: 'on' | 'off') => void;
  onBriefing: () => void;
  onAddPage: () => void;
  onSettings: () => void;
}): JSX.Element {
  const host = page?.site.host ?? null;
  const watch = page?.site.watch ?? 'unknown';
  return (
    <footer className="site-foot">
      {host !== null && (
        <span className="site-letter" aria-hidden="true">
          {host.slice(0, 1).toUpperCase()}
        </span>
      )}
      <span className="site-foot-main">
        {host !== null && <span className="site-foot-host">{host}</span>}
        <span className="site-foot-state">{stateOf(page)}</span>
      </span>
      {page?.status === 'ready' && <Button onClick={onBriefing}>{t('backBriefing')}</Button>}
      {page?.status === 'pdf' && <Button onClick={() => onReadPdf(page.address)}>{t('readPdf')}</Button>}
      {page?.status === 'unread' && <Button onClick={onReadPage}>{t('readPage')}</Button>}
      {host !== null && watch !== 'unknown' && watch !== 'paused' && !isClosed(page) && (
        <OnOff
          label={t('watchHost', { host })}
          value={watch === 'watched' || watch === 'all' ? 'on' : 'off'}
          onChange={(want) => onWatch(host, want)}
        />
      )}
      {(page?.status === 'ready' || page?.status === 'unread') && (
        <IconButton label={t('addPage')} onClick={onAddPage}>
          <FilePlus size={16} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton label={t('settings')} onClick={onSettings}>
        <Settings size={16} aria-hidden="true" />
      </IconButton>
    </footer>
  );
}

function stateOf(page: PageState | null): string {
  if (page === null) return '';
  if (isClosed(page)) return t('cannotRead');
  if (page.status === 'pdf') return t('pdfTitle');
  switch (page.site.watch) {
    case 'watched':
      return t('watching');
    case 'all':
      return `${t('watching')}: ${t('allSites').toLocaleLowerCase()}`;
    case 'paused':
      return t('paused');
    case 'personal':
      return page.status === 'ready' ? t('readOnce') : t('personal');
    case 'off':
      return page.status === 'ready' ? t('readOnce') : t('off');
    case 'unknown':
      return t('notRead');
  }
}

function isClosed(page: PageState | null): boolean {
  return page?.status === 'failed' && page.error === 'not-readable';
}
