import { isOnRange, type Marker, startMarking } from '@/utils/marking';
import { askBackground } from '@/utils/messaging';
import { type Block, type Briefing, done, failed, isInDoubt, type PageText, type Result } from '@/utils/model';
import { rangeOf, readPage } from '@/utils/reading';
import { createPanelStore, type PanelStore, type Wire } from '@/utils/stores';
import { type DemoArticle, DEMO_ADDRESS, DEMO_DATE } from './demo-article';

/** The live demo: our own reading, matching and marking at work on an article in this very page. */
export interface Demo {
  store: PanelStore;
  stop(): void;
}

/** The demo stands in no tab; any number will do that is always the same. */
const NO_TAB = 0;

/** Reads the article as a content script reads a page, has it briefed, marks it, and gives the panel that stands beside it. */
export async function readDemo(article: HTMLElement, story: DemoArticle): Promise<Result<Demo, 'silent'>> {
  const read = await readPage(document, {
    now: () => performance.now(),
    pause: () => new Promise((resume) => setTimeout(resume)),
    asked: 'by-reader',
  });
  // The page around the article is ours and no news: only what stands in the article is read.
  const inside = read.page.blocks.flatMap((block, place) => {
    const ranges = rangeOf(read.places, { block: place, start: 0, end: Math.min(block.text.length, 1) });
    return ranges?.[0] && article.contains(ranges[0].startContainer) ? [{ block, place }] : [];
  });
  const page: PageText = {
    ...read.page,
    url: DEMO_ADDRESS,
    canonicalUrl: null,
    title: story.title,
    lang: article.lang,
    siteName: story.paper,
    publishedAt: DEMO_DATE,
    blocks: inside.map(({ block }, place): Block => ({ text: block.text, part: partOf(block, place) })),
  };
  const answer = await askBackground('briefDemo', page);
  if (!answer.ok) return failed('silent');
  const briefing = answer.value;
  const marker = startMarking(document, () => true);
  const rangesOf = (mention: number): readonly StaticRange[] => {
    const of = briefing.mentions[mention];
    const place = of && inside[of.block]?.place;
    return of && place !== undefined
      ? (rangeOf(read.places, { block: place, start: of.start, end: of.end }) ?? [])
      : [];
  };
  const paint = (painted: 'on' | 'off'): void => paintAll(marker, { briefing, rangesOf, painted });
  paint('on');
  const store = createPanelStore(wireFor({ briefing, marker, rangesOf, paint }));
  void store.getState().followTab(NO_TAB);
  const stopPointing = followPointer(article, {
    store,
    entityAt: ({ clientX: x, clientY: y }) =>
      briefing.mentions.find((_, place) => rangesOf(place).some((range) => isOnRange(range, { x, y })))?.entityId ??
      null,
  });
  return done({
    store,
    stop: () => {
      stopPointing();
      marker.clear();
    },
  });
}

/** Pointing at a mark lights all of its entity's; pressing it has the panel show that entity. */
function followPointer(
  article: HTMLElement,
  of: { store: PanelStore; entityAt: (event: MouseEvent) => string | null },
): () => void {
  const { getState } = of.store;
  const stopping = new AbortController();
  const { signal } = stopping;
  let lit: string | null = null;
  const light = (entity: string | null): void => {
    if (entity === lit) return;
    lit = entity;
    article.style.cursor = entity === null ? '' : 'pointer';
    void getState().light(entity);
  };
  article.addEventListener('mousemove', (event) => light(of.entityAt(event)), { signal });
  article.addEventListener('mouseleave', () => light(null), { signal });
  article.addEventListener(
    'click',
    (event) => {
      const entityId = of.entityAt(event);
      if (entityId !== null) void getState().showEntity({ tabId: NO_TAB, entityId });
    },
    { signal },
  );
  return () => stopping.abort();
}

/** The headline and first paragraph as such: what the article's place in our page says of them does not count. */
function partOf(block: Block, place: number): Block['part'] {
  return place === 0 ? 'headline' : place === 1 ? 'lead' : block.part === 'furniture' ? 'body' : block.part;
}

function paintAll(
  marker: Marker,
  of: { briefing: Briefing; rangesOf: (mention: number) => readonly StaticRange[]; painted: 'on' | 'off' },
): void {
  const all = of.painted === 'on' ? of.briefing.mentions.map((mention, place) => ({ mention, place })) : [];
  const rangesWhere = (inDoubt: boolean): StaticRange[] =>
    all.filter(({ mention }) => isInDoubt(mention) === inDoubt).flatMap(({ place }) => of.rangesOf(place));
  marker.paint({ sure: rangesWhere(false), inDoubt: rangesWhere(true), style: 'full' });
}

/** Speaks to the background as the panel does; what concerns the page is answered here, and nothing is changed by the demo. */
function wireFor(of: {
  briefing: Briefing;
  marker: Marker;
  rangesOf: (mention: number) => readonly StaticRange[];
  paint: (painted: 'on' | 'off') => void;
}): Wire {
  let marks: 'on' | 'off' = 'on';
  const answers: Readonly<Record<string, (payload: never) => Result<unknown, string>>> = {
    pageState: () =>
      done({
        status: 'ready',
        site: { host: new URL(DEMO_ADDRESS).hostname, watch: 'watched' },
        briefing: of.briefing,
        marks,
      }),
    marks: (want: { marks: 'on' | 'off' }) => {
      marks = want.marks;
      of.paint(marks);
      return done(null);
    },
  };
  const askHere = (async (word: string, payload: never) => {
    if (answers[word]) return answers[word](payload);
    if (word === 'openBrief') return askBackground(word, { ...(payload as { id: string }), tabId: null });
    if (word === 'search' || word === 'heads') return askBackground(word, payload);
    return failed('refused');
  }) as Wire['askBackground'];
  const show = (mentions: readonly number[]): void => of.marker.light(mentions.flatMap((place) => of.rangesOf(place)));
  return {
    askBackground: askHere,
    askPage: (async (_: number, word: string, payload: { mention?: number; mentions?: readonly number[] }) => {
      show(word === 'show' && payload.mention !== undefined ? [payload.mention] : (payload.mentions ?? []));
      return done(null);
    }) as Wire['askPage'],
    readView: async () => null,
    writeView: async () => undefined,
    readBriefs: { getValue: async () => [], setValue: async () => undefined },
  };
}
