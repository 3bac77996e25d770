import type { BriefId, EntityId, PageState } from '@/utils/model';
import { FRESH, type TabView } from './panel-state';

/** A tab's view as it outlives the panel: ids and places, no text of a page or a brief. */
export interface KeptView extends Pick<
  TabView,
  | 'viewUrl'
  | 'about'
  | 'besideLang'
  | 'passage'
  | 'readerScroll'
  | 'selected'
  | 'order'
  | 'mention'
  | 'scroll'
  | 'query'
> {
  /** Of this shape; a view that another version wrote is forgotten. */
  version: 2;
  opened: { id: BriefId; cameFor: EntityId | null } | null;
}

/** What to keep of a view. */
export function keptOf(view: TabView): KeptView {
  const { viewUrl, about, besideLang, passage, readerScroll, selected, order, mention, scroll, query, opened } = view;
  return {
    version: 2,
    ...{ viewUrl, about, besideLang, passage, readerScroll, selected, order, mention, scroll, query },
    opened: opened && { id: opened.id, cameFor: opened.cameFor },
  };
}

/** A kept view read back; null where there is none, or one of another version. */
export function parseKept(value: unknown): KeptView | null {
  const isOurs = typeof value === 'object' && value !== null && (value as Partial<KeptView>).version === 2;
  return isOurs ? (value as KeptView) : null; // only our own pages can write there
}

/** What of a view still holds on the page that is there now: another page has other entities. */
export function viewOn(page: PageState, view: Pick<TabView, 'viewUrl' | 'selected' | 'mention'>): Partial<TabView> {
  if (page.status !== 'ready') return { selected: [], mention: null };
  const { briefing } = page;
  const known = new Set(briefing.entities.map((entity) => entity.id));
  const isOther = view.viewUrl !== null && view.viewUrl !== briefing.page.url;
  return {
    viewUrl: briefing.page.url,
    selected: view.selected.filter((id) => known.has(id)),
    ...(isOther ? FRESH_ON_OTHER_PAGE : {}),
    // While the reader looked at another tab, this one's page may have become shorter.
    ...(!isOther && view.mention !== null && view.mention >= briefing.mentions.length ? { mention: null } : {}),
  };
}

const FRESH_ON_OTHER_PAGE: Partial<TabView> = {
  mention: FRESH.mention,
  opened: FRESH.opened,
  about: FRESH.about,
  beside: FRESH.beside,
  passage: FRESH.passage,
  scroll: FRESH.scroll,
  shownAs: FRESH.shownAs,
};
