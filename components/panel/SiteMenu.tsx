import { ChevronDown, Eye, Globe, X } from 'lucide-react';
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
            <Eye size={16} aria-hidden="true" />
            {t('readPage')}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-rule" />
          {host !== null && watch !== 'all' && (
            <DropdownMenu.Item
              className="menu-item"
              onSelect={() => (watch === 'watched' ? acts.stopWatching(host) : acts.watchSite(host))}
            >
              {watch === 'watched' ? <X size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
              {watch === 'watched' ? t('removeSite', { name: host }) : t('watchSite')}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => (watch === 'all' ? acts.stopWatching(null) : acts.watchAll())}
          >
            <Globe size={16} aria-hidden="true" />
            {watch === 'all' ? t('removeSite', { name: t('allSites') }) : t('watchAll')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
