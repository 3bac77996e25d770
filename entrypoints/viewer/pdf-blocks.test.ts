import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, type PdfText, type Piece, type PrintedPage } from './pdf-blocks';

const A4 = 842;

/** A page of lines, 14 points apart, in letters of 11; "~" opens a gap, a number in front sets the height, "|" cuts pieces. */
function page(...lines: string[]): PrintedPage {
  let y = A4 - 100;
  const pieces = lines.flatMap((line): Piece[] => {
    y -= line.startsWith('~') ? 40 : 14;
    const [, size, text = ''] = /^~?(?:(\d+)#)?(.*)$/u.exec(line) ?? [];
    const parts = text.split('|');
    return parts.map((part, at) => ({
      text: part,
      x: 50 + 40 * at,
      y,
      height: Number(size ?? 11),
      endsLine: at === parts.length - 1 ? 'yes' : 'no',
    }));
  });
  return { pieces, height: A4 };
}

function edge(text: string, y: number): Piece {
  return { text, x: 50, y, height: 9, endsLine: 'yes' };
}

function textsOf({ blocks }: PdfText): string[] {
  return blocks.map(({ text }) => text);
}

describe('paragraphs of a PDF', () => {
  it.each<[string, PrintedPage[], string[]]>([
    ['lines that follow each other', [page('Dmitry', 'Rogozin came')], ['Dmitry Rogozin came']],
    ['lines with a gap', [page('One.', '~Two.')], ['One.', 'Two.']],
    ['letters of another height', [page('20#Plan', 'Text goes on', 'and on')], ['Plan', 'Text goes on and on']],
    ['a word cut at the end of a line', [page('Dmitry Rogo-', 'zin came')], ['Dmitry Rogozin came']],
    ['a word cut by a soft hyphen', [page('Раго\u00AD', 'зін прыехаў')], ['Рагозін прыехаў']],
    ['a hyphen that belongs there', [page('Minsk-', 'Moscow')], ['Minsk- Moscow']],
    ['pieces of one line', [page('Dmi|try |Rogozin')], ['Dmitry Rogozin']],
    ['a page after a page', [page('One'), page('Two')], ['One', 'Two']],
    [
      'a second column',
      [{ height: A4, pieces: [...page('Left').pieces, { ...edge('Right', A4 - 90), height: 11 }] }],
      ['Left', 'Right'],
    ],
    ['nothing', [{ height: A4, pieces: [] }, page('', '  ')], []],
  ])('%s', (_, pages, texts) => {
    expect(textsOf(blocksOf(pages))).toEqual(texts);
  });

  it('tells headline, first paragraph, running heads and page numbers', () => {
    const body = 'The ministry of defence industry would not say which of its factories are to be sold.';
    const pages = [1, 2, 3].map((number) => ({
      height: A4,
      pieces: [
        edge(`Weekly ${number}`, A4 - 20),
        ...(number === 1
          ? page('22#Factories for sale', '~12 October', `~${body}`, '~More.').pieces
          : page(body).pieces),
        edge(String(number), 20),
      ],
    }));
    expect(blocksOf(pages).blocks.map(({ part, text }) => `${part}: ${text.slice(0, 9)}`)).toEqual([
      'furniture: Weekly 1',
      'headline: Factories',
      'body: 12 Octobe',
      'lead: The minis',
      'body: More.',
      'furniture: 1',
      'furniture: Weekly 2',
      'body: The minis',
      'furniture: 2',
      'furniture: Weekly 3',
      'body: The minis',
      'furniture: 3',
    ]);
  });

  it('knows where every letter is printed', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'Ж', '-', ' ', 'z', '\u00AD', '𝒳'), maxLength: 6 });
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('|'));
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 5 }), { maxLength: 3 }), (texts) => {
        const pages = texts.map((lines) => page(...lines));
        const { blocks, places } = blocksOf(pages);
        blocks.forEach(({ text }, at) => {
          let end = 0;
          for (const printed of places[at] ?? []) {
            const own = pages[printed.page]?.pieces[printed.piece]?.text ?? '';
            expect(text.slice(printed.at, printed.at + printed.length)).toBe(
              own.slice(printed.from, printed.from + printed.length),
            );
            // What is not printed is a single space between lines.
            expect(text.slice(end, printed.at)).toMatch(/^ ?$/u);
            end = printed.at + printed.length;
          }
          expect(end).toBe(text.length);
        });
      }),
    );
  });

  it('stops at the bounds of a page, and says so', () => {
    const long = page('x'.repeat(50_000));
    const { blocks, extent } = blocksOf(Array.from({ length: 12 }, () => long));
    expect([blocks.length, extent]).toEqual([7, 'part']);
    const endless = blocksOf([page('y'.repeat(120_000))]);
    expect(endless.blocks.map(({ text }) => text.length)).toEqual([50_000, 50_000, 20_000]);
    expect(endless.places[2]).toEqual([{ at: 0, length: 20_000, page: 0, piece: 0, from: 100_000 }]);
  });
});
