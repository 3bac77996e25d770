import { type JSX, useState } from 'react';
import { t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';
import { Button } from '../common/Button';
import { OnOff } from '../common/OnOff';
import { UndoProvider, UndoToast } from './UndoToast';

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
    <UndoProvider label={t('sites')}>
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
      <UndoToast
        done={removed && t('siteRemoved', { name: removed })}
        onUndo={() => {
          if (removed !== null) onWatch(removed, 'on');
          setRemoved(null);
        }}
        onSettle={() => setRemoved(null)}
      />
    </UndoProvider>
  );
}
