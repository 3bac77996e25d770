import { expect, vi } from 'vitest';
import { done, type PageState } from '@/utils/model';
import { createPanelStore, type PanelStore } from '@/utils/stores';
import { ready, sampleBriefing } from './samples';

/** A background that answers when the test says so. */
export function slowWire(kept = new Map<number, unknown>()): {
  store: PanelStore;
  /** Answers the oldest question that is still open for this word. */
  answer: (word: string, reply: unknown) => Promise<void>;
  asked: { word: string; payload: unknown }[];
  told: { tabId: number; word: string; payload: unknown }[];
} {
  const open: { word: string; reply: (value: unknown) => void }[] = [];
  const asked: { word: string; payload: unknown }[] = [];
  const told: { tabId: number; word: string; payload: unknown }[] = [];
  const store = createPanelStore({
    askBackground: ((word: string, payload: unknown) => {
      asked.push({ word, payload });
      return new Promise((reply) => open.push({ word, reply }));
    }) as never,
    askPage: (async (tabId: number, word: string, payload: unknown) => {
      told.push({ tabId, word, payload });
      return done(null);
    }) as never,
    readView: async (tabId) => kept.get(tabId) ?? null,
    writeView: async (tabId, view) => void kept.set(tabId, structuredClone(view)),
    readBriefs: { getValue: async () => [], setValue: async () => undefined },
  });
  return {
    store,
    asked,
    told,
    answer: async (word, reply) => {
      const place = open.findIndex((question) => question.word === word);
      expect(place, `nobody asked "${word}"`).toBeGreaterThanOrEqual(0);
      open.splice(place, 1)[0]?.reply(reply);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

/** A page that was read, by its title. */
export function titled(title: string): PageState {
  const page = { ...sampleBriefing().page, title, url: `https://dispatch.example/${title}` };
  return ready({ page });
}
