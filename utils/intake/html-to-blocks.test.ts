import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BodyBlock, textOf } from '@/utils/model';
import { blocksOfHtml, blocksOfText } from './html-to-blocks';

/** `p:One _two_ [three](href)` for a paragraph with emphasis and a link; `*` is strong. */
const KINDS = { paragraph: 'p', heading: 'h', listItem: 'li', quote: 'q', tableRow: 'tr' } as const;
function shown(blocks: readonly BodyBlock[]): string[] {
  return blocks.map(({ kind, spans }) => {
    const text = spans.map((span) => {
      const strong = span.strong ? `*${span.text}*` : span.text;
      const styled = span.emphasis ? `_${strong}_` : strong;
      return span.href ? `[${styled}](${span.href})` : styled;
    });
    return `${KINDS[kind]}:${text.join('')}`;
  });
}

describe('HTML', () => {
  it.each<[string, string[]]>([
    ['<p>One</p><p>Two</p>', ['p:One', 'p:Two']],
    ['no tag at all', ['p:no tag at all']],
    ['<h2>What follows</h2><ul><li>One</li><li><p>Two</p></li></ul>', ['h:What follows', 'li:One', 'li:Two']],
    ['<blockquote><p>Said</p></blockquote>', ['q:Said']],
    ['<p>a <b>bold</b> and <em>leaning</em> word</p>', ['p:a *bold* and _leaning_ word']],
    ['<p>see <a href="https://example.org/a">there</a></p>', ['p:see [there](https://example.org/a)']],
    ['<p>see <a href="javascript:alert(1)">there</a></p>', ['p:see there']],
    ['<p>see <a href="//example.org">there</a></p>', ['p:see there']],
    ['<table><tr><td>MAZ</td><td>12</td></tr></table>', ['tr:MAZ · 12']],
    ['<p>line<br>break and   many\n spaces </p>', ['p:line break and many spaces']],
    ['<p>one<script>alert(1)</script> two<style>p{}</style></p>', ['p:one two']],
    ['<p>a</p><iframe src="https://example.org">inside</iframe><p>b</p>', ['p:a', 'p:b']],
    ['<p>a <iframe src="x"/>b</p>', ['p:a b']],
    ['<p>a <object data=x>b</p><p>c</p>', ['p:a b', 'p:c']],
    ['<p>5 &lt; 6 &amp; &copy; &nbsp;x</p>', ['p:5 < 6 & © \u00a0x']],
    ['<p>never closed <b>bold', ['p:never closed *bold*']],
    ['</b></p></script><p>after stray ends</p>', ['p:after stray ends']],
    ['<img src=x onerror=alert(1)>text', ['p:text']],
    ['', []],
  ])('%s', (html, expected) => expect(shown(blocksOfHtml(html))).toEqual(expected));

  it('of any shape gives blocks without empty text and with nothing but the allowed keys', () => {
    const parts = [
      '<p>',
      '</p>',
      '<b>',
      '<li>',
      '</ul>',
      '<a href="https://x.y/">',
      '</a>',
      '<script>',
      '</script>',
      'слова ',
      ' ',
      '<',
      '\ud800',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), (pieces) => {
        for (const block of blocksOfHtml(pieces.join(''))) {
          expect(textOf(block).trim()).not.toBe('');
          for (const span of block.spans) {
            expect(['text', 'strong', 'emphasis', 'href']).toEqual(expect.arrayContaining(Object.keys(span)));
          }
        }
      }),
    );
  });
});

describe('plain text', () => {
  it.each<[string, string[]]>([
    ['One\nline\n\nTwo', ['p:One line', 'p:Two']],
    ['One\r\n\r\nTwo\r\n', ['p:One', 'p:Two']],
    [' \n\n ', []],
  ])('%j', (text, expected) => expect(shown(blocksOfText(text))).toEqual(expected));
});
