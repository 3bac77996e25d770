import { mentionsByHand } from '@/utils/editing';
import { findMentions } from '@/utils/matching';
import { isInDoubt, type Mention } from '@/utils/model';
import type { KnownNames } from './keep-archives';

/** The mentions of a page or brief, in reading order, as the user's answers and muted names want them. */
export function mentionsIn(
  page: Parameters<typeof findMentions>[1],
  known: Pick<KnownNames, 'names' | 'hand'>,
): readonly Mention[] {
  return mentionsByHand(findMentions(known.names, page), { blocks: page.blocks, hand: known.hand, isInDoubt });
}
