import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Preview } from '@/components/options/adding';
import type { SourceStep, Subscribing, SubscribingUse } from '@/components/options/subscribing';
import {
  addressTyped,
  appendBriefs,
  type Collected,
  type CollectFailure,
  collectSource,
  findSources,
  nextIssue,
  type Reach,
} from '@/utils/intake';
import type { ArchiveContents, ArchiveId, Result, Source, SourceMarks } from '@/utils/model';
import { lastDay } from '@/utils/ranking';
import { archiveIdFor, underId } from './archive-id';
import { originsFor } from './origins-for';
import { previewOf } from './preview-source';

/** Qualifies ids while a source is read: which archive it will be is known only with its title. */
const INCOMING = 'incoming';

/** Longest title, in UTF-16 code units: two lines of a list. */
const MAX_TITLE = 160;

/** What subscribing needs of the rest of the page. */
export interface SubscribingNeeds {
  archives: () => readonly { id: ArchiveId; title: string }[];
  /** Dearest first. */
  languages: () => readonly string[];
  /** What an archive holds; null where it is not there, or cannot be had. */
  contents: (id: ArchiveId) => Promise<ArchiveContents | null>;
  /** `address`: of the source it came from. */
  put: (contents: ArchiveContents, address: string) => Promise<'kept' | 'refused'>;
  subscribe: (to: { archiveId: ArchiveId; source: Source; marks: SourceMarks }) => Promise<Result<null, string>>;
  /** Asks the browser; to be called in a click, before anything is awaited. */
  permit: (origins: string[]) => Promise<boolean>;
  reach: Pick<Reach, 'fetch' | 'pauseMs'>;
  /** ms since 1970. */
  now: () => number;
}

export type SourceStore = StoreApi<Subscribing & SubscribingUse>;

/** A source that was read, and is not kept yet. */
interface Held {
  source: Source;
  collected: Collected;
}

/**
 * How somebody subscribes. The source is fetched here in the page, where its reader sees it coming and can stop it; the background takes over
 * once it is subscribed to.
 */
export function createSourceStore(needs: SubscribingNeeds): SourceStore {
  let held: Held | null = null;
  let work = new AbortController();

  return createStore<Subscribing & SubscribingUse>((set, get) => {
    const show = (now: SourceStep): void => set({ now });

    const begin = (): AbortSignal => {
      work.abort();
      work = new AbortController();
      held = null;
      return work.signal;
    };
    const reachFor = (signal: AbortSignal): Reach => ({ ...needs.reach, signal, now: needs.now() });
    const fail = ({ kind, detail, problems }: CollectFailure): void => show({ step: 'failed', kind, detail, problems });

    const preview = (): Preview | null => {
      if (!held) return null;
      const { collected } = held;
      const { replaces } = archiveIdFor(collected.incoming.contents.title, needs.archives());
      const joins = replaces === 'archive' && collected.holds === 'latest';
      const { contents, notes } = collected.incoming;
      return previewOf(
        { title: contents.title, heads: contents.briefs, notes },
        { languages: needs.languages(), replaces: joins ? 'joined' : replaces },
      );
    };

    const read = async (source: Source, signal: AbortSignal): Promise<void> => {
      const { address } = source;
      const collected = await collectSource(source, {
        reach: reachFor(signal),
        archiveId: INCOMING,
        onProgress: ({ x, of }) => {
          if (!signal.aborted) show({ step: 'reading', address, x, of });
        },
      });
      if (signal.aborted) return;
      if (!collected.ok) return fail(collected.error);
      const { contents } = collected.value.incoming;
      const titled = { ...contents, title: (contents.title.trim() || new URL(address).host).slice(0, MAX_TITLE) };
      held = { source, collected: { ...collected.value, incoming: { ...collected.value.incoming, contents: titled } } };
      const shown = preview();
      if (shown) show({ step: 'previewing', address, preview: shown });
    };

    const look = async (address: string, permitted: Promise<boolean>): Promise<void> => {
      const signal = begin();
      show({ step: 'looking' });
      const isPermitted = await permitted.catch(() => false);
      if (signal.aborted) return;
      if (!isPermitted) return show({ step: 'asking', amiss: 'no-permission' });
      const found = await findSources(address, reachFor(signal));
      if (signal.aborted) return;
      if (!found.ok) return fail(found.error);
      const [only] = found.value;
      // One on its own server needs no choice; one elsewhere needs another click, for the browser's question.
      if (only && found.value.length === 1 && isPermittedWith(only.source.address, address))
        return read(only.source, signal);
      show({ step: 'choosing', sources: found.value, amiss: 'nothing' });
    };

    const choose = async (source: Source, permitted: Promise<boolean>): Promise<void> => {
      const before = get().now;
      const signal = begin();
      const isPermitted = await permitted.catch(() => false);
      if (signal.aborted) return;
      if (isPermitted) return read(source, signal);
      if (before.step === 'choosing') show({ ...before, amiss: 'no-permission' });
    };

    const subscribe = async (before: Extract<SourceStep, { step: 'previewing' | 'adding' }>): Promise<void> => {
      if (!held) return;
      const { source, collected } = held;
      const title = collected.incoming.contents.title.trim();
      const { id, replaces } = archiveIdFor(title, needs.archives());
      const incoming = underId(collected.incoming.contents, { id, title });
      const there = replaces === 'archive' ? await needs.contents(id) : null;
      const contents = there ? appendBriefs(there, { incoming, holds: collected.holds }).contents : incoming;
      if ((await needs.put(contents, source.address)) === 'refused') return show(before);
      const subscribed = await needs.subscribe({ archiveId: id, source, marks: collected.marks });
      if (!subscribed.ok) return show(before);
      held = null;
      const today = new Date(needs.now()).toISOString().slice(0, 10);
      const days = contents.briefs.map((brief) => brief.date ?? lastDay(brief));
      set({ address: '' });
      show({
        step: 'subscribed',
        title,
        briefs: new Set(contents.briefs.map(({ group }) => group)).size,
        nextIssue: nextIssue(days, today)?.next ?? null,
      });
    };

    return {
      tab: 'file',
      address: '',
      now: { step: 'asking', amiss: 'nothing' },
      onTab: (tab) => set({ tab }),
      onAddress: (address) => {
        set({ address });
        const { now } = get();
        if (now.step === 'asking' && now.amiss !== 'nothing') show({ step: 'asking', amiss: 'nothing' });
      },
      onLook: () => {
        const address = addressTyped(get().address);
        if (address === null) return show({ step: 'asking', amiss: 'not-an-address' });
        void look(address, needs.permit(originsFor(address)));
      },
      onSource: (source) => void choose(source, needs.permit(originsFor(source.address))),
      onStopLooking: () => {
        begin();
        show({ step: 'asking', amiss: 'nothing' });
      },
      onSourceTitle: (title) => {
        const { now } = get();
        if (!held || now.step !== 'previewing') return;
        const { collected } = held;
        const incoming = { ...collected.incoming, contents: { ...collected.incoming.contents, title } };
        held = { ...held, collected: { ...collected, incoming } };
        const shown = preview();
        if (shown) show({ ...now, preview: shown });
      },
      onSubscribe: () => {
        const { now } = get();
        if (now.step !== 'previewing') return;
        show({ ...now, step: 'adding' });
        void subscribe(now);
      },
    };
  });
}

/** Whether the permission for one address holds for another. */
function isPermittedWith(address: string, permitted: string): boolean {
  const origins = originsFor(permitted);
  return originsFor(address).every((origin) => origins.includes(origin));
}
