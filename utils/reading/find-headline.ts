import type { RawBlock } from './gather-blocks';
import type { PageFacts } from './page-facts';

/**
 * The blocks of the headline, by index: the first heading that says what the page calls itself, else the only first-level heading,
 * else any block that does. A heading with a line break is several blocks.
 */
export function headlineOf(blocks: readonly RawBlock[], facts: PageFacts): Set<number> {
  const titles = facts.titles.map(plain).filter((title) => title.length >= SHORTEST_TITLE);
  const says = (at: number): boolean => isTitle(plain(blocks[at]?.text ?? ''), titles);
  const headings = [...blocks.keys()].filter((at) => (blocks[at]?.container.heading ?? 0) > 0);
  const first = headings.filter((at) => blocks[at]?.container.heading === 1);
  const containers = new Set(first.map((at) => blocks[at]?.container));
  const found =
    first.find(says) ??
    headings.find(says) ??
    (containers.size === 1 ? first[0] : undefined) ??
    [...blocks.keys()].find(says);
  const heading = found === undefined ? undefined : blocks[found]?.container;
  return new Set(
    [...blocks.keys()].filter((at) => at === found || (heading?.heading && blocks[at]?.container === heading)),
  );
}

/** Letters and digits only, in lower case: what two ways to write one title share. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Shorter titles are found everywhere on a page. In letters. */
const SHORTEST_TITLE = 8;

function isTitle(text: string, titles: readonly string[]): boolean {
  return (
    text.length >= SHORTEST_TITLE &&
    titles.some((title) => title === text || title.startsWith(text) || text.startsWith(title))
  );
}
