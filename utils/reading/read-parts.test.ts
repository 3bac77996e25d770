// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rangeOf, readPage, type ReadingNeeds, type ReadPage } from '.';

// happy-dom has no StaticRange; it holds nothing but what it was made with.
vi.stubGlobal(
  'StaticRange',
  class {
    constructor(init: StaticRangeInit) {
      Object.assign(this, init);
    }
  },
);

describe('a page that is longer than the bounds', () => {
  beforeEach(() => {
    document.body.replaceChildren(
      ...Array.from({ length: 25 }, (_, at) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = `Paragraph ${at} of a long page.`;
        return paragraph;
      }),
    );
  });
  const bounds = { blocks: 10 };
  const readPart = async (part: number): Promise<[number, string | undefined, number]> => {
    const { page, part: reached } = await read({ bounds, part });
    return [page.blocks.length, page.blocks[0]?.text, reached];
  };

  it.each([
    [0, [10, 'Paragraph 0 of a long page.', 0]],
    [1, [10, 'Paragraph 10 of a long page.', 1]],
    [2, [5, 'Paragraph 20 of a long page.', 2]],
    [3, [5, 'Paragraph 20 of a long page.', 2]],
  ])('is read in parts: part %i', async (part, expected) => expect(await readPart(part)).toEqual(expected));

  it.each([0, 1, 2])('says of part %i that it is one, and its ranges hold its text', async (part) => {
    const { page, places } = await read({ bounds, part });
    expect(page.extent).toBe('part');
    page.blocks.forEach(({ text }, block) => {
      const found = rangeOf(places, { block, start: 0, end: text.length });
      expect(found?.map(textOf).join('')).toBe(text);
    });
  });

  it.each([
    ['nodes', { nodes: 20 }],
    ['characters', { pageChars: 300 }],
  ])('is read to its end, whichever bound it meets: %s', async (_, small) => {
    const seen: string[] = [];
    for (let part = 0; ; part++) {
      const next = await read({ bounds: small, part });
      if (next.part < part) break;
      seen.push(...next.page.blocks.map(({ text }) => text));
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });
});

function read(needs: Partial<ReadingNeeds>): Promise<ReadPage> {
  return readPage(document, { now: () => performance.now(), pause: () => Promise.resolve(), ...needs });
}

function textOf({ startContainer, startOffset, endOffset }: StaticRange): string {
  return (startContainer as Text).data.slice(startOffset, endOffset);
}
