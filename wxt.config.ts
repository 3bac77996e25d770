import { resolve } from 'node:path';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';

/** Fixed so that a Firefox profile, an update and a backup all speak of the same add-on. */
const FIREFOX_ID = 'backgrounder@backgrounder.example';

/**
 * The polyfill as an ES module. A bundler that imports it as CommonJS copies its exports, and where the browser has a `browser` of its own
 * those are all APIs there are, each made as it is copied: a millisecond of every wake (`npm run bench -- wake`).
 */
const polyfillAsModule = {
  name: 'polyfill-as-module',
  transform(code: string, id: string) {
    if (!id.endsWith('/browser-polyfill.js')) return null;
    return `const module = { exports: {} }; const { exports } = module;\n${code}\nexport default module.exports;`;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  // No invisible imports: the architecture test can only see what stands in the source.
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [polyfillAsModule],
    resolve: {
      // WXT's class can be switched off by the page and shows it our id; see the file that stands in for it.
      alias: {
        'wxt/utils/content-script-context': resolve('entrypoints/page.content/wxt-context.ts'),
        // Citation.js can look up addresses; we never give it one, and leave out what it would ask with.
        'sync-fetch': resolve('scripts/no-network.ts'),
        'node-fetch': resolve('scripts/no-network.ts'),
      },
    },
  }),
  hooks: {
    // A script with one letter beyond ASCII is kept as UTF-16, twice the bytes at every wake of the background.
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.type !== 'background') return;
      config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output: { charset: 'ascii' } } });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // Nothing here lets us see a site: "activeTab" is granted by a click, sites are optional and asked for when chosen.
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'contextMenus',
      // A pause ends by itself, and subscriptions fall due.
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['*://*/*'],
    // Asked for when somebody wants to be told of new issues.
    optional_permissions: ['notifications'],
    // Grey until a page was read; the background then paints the button of that tab.
    action: {
      default_title: '__MSG_extName__',
      default_icon: { 16: 'icon/off-16.png', 32: 'icon/off-32.png', 48: 'icon/off-48.png' },
    },
    omnibox: { keyword: 'bg' },
    commands: {
      // Chromium takes no more than four of the keys we would suggest; whoever wants one for the popup gives it one there.
      _execute_action: browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+F' } } : {},
      // Not Alt+Shift+B: Chromium keeps that for its bookmarks, and gives us no key then.
      'open-panel': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_commandOpenPanel__' },
      'next-mention': { suggested_key: { default: 'Alt+Shift+Down' }, description: '__MSG_nextMention__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+Up' }, description: '__MSG_prevMention__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_openCard__' },
    },
    // `connect-src` is for the background, which fetches what was subscribed to, and the options, which look at a source first; which servers
    // those are is not known before, and the browser still wants a permission for each; and for the viewer of PDFs. All other pages of ours
    // narrow it in their heads. No text becomes markup or script (components/common/own-scripts.ts).
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  zip: { excludeSources: ['out/**', '*.log'] },
});
