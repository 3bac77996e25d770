import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUSE } from './architecture/house';
import { brokenBy } from './architecture/rules';

const TOPS = ['utils', 'components', 'entrypoints', 'scripts', 'tests'];

const files = TOPS.filter((top) => existsSync(top)).flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(top, path.replaceAll('\\', '/')))
    .filter((path) => /(^|\/)[^/.][^/]*\.(tsx?|mjs)$/.test(path)),
);

describe('the house rules hold for', () => {
  it.each(files)('%s', (path) => {
    expect(brokenBy({ path, text: readFileSync(path, 'utf8') })).toEqual([]);
  });

  it.each(
    Object.keys(HOUSE).filter((room) => room.startsWith('utils/') && existsSync(room) && readdirSync(room).length > 0),
  )('the door of %s', (room) => expect(existsSync(`${room}/index.ts`), `${room}/index.ts is missing`).toBe(true));
});

/** A door that breaks nothing, to break in one place at a time. */
const HEADER = '/**\n * Finds.\n *\n * Touches nothing.\n * Promises order.\n */\n';
const LINES = Array.from({ length: 16 }, (_, i) => `export { a${i} } from './a';\n`).join('');

describe('the house rules refuse', () => {
  it.each([
    [
      'a sibling room',
      'utils/ranking/rank.ts',
      `import { findMentions } from '@/utils/matching';`,
      'utils/ranking may not import utils/matching',
    ],
    [
      'a room by a relative path',
      'components/common/Chip.tsx',
      `import { readPage } from '../../utils/reading';`,
      'components/common may not import utils/reading',
    ],
    [
      'a dynamic import',
      'utils/matching/find.ts',
      `export const load = () => import('@/utils/archive');`,
      'utils/matching may not import utils/archive',
    ],
    [
      'a step past a door',
      'entrypoints/background/index.ts',
      `import { rank } from '@/utils/ranking/rank';`,
      `enter utils/ranking by its door: '@/utils/ranking'`,
    ],
    [
      'the ground importing',
      'utils/model/brief.ts',
      `import { rank } from '@/utils/ranking';`,
      'utils/model may not import utils/ranking. Allowed: nothing',
    ],
    [
      'another entrypoint',
      'entrypoints/popup/App.tsx',
      `import { x } from '../sidepanel/open';`,
      'entrypoints/popup may not import entrypoints/sidepanel',
    ],
    [
      'a component that fetches a store of another kind',
      'components/panel/Card.tsx',
      `import { heads } from '@/utils/archive';`,
      'components/panel may not import utils/archive',
    ],
    [
      'the browser in a pure room',
      'utils/matching/find.ts',
      `import { browser } from '#imports';`,
      'utils/matching may not touch "#imports"',
    ],
    [
      'a package that is not the room’s',
      'utils/ranking/rank.ts',
      `import { openDB } from 'idb';`,
      'utils/ranking may not touch "idb"',
    ],
    [
      'the network outside intake',
      'utils/archive/open.ts',
      `export const go = () => fetch('https://a.example');`,
      'utils/archive may not touch the network: "fetch"',
    ],
    [
      'the network in the page',
      'utils/reading/read.ts',
      `export const go = () => globalThis.x ?? new WebSocket('wss://a.example');`,
      'utils/reading may not touch the network: "WebSocket"',
    ],
    [
      'the page outside reading and marking',
      'utils/archive/open.ts',
      `export const title = () => document.title;`,
      'utils/archive may not touch the page: "document"',
    ],
    [
      'the database outside archive',
      'utils/settings/items.ts',
      `export const open = () => indexedDB.open('x');`,
      'utils/settings may not touch the database: "indexedDB"',
    ],
    [
      'the extension API in a component',
      'components/panel/Card.tsx',
      `export const Card = () => chrome.runtime.id;`,
      'components/panel may not touch the extension: "chrome"',
    ],
    ['a file loose in utils', 'utils/fold.ts', `export const a = 1;`, '"utils/fold.ts" is not a room'],
    ['an unknown room', 'utils/manager/manage.ts', `export const a = 1;`, '"utils/manager" is not a room'],
    [
      'a name that says nothing',
      'utils/matching/helpers.ts',
      `export const a = 1;`,
      '"helpers.ts" does not say what it holds',
    ],
    [
      'a test of a name that says nothing',
      'utils/matching/types.test.ts',
      `export const a = 1;`,
      '"types.test.ts" does not say what it holds',
    ],
    ['camelCase', 'utils/matching/findMentions.ts', `export const a = 1;`, '"findMentions.ts" is neither kebab-case'],
    ['a component in .ts', 'components/common/Chip.ts', `export const a = 1;`, '"Chip.ts" is neither kebab-case'],
    ['301 lines', 'utils/matching/find.ts', 'export const a = 1;\n'.repeat(301), '301 lines; at most 300'],
    ['a bare note for later', 'utils/matching/find.ts', `// TO${'DO'} later`, 'a bare note for later'],
    ['a door with code', 'utils/ranking/index.ts', `${HEADER}export const a = 1;`, 'a door holds nothing but'],
    [
      'a door that shows all',
      'utils/ranking/index.ts',
      `${HEADER}export * from './rank';`,
      'a door names what it shows',
    ],
    ['a door without a header', 'utils/ranking/index.ts', `export { rank } from './rank';`, 'a door has a header'],
    [
      'a door as wide as a wall',
      'utils/ranking/index.ts',
      `${HEADER}${LINES}`,
      'a door has at most 15 lines of exports, not 16',
    ],
    ['a default export', 'utils/ranking/rank.ts', `export default function rank() {}`, 'no default export'],
    ['an enum', 'utils/ranking/rank.ts', `export enum Kind { A }`, 'no enum'],
    [
      'a boolean parameter',
      'utils/ranking/rank.ts',
      `export function rank(all: boolean) { return all; }`,
      'no boolean parameter: rank()',
    ],
    ['a silenced compiler', 'utils/ranking/rank.ts', `// @ts-${'ignore'}\nexport const a = 1;`, 'no @ts-ignore'],
    [
      'HTML from a string',
      'entrypoints/popup/main.tsx',
      `export const a = (e: Element) => { e.innerHTML = ''; };`,
      'no "innerHTML"',
    ],
    ['code from a string', 'utils/ranking/rank.ts', `export const a = new Function('return 1');`, 'no "Function"'],
    [
      'a store of the page’s',
      'components/common/Chip.tsx',
      `export const a = () => localStorage.length;`,
      'no "localStorage"',
    ],
  ])('%s', (_, path, text, words) => {
    expect(brokenBy({ path, text }).join('\n')).toContain(words);
  });

  it.each([
    ['a room by its door', 'entrypoints/background/index.ts', `import { rank } from '@/utils/ranking';`],
    ['the ground', 'utils/ranking/rank.ts', `import { textOf } from '@/utils/model';`],
    ['a neighbour in the same room', 'utils/ranking/rank.ts', `import { weigh } from './weigh';`],
    ['a test that looks anywhere', 'utils/ranking/rank.test.ts', `import { findMentions } from '@/utils/matching';`],
    [
      'a parameter called document',
      'utils/archive/open.ts',
      `export const title = (document: { title: string }) => document.title;`,
    ],
    ['a dated note for later', 'utils/ranking/rank.ts', `// TO${'DO'}(2027-03): drop when Firefox 142 is the oldest.`],
    ['a plain door', 'utils/ranking/index.ts', `${HEADER}export { rank } from './rank';`],
    [
      'words in comments and strings',
      'utils/ranking/rank.ts',
      `// no innerHTML, no fetch\nexport const a = 'document';`,
    ],
  ])('but not %s', (_, path, text) => {
    expect(brokenBy({ path, text })).toEqual([]);
  });
});
