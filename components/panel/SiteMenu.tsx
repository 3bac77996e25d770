import { Check, ChevronDown, FilePlus, Globe, Pause, Play, RotateCcw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import type { SiteState } from '@/utils/model';

export interface SiteActs {
  readPage: () => void;
  /** Adds the page to the reader's own archive. */
  addPage: () => void;
  /** Opens the PDF at an address in our own reader, in the place of the browser's. */
  readPdf: (address: string) => void;
  /** Asks the browser for a site, or with null for all, and reads the page then. Nothing is watched by it. */
  allow: (host: string | null) => void;
  watchSite: (host: string) => void;
  watchAll: () => void;
  stopWatching: (host: string | null) => void;
  /** Reads nothing without being asked for so many minutes; null goes on. */
  pause: (minutes: number | null) => void;
}

/** A pause somebody takes to read something of their own. */
const PAUSE_MINUTES = 60;

/** How we stand with the site of the page, and what can be done about it; without acts it only says so. */
export function SiteMenu({ site, acts }: { site: SiteState; acts: SiteActs | null }): JSX.Element {
  const { host, watch } = site;
  const isWatched = watch === 'watched' || watch === 'all';
  const state = isWatched ? t('watching') : watch === 'paused' ? t('paused') : t('readOnce');
  if (!acts)
    return (
      <span className="site-state" data-watch={watch}>
        <span className="site-dot" aria-hidden="true" />
        {state}
      </span>
    );
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="site-state"
        data-watch={watch}
        aria-label={t('siteState', { host: host ?? '', state })}
      >
        <span className="site-dot" aria-hidden="true" />
        {state}
        <ChevronDown size={14} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Item className="menu-item" onSelect={acts.readPage}>
            <RotateCcw size={16} aria-hidden="true" />
            {t('readAgain')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={acts.addPage}>
            <FilePlus size={16} aria-hidden="true" />
            {t('addPage')}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-rule" />
          {host !== null && watch !== 'paused' && (
            <DropdownMenu.CheckboxItem
              className="menu-item"
              checked={isWatched}
              onCheckedChange={(checked) => (checked ? acts.watchSite(host) : acts.stopWatching(host))}
            >
              <Globe size={16} aria-hidden="true" />
              <span className="menu-text">{t('watchHost', { host })}</span>
              <MenuCheck />
            </DropdownMenu.CheckboxItem>
          )}
          <DropdownMenu.CheckboxItem
            className="menu-item"
            checked={watch === 'all'}
            onCheckedChange={(checked) => (checked ? acts.watchAll() : acts.stopWatching(null))}
          >
            <Globe size={16} aria-hidden="true" />
            <span className="menu-text">{t('watchAll')}</span>
            <MenuCheck />
          </DropdownMenu.CheckboxItem>
          {(isWatched || watch === 'paused') && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <DropdownMenu.Item
                className="menu-item"
                onSelect={() => acts.pause(watch === 'paused' ? null : PAUSE_MINUTES)}
              >
                {watch === 'paused' ? <Play size={16} aria-hidden="true" /> : <Pause size={16} aria-hidden="true" />}
                {t(watch === 'paused' ? 'resume' : 'pauseHour')}
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function MenuCheck(): JSX.Element {
  return (
    <DropdownMenu.ItemIndicator className="menu-check">
      <Check size={16} aria-hidden="true" />
    </DropdownMenu.ItemIndicator>
  );
}
