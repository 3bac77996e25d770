import { describe, expect, it } from 'vitest';
import type { Block, BlockPart } from '@/utils/model';
import { kindOfPage } from './page-kind';

const blocks = (part: BlockPart, ...lengths: number[]): Block[] =>
  lengths.map((length) => ({ part, text: 'x'.repeat(length) }));

describe('a page is', () => {
  it.each([
    ['an article with four paragraphs', blocks('body', 120, 240, 180, 150), 'article'],
    ['an article of one long paragraph', blocks('body', 600), 'article'],
    ['a front: many teasers, none long', blocks('body', ...Array<number>(200).fill(70)), 'other'],
    ['a notice: one paragraph', blocks('lead', 300), 'other'],
    ['a shop: text only around it', blocks('furniture', 500, 500, 500, 500), 'other'],
    ['nothing', [], 'other'],
  ] as const)('%s', (_, page, kind) => expect(kindOfPage(page)).toBe(kind));
});
