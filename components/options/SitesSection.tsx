import { Toast } from 'radix-ui';
import { type JSX, useState } from 'react';
import { t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';
import { Button } from '../common/Button';
import { OnOff } from '../common/OnOff';

/** How long an undo is offered; it waits while it is pointed at or has the focus. */
const UNDO_MS = 10_000;

/** The sites whose pages are read without being asked. Removing one gives its permission back, and can be undone. */
export function SitesSection({
  watched,
  onWatch,
}: {
  watched: OptionsState['watched'];
  onWatch: (host: string | null, watch: 'on' | 'off') => void;
}): JSX.Element {
  const [removed, setRemoved] = useState<string | null>(null);
  return (
    <Toast.Provider duration={UNDO_MS} label={t('sites')}>
      <section>
        <h1 className="options-title written">{t('sites')}</h1>
        <p className="options-intro">{t('sitesIntro')}</p>
        <ul className="options-list">
          <li>
            <span className="options-row-main">
              {t('allSites')}
              <span className="options-row-more">{t('allSitesText')}</span>
            </span>
            <OnOff label={t('watchAll')} value={watched.all} onChange={(want) => onWatch(null, want)} />
          </li>
          {watched.hosts.map((host) => (
            <li key={host}>
              <span className="site-letter" aria-hidden="true">
                {host.slice(0, 1).toUpperCase()}
              </span>
              <span className="options-row-main">{host}</span>
              <Button
                aria-label={t('removeSite', { name: host })}
                onClick={() => {
                  setRemoved(host);
                  onWatch(host, 'off');
                }}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
        {watched.all === 'off' && watched.hosts.length === 0 && <p className="options-intro">{t('noSites')}</p>}
      </section>
      <Toast.Root className="toast" open={removed !== null} onOpenChange={(open) => !open && setRemoved(null)}>
        <Toast.Title>{t('siteRemoved', { name: removed ?? '' })}</Toast.Title>
        <Toast.Action
          asChild
          altText={t('undo')}
          onClick={() => {
            if (removed !== null) onWatch(removed, 'on');
          }}
        >
          <button type="button" className="toast-act">
            {t('undo')}
          </button>
        </Toast.Action>
      </Toast.Root>
      <Toast.Viewport className="toasts" />
    </Toast.Provider>
  );
}
