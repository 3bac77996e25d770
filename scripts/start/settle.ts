import { setTimeout as sleep } from 'node:timers/promises';
import type { PageState } from '@/utils/model';

/** A briefing that has not changed for so long is taken as done. The demo pages add a paragraph 1.5 s after they load. */
const QUIET_MS = 2_500;
const AT_MOST_MS = 20_000;
const PAUSE_MS = 250;

/** Asks until the page's briefing stands still, and gives the last state: ready, or whatever it was when time was up. */
export async function settledState(ask: () => Promise<PageState>): Promise<PageState> {
  const end = Date.now() + AT_MOST_MS;
  let state = await ask();
  let since = Date.now();
  while (Date.now() < end) {
    await sleep(PAUSE_MS);
    const next = await ask();
    if (JSON.stringify(next) !== JSON.stringify(state)) since = Date.now();
    state = next;
    const isDone = state.status !== 'reading' && state.status !== 'unread';
    if (isDone && Date.now() - since >= QUIET_MS) break;
  }
  return state;
}
