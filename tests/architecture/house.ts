/**
 * The house: which room may import which, and what of the outside world it may touch.
 * docs/ARCHITECTURE.md gives the reason for each line; change both together.
 */
export interface Room {
  /** Rooms it may import, by their doors; `utils/*` is every room there. */
  imports: readonly string[];
  /** Packages it may import. */
  packages: readonly RegExp[];
  /** Names of the outside world it may say, out of `OUTSIDE`. */
  outside: readonly Outside[];
}

/** Global names that reach out of the program, by what they reach. A room says only those in its line below. */
export const OUTSIDE = {
  page: [
    'document',
    'window',
    'navigator',
    'location',
    'MutationObserver',
    'getComputedStyle',
    'CSS',
    'requestAnimationFrame',
  ],
  network: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Request'],
  database: ['indexedDB', 'caches'],
  extension: ['chrome', 'browser'],
  clock: ['setTimeout', 'setInterval', 'performance'],
  process: ['process', 'Buffer', 'require'],
} as const;
type Outside = keyof typeof OUTSIDE;

const WXT = /^(#imports|wxt\/.+)$/;
const REACT = [
  /^react(-dom)?(\/.+)?$/,
  /^radix-ui$/,
  /^lucide-react$/,
  /^@tanstack\/react-virtual$/,
  /^@visx\/(axis|scale|shape)$/,
];
const PURE: Room = { imports: ['utils/model'], packages: [], outside: [] };
const READS_NAMES: Room = { ...PURE, imports: ['utils/model', 'utils/language'] };
const COMPONENTS = ['utils/model', 'utils/i18n', 'utils/stores', 'components/common'];

export const HOUSE: Readonly<Record<string, Room>> = {
  'utils/model': { ...PURE, imports: [] },
  // Ground too: what letters, sounds and kinds of words are.
  'utils/language': { ...PURE, imports: [] },
  'utils/matching': READS_NAMES,
  'utils/ranking': PURE,
  'utils/gazetteer': READS_NAMES,
  'utils/editing': PURE,
  // Fuse.js compares strings, the stemmers cut words; they touch nothing either.
  'utils/search': { ...PURE, packages: [/^fuse\.js$/, /^@orama\/stemmers\/russian$/, /^porter2$/] },
  // Citation.js formats references; its parts that could fetch are left out of what we build (wxt.config.ts).
  'utils/citing': { ...PURE, packages: [/^@citation-js\/(core|plugin-(bibtex|ris))$/] },
  // The one place where two pure rooms meet: background and worker must make the same indexes (decision 9).
  'utils/indexing': { ...PURE, imports: ['utils/model', 'utils/editing', 'utils/matching', 'utils/search'] },
  // Valibot checks the shapes of what a file holds; it touches nothing.
  'utils/backup': { ...PURE, packages: [/^valibot$/] },
  'utils/reading': { ...PURE, outside: ['page', 'clock'] },
  'utils/marking': { ...PURE, outside: ['page', 'clock'] },
  'utils/archive': { ...PURE, packages: [/^idb$/], outside: ['database'] },
  'utils/intake': {
    ...PURE,
    packages: [/^valibot$/, /^htmlparser2$/, /^fflate$/, /^markdown-it$/, /^papaparse$/, /^yaml$/],
    outside: ['network', 'clock'],
  },
  'utils/settings': { ...PURE, packages: [WXT], outside: ['extension'] },
  'utils/messaging': { ...PURE, packages: [WXT], outside: ['extension', 'clock'] },
  'utils/i18n': { ...PURE, packages: [WXT], outside: ['extension', 'page'] },
  'utils/stores': {
    imports: ['utils/model', 'utils/messaging', 'utils/settings'],
    packages: [/^zustand(\/.+)?$/],
    outside: ['clock'],
  },
  'components/common': {
    imports: ['utils/model', 'utils/i18n'],
    packages: REACT,
    outside: ['page', 'clock'],
  },
  'components/panel': { imports: COMPONENTS, packages: REACT, outside: ['page', 'clock'] },
  'components/search': { imports: COMPONENTS, packages: REACT, outside: ['page', 'clock'] },
  'components/notes': { imports: COMPONENTS, packages: REACT, outside: ['page', 'clock'] },
  'components/digest': { imports: COMPONENTS, packages: REACT, outside: ['page', 'clock'] },
  'components/options': { imports: COMPONENTS, packages: REACT, outside: ['page', 'clock'] },
  'components/welcome': { imports: COMPONENTS, packages: REACT, outside: ['page', 'clock'] },
  'components/viewer': { imports: COMPONENTS, packages: REACT, outside: ['page', 'clock'] },
  // Entrypoints introduce the rooms to one another, so they may import any room,
  // but never another entrypoint: contexts talk through utils/messaging.
  'entrypoints/*': {
    imports: ['utils/*', 'components/*'],
    packages: [/./],
    outside: ['page', 'network', 'database', 'extension', 'clock'],
  },
};

/** Names that tell nothing; the file that carries one does not know yet what it holds. */
export const BANNED_FILES = ['utils', 'helpers', 'helper', 'misc', 'types', 'constants', 'common', 'shared', 'lib'];

/** What no room may write, with what to do instead. Looked for in code, not in comments or strings. */
export const BANNED_WORDS: Readonly<Record<string, string>> = {
  innerHTML: 'pages and briefs are drawn as text, never as HTML',
  outerHTML: 'pages and briefs are drawn as text, never as HTML',
  insertAdjacentHTML: 'pages and briefs are drawn as text, never as HTML',
  dangerouslySetInnerHTML: 'pages and briefs are drawn as text, never as HTML',
  localStorage: 'small things live in utils/settings',
  sessionStorage: 'small things live in utils/settings',
  eval: 'no code from strings',
  Function: 'no code from strings; a type is written as its call signature',
};

/** Longest file, in lines: what one head holds at once. */
export const MAX_LINES = 300;

/** Files above MAX_LINES, each with its reason. This list only shrinks. */
export const LONGER_FILES: Readonly<Record<string, string>> = {};

/** A door shows this many lines of exports at most. */
export const MAX_DOOR_EXPORTS = 15;
