import { Check, ChevronDown, Globe, RotateCcw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import type { SiteState } from '@/utils/model';

export interface SiteActs {
  readPage: () => void;
  watchSite: (host: string) => void;
  watchAll: () => void;
  stopWatching: (host: string | null) => void;
}

/** How we stand with the site of the page, and what can be done about it. */
export function SiteMenu({ site, acts }: { site: SiteState; acts: SiteActs }): JSX.Element {
  const { host, watch } = site;
  const state = watch === 'watched' || watch === 'all' ? t('watching') : t('readOnce');
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
          <DropdownMenu.Separator className="menu-rule" />
          {host !== null && watch !== 'all' && (
            <DropdownMenu.CheckboxItem
              className="menu-item"
              checked={watch === 'watched'}
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
