import { vi } from 'vitest';
import { BriefingView } from '@/components/panel/BriefingView';
import type { PageState } from '@/utils/model';
import type { PanelActs, PanelState } from '@/utils/stores';
import { draw } from './draw';
import { ready } from './samples';

const acts = {
  allow: vi.fn(),
  readPage: vi.fn(),
  addPage: vi.fn(),
  readPdf: vi.fn(),
  watchSite: vi.fn(),
  watchAll: vi.fn(),
  stopWatching: vi.fn(),
  pause: vi.fn(),
};

/** What was asked of the cards of the last briefing drawn. */
export const cards = { onCite: vi.fn(), onLanguage: vi.fn(), onPin: vi.fn() };

/** Draws a briefing, with what it asks of the store as mocks. */
export async function drawBriefing(
  page: Extract<PageState, { status: 'ready' }> = ready(),
  change: Partial<PanelState> = {},
): Promise<{ view: HTMLElement; panel: Record<string, ReturnType<typeof vi.fn>>; onOpen: ReturnType<typeof vi.fn> }> {
  const panel = {
    choose: vi.fn(),
    chooseNone: vi.fn(),
    step: vi.fn(),
    light: vi.fn(),
    orderBy: vi.fn(),
    paint: vi.fn(),
    scrolledTo: vi.fn(),
    answerDoubt: vi.fn(),
  };
  const state = { selected: [], order: 'related', mention: null, asking: 'no', scroll: 0, ...change, ...panel };
  const onOpen = vi.fn();
  const view = await draw(
    <BriefingView
      state={state as unknown as PanelState & PanelActs}
      page={page}
      heights={new Map()}
      marks={{ read: change.read ?? [], pinned: new Set(['a/2-en']), shownAs: change.shownAs ?? {} }}
      acts={acts}
      cards={cards}
      onOpen={onOpen}
      onEntity={vi.fn()}
    />,
  );
  return { view, panel, onOpen };
}

/** The texts of some elements, as they are read: our no-break spaces are for the eye. */
export const textsOf = (view: HTMLElement, selector: string): string[] =>
  [...view.querySelectorAll(selector)].map((element) => (element.textContent ?? '').replaceAll('\u00a0', ' '));
