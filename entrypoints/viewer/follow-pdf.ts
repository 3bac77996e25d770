import { startMarking } from '@/utils/marking';
import { listenInPage, type Mark, type Painting, tellBackground } from '@/utils/messaging';
import { done, failed } from '@/utils/model';
import type { DrawnPages } from './draw-pages';
import type { ReadPdf } from './read-pdf';

/** Tells the background of a PDF that was read, paints what it answers, and answers panel and background as any page does. */
export function followPdf({ read, pages }: { read: ReadPdf; pages: DrawnPages }): { repaint: () => void } {
  const marker = startMarking(document, () => true);
  let marks: readonly Mark[] = [];
  let painted: 'on' | 'off' = 'off';
  let style: 'full' | 'quiet' = 'full';
  let shown: number | null = null;

  listenInPage({
    read: async () => done(read.text),
    readNext: async () => failed('page-silent'),
    async paint(what) {
      take(what);
      repaint();
      return done(null);
    },
    show: async ({ mention }) => ((await show(mention)) ? done(null) : failed('gone')),
    async step({ direction }) {
      if (marks.length === 0) return failed('gone');
      const by = direction === 'next' ? 1 : -1;
      const from = shown ?? (by === 1 ? -1 : 0);
      const mention = (from + by + marks.length) % marks.length;
      return (await show(mention)) ? done({ mention }) : failed('gone');
    },
    async light({ mentions }) {
      shown = null;
      marker.light(mentions.flatMap(rangesOf));
      return done(null);
    },
    // The panel stands beside; a card over the print would say the same.
    openCard: async () => failed('gone'),
    async stop() {
      marks = [];
      repaint();
      return done(null);
    },
  });
  void tell();
  return { repaint };

  async function tell(): Promise<void> {
    const reply = await tellBackground('pageRead', read.text);
    if (reply.ok) take(reply.value);
    repaint();
  }

  function take(what: Painting): void {
    ({ marks, painted, style = 'full' } = what);
  }

  function repaint(): void {
    const rangesFor = (wanted: Mark[3]): StaticRange[] =>
      painted === 'off' ? [] : marks.flatMap(([, , , certainty], at) => (certainty === wanted ? rangesOf(at) : []));
    marker.paint({ sure: rangesFor('sure'), inDoubt: rangesFor('in-doubt'), style });
    marker.light(shown === null ? [] : rangesOf(shown));
  }

  async function show(mention: number): Promise<boolean> {
    const [first] = printedOf(mention);
    if (!first) return false;
    await pages.bring(first.page);
    shown = mention;
    repaint();
    pages.nodeOf(first.page, first.piece)?.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    return true;
  }

  /** What of a mention is on pages that are drawn. A name cut at the end of a line has two ranges. */
  function rangesOf(mention: number): StaticRange[] {
    return printedOf(mention).flatMap(({ page, piece, from, to }) => {
      const node = pages.nodeOf(page, piece);
      if (!node || to > node.length) return [];
      return [new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to })];
    });
  }

  function printedOf(mention: number): { page: number; piece: number; from: number; to: number }[] {
    const [block = -1, start = 0, end = 0] = marks[mention] ?? [];
    return (read.places[block] ?? []).flatMap(({ at, length, page, piece, from }) => {
      const first = Math.max(start, at);
      const last = Math.min(end, at + length);
      return first < last ? [{ page, piece, from: from + first - at, to: from + last - at }] : [];
    });
  }
}
