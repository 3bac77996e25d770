import { CalendarDays, Ellipsis, Library, Settings } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import { IconButton } from '../common/Button';

export interface MoreUse {
  /** Everything in the archives, week by week; with a text, all that it finds. */
  onAll: (query: string) => void;
  onDigest: () => void;
  onSettings: () => void;
}

/** What leads out of the panel. */
export function MoreMenu({ use }: { use: MoreUse }): JSX.Element {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('more')}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Item className="menu-item" onSelect={() => use.onAll('')}>
            <Library size={16} aria-hidden="true" />
            {t('allBriefs')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={use.onDigest}>
            <CalendarDays size={16} aria-hidden="true" />
            {t('openDigest')}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item className="menu-item" onSelect={use.onSettings}>
            <Settings size={16} aria-hidden="true" />
            {t('settings')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
