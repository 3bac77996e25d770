import { type JSX, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { type HandUse, Panel } from '@/components/panel/Panel';
import type { SiteActs } from '@/components/panel/SiteMenu';
import { Welcome, type WhenToRead } from '@/components/welcome/Welcome';
import { spoken } from '@/utils/i18n';
import { askBackground } from '@/utils/messaging';
import { ALL_SITES, interfaceLanguage, originsOf, parseSite } from '@/utils/settings';
import type { PanelStore } from '@/utils/stores';
import { DEMO } from './demo-article';
import { type Demo, readDemo } from './read-demo';

/** The demo is no page of anybody: what would ask the browser does nothing there. */
const NO_ACTS: SiteActs = {
  readPage: () => undefined,
  readPdf: () => undefined,
  addPage: () => undefined,
  allow: () => undefined,
  watchSite: () => undefined,
  watchAll: () => undefined,
  stopWatching: () => undefined,
  pause: () => undefined,
};

/** The first-run page with what only an entrypoint may do: read, mark, ask the browser for sites. */
export function WelcomePage(): JSX.Element {
  const article = useRef<HTMLElement>(null);
  const [demo, setDemo] = useState<Demo | null>(null);
  const [outcome, setOutcome] = useState<'open' | 'ready' | 'refused'>('open');
  const language = spoken();
  const story = DEMO[language];

  useEffect(() => {
    let current: Demo | null = null;
    let isGone = false;
    const element = article.current;
    if (!element) return undefined;
    void readDemo(element, story).then((read) => {
      if (!read.ok) return;
      if (isGone) read.value.stop();
      else setDemo((current = read.value));
    });
    return () => {
      isGone = true;
      current?.stop();
      setDemo(null);
    };
  }, [story]);

  const watch = async (asked: Promise<boolean>, hosts: readonly (string | null)[]): Promise<void> => {
    if (!(await asked.catch(() => false))) return setOutcome('refused');
    for (const host of hosts) await askBackground('watch', { host, watch: 'on' });
    setOutcome('ready');
  };
  // The browser is asked first: after an await the click no longer counts.
  const start = (when: WhenToRead, sites: readonly string[]): void => {
    if (when === 'click') return setOutcome('ready');
    if (when === 'all') return void watch(browser.permissions.request({ origins: [ALL_SITES] }), [null]);
    void watch(browser.permissions.request({ origins: sites.flatMap(originsOf) }), sites);
  };
  return (
    <Welcome
      language={language}
      outcome={outcome}
      story={story}
      articleRef={article}
      siteOf={(text) => {
        const site = parseSite(text);
        return site.ok ? (site.value.split('/')[0] ?? null) : null;
      }}
      onLanguage={(chosen) => void interfaceLanguage.setValue(chosen)}
      onStart={start}
      onLater={() => setOutcome('ready')}
    >
      {demo && <DemoPanel store={demo.store} />}
    </Welcome>
  );
}

/** The demo has no notebook and no dossiers: nothing that is tried here is kept. */
const NO_HAND: HandUse = {
  pinned: new Set(),
  done: null,
  onPin: () => undefined,
  onEntity: () => undefined,
  onNotes: () => undefined,
};

function DemoPanel({ store }: { store: PanelStore }): JSX.Element {
  return (
    <Panel
      state={useStore(store)}
      acts={NO_ACTS}
      notice="none"
      said={null}
      onUndoSaid={null}
      over={null}
      hand={NO_HAND}
      onCite={() => undefined}
      onSaid={() => undefined}
      onSettings={() => void browser.runtime.openOptionsPage()}
    />
  );
}
