import type { Block } from '@/utils/model';

/**
 * Whether a page is an article: whether its article's running text is enough to sit down and read. Fronts, lists, shops and apps
 * have sentences too, but few long ones in one place.
 */
export function kindOfPage(blocks: readonly Block[]): 'article' | 'other' {
  let weight = 0;
  for (const { part, text } of blocks) {
    if (part !== 'furniture' && part !== 'headline' && text.length > PARAGRAPH)
      weight += Math.sqrt(text.length - PARAGRAPH);
  }
  return weight >= ENOUGH ? 'article' : 'other';
}

/** Shorter blocks may be anything; in UTF-16 code units. */
const PARAGRAPH = 80;

/** One paragraph of 500 code units, or four of 105. The root keeps one long notice from being an article. */
const ENOUGH = 20;
