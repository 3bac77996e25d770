// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import starter from '.';

let hidden: { mockReturnValue(value: boolean): unknown };
let sent: unknown[];
let answers: (object | null)[];

beforeEach(() => {
  vi.useFakeTimers();
  hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  [sent, answers] = [[], []];
  vi.stubGlobal('browser', {
    runtime: {
      sendMessage: async (message: unknown) => {
        sent.push(message);
        const answer = answers.length > 0 ? answers.shift() : { ok: true, value: null };
        if (answer === null) throw new Error('The message channel closed before a response was received.');
        return answer;
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const show = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

it('asks for the reader, once', async () => {
  void starter.main();
  show();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([{ to: 'background-from-page', word: 'shown', payload: { url: document.URL } }]);
});

it('is silent in a hidden tab until it is shown', async () => {
  hidden.mockReturnValue(true);
  void starter.main();
  show();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toEqual([]);
  hidden.mockReturnValue(false);
  show();
  expect(sent).toHaveLength(1);
});

it('put in again while it waits, there is still one of it', () => {
  hidden.mockReturnValue(true);
  for (let time = 0; time < 3; time++) void starter.main();
  hidden.mockReturnValue(false);
  show();
  expect(sent).toHaveLength(1);
});

it('asks again where the background was stopped before it answered, and no more than three times', async () => {
  answers = [null, { ok: true, value: null }];
  void starter.main();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(2);
  answers = [null, null, null, null];
  void starter.main();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(5);
});

it('says nothing where its extension is gone', async () => {
  vi.stubGlobal('browser', {
    runtime: {
      sendMessage: () => {
        throw new Error('Extension context invalidated.');
      },
    },
  });
  void starter.main();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(vi.getTimerCount()).toBe(0);
});

it.each(['image/svg+xml', 'application/pdf', 'application/json'])('leaves %s in silence', (type) => {
  vi.spyOn(document, 'contentType', 'get').mockReturnValue(type);
  void starter.main();
  expect(sent).toEqual([]);
});
