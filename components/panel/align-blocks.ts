import type { BodyBlock } from '@/utils/model';

/**
 * Rows for two translations that stand side by side, paragraph beside paragraph: the row of each block, and how many rows there are.
 * Headings meet headings; between two headings, the first block meets the first, and the shorter side leaves its last rows empty.
 */
export function alignBlocks(
  left: readonly Pick<BodyBlock, 'kind'>[],
  right: readonly Pick<BodyBlock, 'kind'>[],
): { left: number[]; right: number[]; rows: number } {
  const sections = [sectionsOf(left), sectionsOf(right)] as const;
  const placed: { left: number[]; right: number[] } = { left: [], right: [] };
  let row = 0;
  for (let at = 0; at < Math.max(sections[0].length, sections[1].length); at++) {
    const [a = 0, b = 0] = [sections[0][at], sections[1][at]];
    for (let place = 0; place < a; place++) placed.left.push(row + place);
    for (let place = 0; place < b; place++) placed.right.push(row + place);
    row += Math.max(a, b);
  }
  return { ...placed, rows: row };
}

/** Lengths of the stretches that begin with a heading, the first perhaps without. */
function sectionsOf(blocks: readonly Pick<BodyBlock, 'kind'>[]): number[] {
  const lengths = [0];
  for (const { kind } of blocks) {
    if (kind === 'heading') lengths.push(0);
    lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
  }
  return lengths;
}
