import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync('components/common/tokens.css', 'utf8');
const DARK_BY_SYSTEM = declarations(
  /prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/u,
);
const DARK_BY_CHOICE = declarations(/:root\[data-theme='dark'\] \{([^}]*)\}/u);
const THEMES = {
  light: declarations(/\n:root \{([^}]*)\}/u),
  dark: DARK_BY_SYSTEM,
};

const GROUNDS = ['paper', 'raised', 'sunken', 'pressed'];
/** Which token is read or seen on which ground, and the contrast it needs there (WCAG 2.x: 4.5 for text, 3 for shapes). */
const PAIRS: [ink: string, grounds: string[], needs: number][] = [
  ['ink', [...GROUNDS, 'accent-tint', 'unsure-tint', 'mark'], 4.5],
  ['ink-2', [...GROUNDS, 'accent-tint', 'unsure-tint', 'mark'], 4.5],
  ['ink-3', [...GROUNDS, 'accent-tint'], 4.5],
  ['accent', ['paper', 'raised', 'sunken'], 4.5],
  ['accent-strong', ['paper', 'raised', 'accent-tint'], 4.5],
  ['on-accent', ['accent', 'accent-strong'], 4.5],
  ['on-mark', ['mark', 'mark-strong'], 4.5],
  ['unsure', ['paper', 'raised', 'unsure-tint'], 4.5],
  ['improved', ['paper', 'raised', 'sunken', 'improved-tint'], 4.5],
  ['unchanged', ['paper', 'raised', 'sunken', 'unchanged-tint'], 4.5],
  ['worsened', ['paper', 'raised', 'sunken', 'worsened-tint'], 4.5],
  ['danger', ['paper', 'raised', 'danger-tint'], 4.5],
  ['ink-2', ['danger-tint'], 4.5],
  ['on-danger', ['danger'], 4.5],
  ['line-strong', ['paper', 'raised', 'sunken'], 3],
  ['focus', GROUNDS, 3],
  ['mark-line', ['paper', 'raised'], 3],
  ['improved-fill', ['paper', 'raised'], 3],
  ['unchanged-fill', ['paper', 'raised'], 3],
  ['worsened-fill', ['paper', 'raised'], 3],
];

describe('the tokens', () => {
  it('are the same in both dark blocks', () => {
    expect(Object.keys(DARK_BY_CHOICE).length).toBeGreaterThan(30);
    expect(DARK_BY_CHOICE).toEqual(DARK_BY_SYSTEM);
  });

  it('give every colour of the light theme a dark one', () => {
    const colours = Object.keys(THEMES.light).filter((name) => /^#/u.test(THEMES.light[name] ?? ''));
    expect(colours.filter((name) => DARK_BY_SYSTEM[name] === undefined)).toEqual([]);
  });

  it('give every colour a system colour, which the dark block does not outweigh', () => {
    const [, selector, block] = /forced-colors: active\) \{([^{]*)\{([^}]*)\}/u.exec(CSS) ?? [];
    expect(selector).toContain(":root:not([data-theme='light'])");
    const colours = Object.keys(THEMES.light).filter((name) => /^#/u.test(THEMES.light[name] ?? ''));
    expect(colours.filter((name) => !block?.includes(`--${name}:`))).toEqual([]);
  });

  const cases = (['light', 'dark'] as const).flatMap((theme) =>
    PAIRS.flatMap(([ink, grounds, needs]) => grounds.map((ground) => [theme, ink, ground, needs] as const)),
  );
  it.each(cases)('%s: %s can be read on %s (%d)', (theme, ink, ground, needs) => {
    const [a = '', b = ''] = [THEMES[theme][ink], THEMES[theme][ground]];
    expect(contrast(a, b)).toBeGreaterThanOrEqual(needs);
  });
});

describe('the components', () => {
  const files = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx)$/u.test(file) && !file.endsWith('tokens.css') && !file.includes('.test.'))
    .map((file) => `components/${file}`);

  it.each(files)('%s has no colour, size of text or duration of its own', (file) => {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//gu, '');
    const raw = text.match(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)\(|\d+m?s\b(?=[\s;,])|font-size: \d/giu) ?? [];
    expect(raw).toEqual([]);
  });

  it('load only the letters we write in', () => {
    const fonts = readFileSync('components/common/fonts.css', 'utf8');
    const faces = [...fonts.matchAll(/files\/([\w-]+)\.woff2/gu)].map(([, name]) => name);
    expect(faces.toSorted()).toEqual([
      'inter-cyrillic-wght-normal',
      'inter-latin-ext-wght-normal',
      'inter-latin-wght-normal',
      'source-serif-4-cyrillic-opsz-normal',
      'source-serif-4-latin-ext-opsz-normal',
      'source-serif-4-latin-opsz-normal',
    ]);
  });
});

function declarations(block: RegExp): Record<string, string> {
  const [, body = ''] = block.exec(CSS) ?? [];
  const plain = body.replace(/\/\*[\s\S]*?\*\//gu, '');
  return Object.fromEntries([...plain.matchAll(/--([\w-]+):\s*([^;]+);/gu)].map(([, name, value]) => [name, value]));
}

/** https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
