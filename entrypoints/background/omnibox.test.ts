// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleHead } from '../../tests/samples';
import { addressOf, suggestionOf } from './omnibox';

const hit = (title: string, marked: (readonly [number, number])[] = []) => ({
  head: sampleHead({ title, week: { from: '2012-10-29', to: '2012-11-04' } }),
  highlights: { title: marked, summary: [] },
});

describe('a brief in the address bar', () => {
  it('has its words marked and its week dim in Chromium, and is plain in Firefox', () => {
    const found = hit('Plan <signed> by MAZ & KAMAZ', [[17, 20]]);
    expect(suggestionOf(found, 'marked').description.replaceAll('\u00a0', ' ')).toBe(
      'Plan &lt;signed&gt; by <match>MAZ</match> &amp; KAMAZ <dim>29 Oct – 4 Nov 2012</dim>',
    );
    expect(suggestionOf(found, 'plain').description.replaceAll('\u00a0', ' ')).toBe(
      'Plan <signed> by MAZ & KAMAZ · 29 Oct – 4 Nov 2012',
    );
  });

  it('is well-formed whatever its title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(9), fc.nat(9), (title, from, length) => {
        const marked: [number, number][] = from + length <= title.length && length > 0 ? [[from, from + length]] : [];
        const { description } = suggestionOf(hit(title, marked), 'marked');
        const read = new DOMParser().parseFromString(`<d>${description}</d>`, 'text/xml');
        expect(read.querySelector('parsererror')).toBeNull();
        expect(description).not.toMatch(/[\u0000-\u0008\uFFFE\uFFFF]/u);
      }),
    );
  });
});

describe('what Enter opens', () => {
  it.each([
    ['customs union', 'q=customs+union'],
    [' a&b=c ', 'q=a%26b%3Dc'],
    ['brief:starter/x/en', 'brief=starter%2Fx%2Fen'],
  ])('%j: %s', (text, address) => {
    expect(addressOf(text)).toBe(address);
  });
});
