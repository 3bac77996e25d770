import type { BlockPart } from '@/utils/model';
import type { Container } from './container';
import type { RawBlock } from './gather-blocks';
import type { PageFacts } from './page-facts';

/** Each block's part of its page, in the order of the blocks. */
export function partsOf(page: {
  blocks: readonly RawBlock[];
  containers: readonly Container[];
  facts: PageFacts;
}): BlockPart[] {
  return page.blocks.map(({ container }) => (container.claim === 'furniture' ? 'furniture' : 'body'));
}
