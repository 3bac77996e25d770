/** How a page is watched; times in ms, each with a reason where it is given. */
export interface WatchNeeds {
  /** A clock in ms that only goes forward. */
  now: () => number;
  /** Reads again, and says whether the page's text was another. */
  onChange: () => Promise<'changed' | 'same'>;
}

/** A page being watched. */
export interface Watch {
  /** Counts as a change: the page is read again soon, or when its tab is shown. */
  look(): void;
  /** Does something to the page that is no change of it: what we add while it is shown. */
  quietly(act: () => void): void;
  /** Watches shadow trees and frames too, which the document's own records say nothing of; with the same one observer. */
  include(roots: readonly Node[]): void;
  /** Whether something changed that no reading has seen yet. */
  isBehind(): boolean;
  /** Ends watching; nothing is heard or called afterwards. */
  stop(): void;
}

const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['hidden', 'open', 'class', 'style'],
};

/** `load` does not bubble. */
const CAPTURE = true;

/** A page that is being built changes in bursts; this long without a change and it is worth reading. */
const QUIET_MS = 300;

/** A page that never rests is read this often at most. */
const SHORTEST_PAUSE_MS = 1_500;

/** A page that moves but says nothing new (tickers, players) is looked at ever more rarely, down to this. */
const LONGEST_PAUSE_MS = 6_000;

/** Reading may take one part in this many of a core: 2.5 %. */
const REST_FOR_WORK = 40;

/**
 * Calls `onChange` after the document's text, visibility or address changed: once things are quiet, seldom under endless change,
 * never while the tab is hidden and never twice at a time. One observer, one timer, two listeners.
 */
export function watchPage(document: Document, { now, onChange }: WatchNeeds): Watch {
  let state: 'idle' | 'waiting' | 'asleep' | 'reading' | 'stopped' = 'idle';
  let isDirty = false;
  let burstSince = 0;
  let changedAt = 0;
  let notBefore = 0;
  let pauseMs = SHORTEST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = document.defaultView;
  const observer = new MutationObserver(noticed);
  const events: [EventTarget | null | undefined, string][] = [
    [document, 'visibilitychange'],
    [view, 'popstate'],
    [view, 'hashchange'],
    [document, 'load'],
    [navigationOf(view), 'currententrychange'],
  ];

  // The document, not its root: pages do replace the root element.
  observer.observe(document, WATCHED);
  const included = new WeakSet<Node>();
  const roots: WeakRef<Node>[] = [];
  for (const [target, type] of events) target?.addEventListener(type, onEvent, CAPTURE);

  return {
    look: noticed,
    include(found) {
      for (const root of found) {
        if (included.has(root)) continue;
        included.add(root);
        roots.push(new WeakRef(root));
        if (state !== 'asleep') observer.observe(root, WATCHED);
      }
    },
    quietly(act) {
      if (observer.takeRecords().length > 0) noticed();
      act();
      observer.takeRecords();
    },
    isBehind() {
      if (observer.takeRecords().length > 0) noticed();
      return isDirty;
    },
    stop() {
      state = 'stopped';
      clearTimeout(timer);
      observer.disconnect();
      for (const [target, type] of events) target?.removeEventListener(type, onEvent, CAPTURE);
    },
  };

  function onEvent(event: Event): void {
    // Of all that loads, only a frame brings text.
    if (event.type === 'load' && !(event.target instanceof HTMLIFrameElement)) return;
    if (event.type !== 'visibilitychange') noticed();
    else if (isDirty) wait();
  }

  function noticed(): void {
    changedAt = now();
    if (!isDirty) burstSince = changedAt;
    isDirty = true;
    wait();
  }

  function wait(): void {
    if (state !== 'idle' || document.hidden) return;
    const rest = notBefore - now() - QUIET_MS;
    if (rest > 0) sleep(rest);
    else {
      state = 'waiting';
      timer = setTimeout(look, Math.max(QUIET_MS - (now() - changedAt), notBefore - now()));
    }
  }

  /** Something changed, and it will not be looked at for a while: until then every further record would cost and tell nothing. */
  function sleep(ms: number): void {
    state = 'asleep';
    observer.disconnect();
    timer = setTimeout(wake, ms);
  }

  function wake(): void {
    if (state !== 'asleep') return;
    observer.observe(document, WATCHED);
    for (const root of roots.map((each) => each.deref())) if (root) observer.observe(root, WATCHED);
    state = 'idle';
    wait();
  }

  function look(): void {
    if (state !== 'waiting') return;
    state = 'idle';
    // Endless change must not put reading off for ever.
    const isBusy = now() - changedAt < QUIET_MS && now() - burstSince < SHORTEST_PAUSE_MS;
    if (isBusy || document.hidden) wait();
    else void read();
  }

  async function read(): Promise<void> {
    state = 'reading';
    isDirty = false;
    const startedAt = now();
    const found = await onChange();
    if (isStopped()) return;
    pauseMs = found === 'changed' ? SHORTEST_PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    notBefore = now() + Math.max(pauseMs, REST_FOR_WORK * (now() - startedAt));
    state = 'idle';
    if (isDirty) wait();
  }

  // Asked by a function, because the compiler cannot know that `state` changes while we wait.
  function isStopped(): boolean {
    return state === 'stopped';
  }
}

/** The Navigation API tells of `history.pushState`, which no older event does. */
function navigationOf(view: Window | null): EventTarget | null {
  const navigation = view === null ? undefined : (view as { navigation?: unknown }).navigation;
  return navigation instanceof EventTarget ? navigation : null;
}
