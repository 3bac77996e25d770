import { elementAbove } from './node-above';

export type Ground = 'light' | 'dark';

/** Under this relative luminance (WCAG, 0..1) a ground is dark. */
const DARK_GROUND = 0.2;

/** Without any ground to be seen (pictures, unknown notations), text as bright as this tells that it is dark. */
const BRIGHT_TEXT = 0.5;

/** Most elements looked through for a ground; deeper ones take what is known so far. */
const MAX_STEPS = 64;

/** Tells the ground text stands on. Remembers what it saw, so that a thousand marks cost their paragraphs and not their number. */
export function groundReader(): (node: Node) => Ground {
  const known = new Map<Element, Ground>();
  return (node) => {
    const start = elementAbove(node);
    if (!start) return 'light';
    const seen: Element[] = [];
    let ground: Ground | undefined;
    let at: Element | null = start;
    for (; at && ground === undefined && seen.length < MAX_STEPS; at = elementAbove(at)) {
      ground = known.get(at) ?? ownGround(at);
      seen.push(at);
    }
    ground ??= (luminanceOf(getComputedStyle(start).color) ?? 0) > BRIGHT_TEXT ? 'dark' : 'light';
    for (const element of seen) known.set(element, ground);
    return ground;
  };
}

function ownGround(element: Element): Ground | undefined {
  const luminance = luminanceOf(getComputedStyle(element).backgroundColor);
  return luminance === null ? undefined : luminance < DARK_GROUND ? 'dark' : 'light';
}

/** Relative luminance of a computed `rgb()` or `rgba()`; null for what lets through more than half, or another notation. */
function luminanceOf(color: string): number | null {
  const numbers = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/.exec(color);
  if (!numbers || Number(numbers[4] ?? 1) < 0.5) return null;
  const [red, green, blue] = [numbers[1], numbers[2], numbers[3]].map((part) => linear(Number(part) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
