import { boxesOf } from '@/utils/marking';

/** Ticks at the edge of a page, each where a mention stands. */
export interface EdgeTicks {
  /** Draws them for ranges, the first of each mention; none takes them away. */
  draw(ranges: readonly StaticRange[]): void;
}

/** More would be a bar; in ticks. A page is measured for as many at most. */
const MOST_TICKS = 400;

/**
 * Ticks in an element of their own, in a closed shadow tree, beside the scroll bar and under no pointer: only for readers who chose
 * them, because it is the one thing that stays in a page. `quietly` does to the page what must not count as a change of it.
 */
export function edgeTicks(document: Document, quietly: (act: () => void) => void): EdgeTicks {
  let host: HTMLElement | null = null;
  let drawn: readonly StaticRange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return { draw };

  function draw(ranges: readonly StaticRange[]): void {
    drawn = ranges.slice(0, MOST_TICKS);
    quietly(() => host?.remove());
    document.defaultView?.removeEventListener('resize', later);
    host = null;
    clearTimeout(timer);
    const height = document.documentElement.scrollHeight;
    const view = document.defaultView;
    if (drawn.length === 0 || !view || height <= view.innerHeight) return;
    const places = new Set<number>();
    for (const range of drawn) {
      const [box] = boxesOf(range);
      if (box) places.add(Math.round(((box.top + view.scrollY) / height) * 1_000));
    }
    view.addEventListener('resize', later, { passive: true });
    quietly(() => put([...places]));
  }

  /** Lines are broken anew while a window is being drawn wider; only its last width counts. */
  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => draw(drawn), 200);
  }

  function put(thousandths: readonly number[]): void {
    host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    style(host, {
      all: 'initial',
      position: 'fixed',
      inset: '0 0 0 auto',
      width: '5px',
      'z-index': '2147483647',
      'pointer-events': 'none',
    });
    for (const place of thousandths) {
      const tick = document.createElement('div');
      style(tick, {
        position: 'absolute',
        'inset-inline-end': '0',
        top: `${place / 10}%`,
        width: '5px',
        height: '3px',
        background: 'light-dark(#a87400, #dcaa35)',
        'forced-color-adjust': 'none',
      });
      root.append(tick);
    }
    document.documentElement.append(host);
  }
}

/** By the style object, which no policy of a page forbids. */
function style(element: HTMLElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value, 'important');
}
