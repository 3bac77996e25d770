import { type JSX, useEffect, useMemo, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { useStore } from 'zustand';
import { writeClipboard } from '@/components/common/write-clipboard';
import { type CiteHow, copiedWord } from '@/components/panel/CiteMenu';
import { Dossier } from '@/components/panel/Dossier';
import { Panel } from '@/components/panel/Panel';
import { Welcome, type WhenToRead } from '@/components/welcome/Welcome';
import { spoken, t } from '@/utils/i18n';
import { askBackground } from '@/utils/messaging';
import { ALL_SITES, interfaceLanguage, originsOf, parseSite, searchPageOf } from '@/utils/settings';
import { createDossierStore, type PanelStore } from '@/utils/stores';
import { DEMO } from './demo-article';
import { type Demo, readDemo } from './read-demo';

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

/** The panel as it stands beside a page, but with no notebook and nothing to correct: what is tried here is not kept. */
function DemoPanel({ store }: { store: PanelStore }): JSX.Element {
  const state = useStore(store);
  const { about, lookInto, openBrief } = state;
  const dossierStore = useMemo(() => createDossierStore(), []);
  const dossier = useStore(dossierStore);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (about === null) dossierStore.getState().close();
    else void dossierStore.getState().open(about, null);
  }, [about, dossierStore]);
  const cite = async (kind: CiteHow, of: { id: string; passage: string | null }): Promise<void> => {
    const [opened, { clippingOf }] = await Promise.all([
      askBackground('openBrief', { id: of.id, tabId: null }),
      import('@/utils/citing'),
    ]);
    if (!opened.ok) return setSaid(t('copyRefused'));
    const clipping = clippingOf({ ...opened.value.brief, source: opened.value.source }, { kind, passage: of.passage });
    setSaid((await writeClipboard(clipping)) === 'copied' ? t('copied', { what: copiedWord(kind) }) : t('copyRefused'));
  };
  return (
    <Panel
      state={state}
      acts={null}
      notice="none"
      said={said}
      onUndoSaid={null}
      over={
        about !== null && (
          <Dossier
            state={dossier}
            backTo={t('backBriefing')}
            hand="bound"
            foot={null}
            use={{
              onOpenBrief: (id, cameFor) => void openBrief(id, { cameFor }),
              onOpenEntity: lookInto,
              onBack: () => lookInto(null),
            }}
          />
        )
      }
      hand={{ pinned: NOTHING_PINNED, done: null, onEntity: lookInto }}
      onCite={(how, of) => void cite(how, of)}
      onSaid={() => setSaid(null)}
      more={{
        onAll: (query) => void browser.tabs.create({ url: searchPageOf(query) }),
        onDigest: () => void browser.tabs.create({ url: browser.runtime.getURL('/digest.html') }),
        onSettings: () => void browser.runtime.openOptionsPage(),
      }}
    />
  );
}

const NOTHING_PINNED: ReadonlySet<string> = new Set();
