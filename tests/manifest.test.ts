import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '../wxt.config';

type Manifest = Record<string, unknown>;

async function manifestFor(browser: 'chrome' | 'firefox'): Promise<Manifest> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('the manifest depends on the browser');
  return await manifest({ browser, mode: 'production', command: 'build', manifestVersion: 3 });
}

/** What we may ever ask for without being asked: a longer list is a decision, and a line in docs/PRIVACY.md. */
const ASKED_AT_INSTALL = ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus', 'alarms'];

/** Pages that fetch what their reader named: a source that is looked at before it is subscribed to, a PDF. */
const FETCHING = ['options', 'viewer'];

/** Every page of ours that a person can open. */
const PAGES = readdirSync('entrypoints').filter((name) => existsSync(`entrypoints/${name}/index.html`));

describe('the manifest', () => {
  it.each([
    ['chrome', [...ASKED_AT_INSTALL, 'sidePanel']],
    ['firefox', ASKED_AT_INSTALL],
  ] as const)(
    '%s asks for no site at install, and for nothing that is not on the list',
    async (browser, permissions) => {
      const manifest = await manifestFor(browser);
      expect(manifest['permissions']).toEqual(permissions);
      expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
      expect([manifest['host_permissions'], manifest['optional_permissions']]).toEqual([undefined, ['notifications']]);
    },
  );

  it.each(['chrome', 'firefox'] as const)(
    '%s: pages cannot reach into us, and what we reach is fetched, never run or drawn',
    async (browser) => {
      const manifest = await manifestFor(browser);
      expect([manifest['externally_connectable'], manifest['web_accessible_resources']]).toEqual([
        undefined,
        undefined,
      ]);
      const { extension_pages: policy } = manifest['content_security_policy'] as Record<string, string>;
      expect(policy).toMatch(/^default-src 'none';/u);
      const sources = (policy ?? '').split('; ');
      expect(sources.filter((source) => /unsafe|https?:|\*/u.test(source))).toEqual([
        "connect-src 'self' https: http:",
      ]);
    },
  );

  it.each(PAGES)('%s reaches nobody, unless it is one of those that fetch what their reader named', (page) => {
    const html = readFileSync(`entrypoints/${page}/index.html`, 'utf8');
    const narrowed = /<meta\s+http-equiv="Content-Security-Policy"\s+content="connect-src 'self'"\s*\/?>/u.test(html);
    expect(narrowed, 'a page narrows what it may reach by a meta element in its head').toBe(!FETCHING.includes(page));
  });

  it('tells Firefox that no data is collected', async () => {
    const { browser_specific_settings: settings } = await manifestFor('firefox');
    expect(settings).toMatchObject({ gecko: { data_collection_permissions: { required: ['none'] } } });
  });
});
