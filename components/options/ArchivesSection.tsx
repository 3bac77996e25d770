import { Download, Ellipsis, Plus, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { JSX } from 'react';
import { day, languageName, number, t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';
import { languageCode } from '../common/BriefMeta';
import { Button, IconButton } from '../common/Button';
import { Notice, StateView } from '../common/StateView';
import type { Adding, AddingUse } from './adding';
import { AddSheet } from './AddSheet';
import { ArchiveNotice } from './ArchiveNotice';
import { monthsText } from './PreviewView';
import type { Subscribing, SubscribingUse } from './subscribing';
import { UndoProvider, UndoToast } from './UndoToast';

export interface ArchivesUse {
  onStarter: () => void;
  onAgain: () => void;
  onExport: (id: string) => void;
  onRemove: (id: string) => void;
  onUndo: () => void;
  onSettle: () => void;
}

/** The archive that ships with us. */
const STARTER = 'starter';

type Summary = NonNullable<OptionsState['archives']>[number];

/** The archives that are in storage, and the way to more of them. */
export function ArchivesSection({
  state: { archives, silent, undoable, refused },
  adding,
  subscribing,
  use,
}: {
  state: OptionsState;
  adding: Adding;
  subscribing: Subscribing;
  use: ArchivesUse & AddingUse & SubscribingUse;
}): JSX.Element {
  const isEmpty = archives?.length === 0;
  const lacksStarter = archives?.every(({ id }) => id !== STARTER) === true;
  return (
    <UndoProvider label={t('archives')}>
      <section>
        <header className="options-head">
          <div>
            <h1 className="options-title written">{t('archives')}</h1>
            <p className="options-intro">{t('archivesIntro')}</p>
          </div>
          {archives !== null && (
            <Button kind="main" onClick={use.onOpen}>
              <Plus size={16} aria-hidden="true" />
              {t('addBriefs')}
            </Button>
          )}
        </header>
        {silent === 'yes' && (
          <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
            <Button onClick={use.onAgain}>{t('tryAgain')}</Button>
          </Notice>
        )}
        {refused && (refused.act !== 'add' || adding.sheet === 'closed') && <ArchiveNotice refused={refused} />}
        {isEmpty && (
          <StateView picture="empty" title={t('empty')} text={t('emptyText')}>
            <Button onClick={use.onStarter}>{t('putStarter')}</Button>
          </StateView>
        )}
        {archives && !isEmpty && <ArchiveTable archives={archives} use={use} />}
        {lacksStarter && !isEmpty && (
          <div className="state-acts">
            <Button onClick={use.onStarter}>{t('putStarter')}</Button>
          </div>
        )}
      </section>
      <AddSheet adding={adding} subscribing={subscribing} refused={refused} use={use} />
      <UndoToast
        done={undoable && t(undoable.act, { name: undoable.name })}
        onUndo={use.onUndo}
        onSettle={use.onSettle}
      />
    </UndoProvider>
  );
}

function ArchiveTable({ archives, use }: { archives: readonly Summary[]; use: ArchivesUse }): JSX.Element {
  return (
    <table className="options-table">
      <thead>
        <tr>
          <th scope="col">{t('archive')}</th>
          <th scope="col">{t('briefs')}</th>
          <th scope="col">{t('weeks')}</th>
          <th scope="col">{t('lastUpdate')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {archives.map((archive) => (
          <tr key={archive.id}>
            <th scope="row">
              {archive.title}
              {archive.id === STARTER && <span className="options-row-more">{t('starterComes')}</span>}
            </th>
            <td>
              {number(archive.briefs)}
              <span className="options-row-more">
                {archive.languages.map((lang) => (
                  <abbr key={lang} title={languageName(lang)}>
                    {languageCode(lang)}{' '}
                  </abbr>
                ))}
              </span>
            </td>
            <td>{archive.weeks && monthsText(archive.weeks)}</td>
            <td>{day(dayOf(archive.installedAt))}</td>
            <td>
              <ArchiveMenu archive={archive} use={use} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ArchiveMenu({ archive: { id, title }, use }: { archive: Summary; use: ArchivesUse }): JSX.Element {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('moreOf', { name: title })}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
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

/** The reader's own calendar day of a moment in milliseconds since 1970, as an ISO 8601 date. */
function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (part: number): string => `${part}`.padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
