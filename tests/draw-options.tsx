import { vi } from 'vitest';
import type { OptionsState, UpdatesState } from '@/utils/stores';
import { click, draw, find, focus } from './draw';
import type { Adding } from '@/components/options/adding';
import { Options, type OptionsUse } from '@/components/options/Options';
import type { Subscribing } from '@/components/options/subscribing';

const ACTS = [
  'onLanguage', 'onTheme', 'onMarks', 'onStarter', 'onWatch', 'onSites', 'onPause', 'onExportSites', 'siteOf',
  'listOf', 'onAgain', 'onExport', 'onRemove', 'onUndo', 'onSettle', 'onOpen', 'onClose', 'onFiles', 'onCancel',
  'onTitle', 'onColumn', 'onAdd', 'onTab', 'onAddress', 'onLook', 'onSource', 'onStopLooking', 'onSourceTitle',
  'onSubscribe', 'onUpdate', 'onAnswer', 'onStopUpdates', 'onUndoStop', 'onSettleStop', 'onNotice', 'onRemember',
  'onForget', 'onDigest', 'onOpmlFile', 'onOpmlSubscribe', 'onOpmlLetGo', 'onOpmlExport', 'onUpdatesAgain', 'onDrop', 'onChoose',
] as const; // prettier-ignore
const SUBSCRIBING: Subscribing = { tab: 'file', address: '', now: { step: 'asking', amiss: 'nothing' } };
const UPDATES: UpdatesState = {
  subscriptions: [],
  silent: 'no',
  notice: 'off',
  remember: 'on',
  remembered: 0,
  stopped: null,
  opml: null,
};

const spy = () => vi.fn();

/** The options as they are drawn, open at a section; or the sheet for adding over them. */
export async function drawn(
  section: string,
  change: Partial<OptionsState> = {},
  adding: Adding = { sheet: 'closed', now: { step: 'choosing' } },
): Promise<{ view: HTMLElement; use: Record<keyof OptionsUse, ReturnType<typeof vi.fn>> }> {
  const use = Object.fromEntries(ACTS.map((act) => [act, spy()])) as Record<
    (typeof ACTS)[number],
    ReturnType<typeof spy>
  >;
  const state: OptionsState = {
    archives: [],
    watched: { all: 'off', hosts: [], except: [], pausedUntil: null },
    language: 'auto',
    theme: 'system',
    marks: { painted: 'on', style: 'full', which: 'all', card: 'on', ticks: 'off' },
    silent: 'no',
    undoable: null,
    refused: null,
    ...change,
  };
  const view = await draw(
    <Options
      state={state}
      adding={adding}
      subscribing={SUBSCRIBING}
      updates={UPDATES}
      entities={null}
      keyboard={null}
      backup={null}
      use={use}
      version="1.2.3"
    />,
  );
  if (adding.sheet === 'open') return { view, use };
  const tab = find(view, '[role=tab]', section);
  // Radix chooses a tab when it gets the focus.
  await focus(tab);
  await click(tab);
  return { view, use };
}

/** An archive with nothing remarkable about it. */
export const ARCHIVE: NonNullable<OptionsState['archives']>[number] = {
  id: 'a',
  title: 'Desk',
  briefs: 2,
  languages: ['en'],
  weeks: null,
  installedAt: 5,
  size: 2_240_000,
  source: { kind: 'file', name: 'desk.json', files: 1 },
  use: 'on',
  marks: 'in-pages',
  state: 'whole',
};

/** Text as it is read: our no-break spaces are for the eye. */
export const plain = (element: Element | null): string =>
  (element?.textContent ?? '').replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ').trim();
