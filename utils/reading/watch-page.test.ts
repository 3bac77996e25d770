// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Watch, watchPage } from '.';

/** Times at which a watched page was read, in ms from the start. */
let reads: number[];
let found: 'changed' | 'same';
let readingMs: number;
let watch: Watch;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  [reads, found, readingMs] = [[], 'changed', 0];
  document.body.replaceChildren('Talks');
  watch = watchPage(document, {
    now: () => Date.now(),
    onChange: async () => {
      reads.push(Date.now());
      await vi.advanceTimersByTimeAsync(readingMs);
      return found;
    },
  });
});

afterEach(() => {
  watch.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('when a watched page is read again', () => {
  it('not without a change', async () => {
    expect(await after(60_000)).toEqual([]);
    expect(watch.isBehind()).toBe(false);
  });

  it('once things are quiet', async () => {
    change();
    await after(200);
    change();
    expect(watch.isBehind()).toBe(true);
    expect(await after(5_000)).toEqual([500]);
    expect(watch.isBehind()).toBe(false);
  });

  it.each<[string, () => void]>([
    ['text', () => document.body.firstChild && (document.body.firstChild.textContent = 'Other talks')],
    ['what is shown', () => document.body.setAttribute('class', 'open')],
    ['the address', () => window.dispatchEvent(new Event('popstate'))],
    ['the word of its keeper', () => watch.look()],
  ])('a change of %s', async (_, act) => {
    act();
    expect(await after(1_000)).toHaveLength(1);
  });

  it('an attribute that shows nothing is no change', async () => {
    document.body.setAttribute('data-count', '1');
    expect(await after(1_000)).toEqual([]);
  });

  it('seldom, when it never rests', async () => {
    await changeFor(10_000);
    expect(reads.length).toBeGreaterThanOrEqual(3);
    expect(reads.length).toBeLessThanOrEqual(6);
  });

  it('ever more rarely, when it says nothing new', async () => {
    found = 'same';
    await changeFor(60_000);
    expect(reads.length).toBeLessThanOrEqual(12);
    expect(Math.max(...reads.slice(1).map((at, index) => at - (reads[index] ?? 0)))).toBeLessThanOrEqual(6_500);
  });

  it('the more rarely, the longer a reading takes', async () => {
    readingMs = 200;
    await changeFor(30_000);
    expect(reads.length).toBeLessThanOrEqual(4);
  });

  it('never while hidden, but as soon as it is shown', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    change();
    expect(await after(60_000)).toEqual([]);
    expect(vi.getTimerCount(), 'nothing ticks meanwhile').toBe(0);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await after(1_000)).toHaveLength(1);
  });

  it('never again once stopped', async () => {
    change();
    watch.stop();
    change();
    expect(await after(60_000)).toEqual([]);
  });
});

function change(): void {
  document.body.append('.');
}

async function changeFor(ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    change();
    await vi.advanceTimersByTimeAsync(50);
  }
}

async function after(ms: number): Promise<number[]> {
  await vi.advanceTimersByTimeAsync(ms);
  return reads;
}
