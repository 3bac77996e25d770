import { Check, Download, Ellipsis, FileText, Folder, Globe, Lock, Package, Rss, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { JSX } from 'react';
import { day, languageName, number, t } from '@/utils/i18n';
import type { ArchiveChoice } from '@/utils/model';
import type { OptionsState } from '@/utils/stores';
import { languageCode } from '../common/BriefMeta';
import { IconButton } from '../common/Button';
import { OnOff } from '../common/OnOff';
import { monthsText } from './PreviewView';
import { UpdateButton, type UpdatesUse, UpdateTrouble } from './UpdatesSection';

/** What can be done with one archive. */
export interface ArchiveTableUse {
  onChoose: (id: string, choice: ArchiveChoice) => void;
  onExport: (id: string) => void;
  onRemove: (id: string) => void;
  onUpdate: UpdatesUse['onUpdate'];
}

type Subscription = Parameters<UpdatesUse['onUpdate']>[0];

type Summary = NonNullable<OptionsState['archives']>[number];
type Kind = NonNullable<Summary['source']>['kind'];

const GLYPHS = { starter: Package, file: FileText, folder: Folder, feed: Rss, pages: Globe } as const satisfies Record<
  Kind,
  unknown
>;

/** The archives in storage: what they hold, where they came from and when, whether they take part. */
export function ArchiveTable({
  archives,
  subscriptions,
  use,
}: {
  archives: readonly Summary[];
  subscriptions: readonly Subscription[];
  use: ArchiveTableUse;
}): JSX.Element {
  return (
    <table className="options-table">
      <thead>
        <tr>
          <th scope="col">{t('archive')}</th>
          <th scope="col">{t('briefs')}</th>
          <th scope="col">{t('lastUpdate')}</th>
          <th scope="col">{t('size')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {archives.map((archive) => (
          <ArchiveRow
            key={archive.id}
            archive={archive}
            subscription={subscriptions.find(({ archiveId }) => archiveId === archive.id) ?? null}
            use={use}
          />
        ))}
      </tbody>
    </table>
  );
}

function ArchiveRow({
  archive,
  subscription,
  use,
}: {
  archive: Summary;
  /** How it updates by itself; null where it does not. */
  subscription: Subscription | null;
  use: ArchiveTableUse;
}): JSX.Element {
  const { id, title, briefs, languages, weeks, installedAt, size, marks, state } = archive;
  const Glyph = GLYPHS[archive.source?.kind ?? 'file'];
  const from = [sourceText(archive), weeks ? monthsText(weeks) : ''].filter((part) => part !== '').join(' · ');
  return (
    <tr data-use={archive.use}>
      <th scope="row">
        <span className="archive-name">
          <Glyph size={16} aria-hidden="true" />
          <span>
            {title}
            {from !== '' && <span className="options-row-more">{from}</span>}
            {marks === 'panel-only' && (
              <span className="archive-badge">
                <Lock size={12} aria-hidden="true" />
                {t('isPrivate')}
              </span>
            )}
            {archive.use === 'off' && <span className="options-row-more">{t('notInUse')}</span>}
            {state === 'damaged' && <span className="archive-warning">{t('damagedText')}</span>}
            {subscription && <UpdateTrouble subscription={subscription} />}
          </span>
        </span>
      </th>
      <td data-of="briefs">
        {number(briefs)}
        <span className="options-row-more">
          {languages.map((lang) => (
            <abbr key={lang} title={languageName(lang)}>
              {languageCode(lang)}{' '}
            </abbr>
          ))}
        </span>
      </td>
      <td data-of="update">
        {day(dayOf(installedAt))}
        {subscription?.state === 'live' && (
          <span className="options-row-more">
            {t('nextUpdate')}: {day(subscription.nextIssue ?? dayOf(subscription.dueAt))}
          </span>
        )}
      </td>
      <td data-of="size">{t('megabytes', { n: megabytes(size) })}</td>
      <td data-of="acts">
        <span className="archive-acts">
          {subscription && (
            <UpdateButton subscription={subscription} title={title} onUpdate={() => use.onUpdate(subscription)} />
          )}
          <OnOff
            label={t('useArchive', { name: title })}
            value={archive.use}
            onChange={(want) => use.onChoose(id, { use: want, marks })}
          />
          <ArchiveMenu archive={archive} use={use} />
        </span>
      </td>
    </tr>
  );
}

function ArchiveMenu({ archive, use }: { archive: Summary; use: ArchiveTableUse }): JSX.Element {
  const { id, title, marks } = archive;
  const isPanelOnly = marks === 'panel-only';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('moreOf', { name: title })}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.CheckboxItem
            className="menu-item"
            checked={isPanelOnly}
            onCheckedChange={() =>
              use.onChoose(id, { use: archive.use, marks: isPanelOnly ? 'in-pages' : 'panel-only' })
            }
          >
            <Lock size={16} aria-hidden="true" />
            <span className="menu-text">
              {t('isPrivate')}
              <span className="options-row-more menu-more">{t('panelOnlyText')}</span>
            </span>
            <DropdownMenu.ItemIndicator className="menu-check">
              <Check size={16} aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.CheckboxItem>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item className="menu-item" onSelect={() => use.onExport(id)}>
            <Download size={16} aria-hidden="true" />
            {t('export')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={() => use.onRemove(id)}>
            <Trash2 size={16} aria-hidden="true" />
            {t('remove')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function sourceText({ source }: Summary): string {
  if (!source) return '';
  if (source.kind === 'starter') return t('starterComes');
  return source.files > 1 ? t('folderOf', { name: source.name, n: source.files }) : source.name;
}

/** One decimal, and never less than 0.1: nothing takes no room. */
function megabytes(bytes: number): number {
  return Math.max(0.1, Math.round(bytes / 100_000) / 10);
}

/** The reader's own calendar day of a moment in milliseconds since 1970, as an ISO 8601 date. */
function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (part: number): string => `${part}`.padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
