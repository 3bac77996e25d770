import { type JSX, useState } from 'react';
import { t, timeOfDay } from '@/utils/i18n';
import type { Result, SitePattern, SiteRules } from '@/utils/model';
import { Button } from '../common/Button';
import { OnOff } from '../common/OnOff';
import { SiteField } from './SiteField';
import { type SiteListRead, SiteListSheet } from './SiteListSheet';
import { UndoProvider, UndoToast } from '../common/UndoToast';

export interface SitesUse {
  onWatch: (host: SitePattern | null, watch: 'on' | 'off') => void;
  /** All rules at once; asks the browser for what they need. */
  onSites: (rules: SiteRules) => void;
  onPause: (minutes: number | null) => void;
  onExportSites: () => void;
  /** A site from what was typed. */
  siteOf: (typed: string) => Result<SitePattern, 'not-a-site'>;
  listOf: (text: string) => SiteListRead;
}

/** A pause somebody takes to read something of their own. */
const PAUSE_MINUTES = 60;

/** Which pages are read without being asked, and which never. Every act can be undone. */
export function SitesSection({ watched, use }: { watched: SiteRules; use: SitesUse }): JSX.Element {
  const [undoable, setUndoable] = useState<{ said: string; before: SiteRules } | null>(null);
  const change = (after: Partial<SiteRules>, said: string): void => {
    setUndoable({ said, before: watched });
    use.onSites({ ...watched, ...after });
  };
  const { hosts, except, pausedUntil } = watched;
  const without = (sites: readonly SitePattern[], site: SitePattern): SitePattern[] =>
    sites.filter((other) => other !== site);
  const isAny = watched.all === 'on' || hosts.length > 0;
  return (
    <UndoProvider label={t('sites')}>
      <section className="options-narrow">
        <div className="options-head">
          <h1 className="options-title written">{t('sites')}</h1>
          <span className="options-acts">
            <SiteListSheet
              read={use.listOf}
              onTake={({ all, hosts: more, except: never }) =>
                change(
                  {
                    all: all === 'on' ? 'on' : watched.all,
                    hosts: joined(hosts, more),
                    except: joined(except, never),
                  },
                  t('sitesTaken', { n: more.length + never.length }),
                )
              }
            />
            <Button onClick={use.onExportSites}>{t('export')}</Button>
          </span>
        </div>
        <p className="options-intro">{t('sitesIntro')}</p>
        <ul className="options-list">
          <li>
            <span className="options-row-main">
              {t('allSites')}
              <span className="options-row-more">{t('allSitesText')}</span>
            </span>
            <OnOff label={t('watchAll')} value={watched.all} onChange={(want) => use.onWatch(null, want)} />
          </li>
          {isAny && (
            <li>
              <span className="options-row-main">
                {pausedUntil === null ? t('pause') : t('pausedUntil', { time: timeOfDay(pausedUntil) })}
                <span className="options-row-more">{t('pauseText')}</span>
              </span>
              <Button onClick={() => use.onPause(pausedUntil === null ? PAUSE_MINUTES : null)}>
                {t(pausedUntil === null ? 'pauseHour' : 'resume')}
              </Button>
            </li>
          )}
          {hosts.map((host) => (
            <SiteRow
              key={host}
              site={host}
              onRemove={() => change({ hosts: without(hosts, host) }, t('siteRemoved', { name: host }))}
            />
          ))}
        </ul>
        {!isAny && <p className="options-intro">{t('noSites')}</p>}
        <SiteField
          label={t('addSite')}
          act={t('watchIt')}
          siteOf={use.siteOf}
          onSite={(site) => use.onWatch(site, 'on')}
        />

        <h2 className="options-part">{t('neverRead')}</h2>
        <p className="options-intro">{t('personalText')}</p>
        {except.length > 0 && (
          <ul className="options-list">
            {except.map((site) => (
              <SiteRow
                key={site}
                site={site}
                onRemove={() => change({ except: without(except, site) }, t('removed', { name: site }))}
              />
            ))}
          </ul>
        )}
        <SiteField
          label={t('addException')}
          act={t('leaveAlone')}
          siteOf={use.siteOf}
          onSite={(site) => change({ except: joined(except, [site]) }, t('siteExcepted', { name: site }))}
        />
      </section>
      <UndoToast
        done={undoable && undoable.said}
        onUndo={() => {
          if (undoable) use.onSites(undoable.before);
          setUndoable(null);
        }}
        onSettle={() => setUndoable(null)}
      />
    </UndoProvider>
  );
}

function SiteRow({ site, onRemove }: { site: SitePattern; onRemove: () => void }): JSX.Element {
  return (
    <li>
      <span className="site-letter" aria-hidden="true">
        {site.slice(0, 1).toUpperCase()}
      </span>
      <span className="options-row-main">{site}</span>
      <Button aria-label={t('removeSite', { name: site })} onClick={onRemove}>
        {t('remove')}
      </Button>
    </li>
  );
}

function joined(some: readonly SitePattern[], more: readonly SitePattern[]): SitePattern[] {
  return [...new Set([...some, ...more])].sort();
}
