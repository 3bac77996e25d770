import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SiteRules } from '@/utils/model';
import { isPersonalPlace } from './personal-places';
import { readSiteList, writeSiteList } from './site-list';
import { matchesOf, originsOf, parseSite, standingOf, withWatch } from './site-rules';

const NONE: SiteRules = { all: 'off', hosts: [], except: [], pausedUntil: null };
const ALL: SiteRules = { ...NONE, all: 'on' };

describe('how an address stands', () => {
  it.each<[string, string, Partial<SiteRules>]>([
    ['off', 'https://dispatch.example/a', {}],
    ['watched', 'https://dispatch.example/a', { hosts: ['dispatch.example'] }],
    ['watched', 'http://www.dispatch.example:8080/', { hosts: ['dispatch.example'] }],
    ['off', 'https://notdispatch.example/', { hosts: ['dispatch.example'] }],
    ['watched', 'https://dispatch.example/news/a', { hosts: ['dispatch.example/news'] }],
    ['watched', 'https://dispatch.example/news', { hosts: ['dispatch.example/news'] }],
    ['off', 'https://dispatch.example/newsletter', { hosts: ['dispatch.example/news'] }],
    ['all', 'https://dispatch.example/', { all: 'on' }],
    ['excepted', 'https://dispatch.example/', { all: 'on', except: ['dispatch.example'] }],
    [
      'excepted',
      'https://dispatch.example/sport/1',
      { hosts: ['dispatch.example'], except: ['dispatch.example/sport'] },
    ],
    ['off', 'https://other.example/', { hosts: ['dispatch.example'], except: ['other.example'] }],
    ['paused', 'https://dispatch.example/', { all: 'on', pausedUntil: 1001 }],
    ['all', 'https://dispatch.example/', { all: 'on', pausedUntil: 1000 }],
    ['off', 'https://dispatch.example/', { pausedUntil: 2000 }],
    ['personal', 'https://mail.dispatch.example/', { all: 'on' }],
    ['personal', 'https://mail.dispatch.example/', { hosts: ['dispatch.example'] }],
    ['watched', 'https://mail.dispatch.example/', { hosts: ['mail.dispatch.example'] }],
    ['off', 'file:///home/a.html', { all: 'on' }],
    ['off', 'no address', { all: 'on' }],
    ['watched', 'http://127.0.0.1:8000/', { hosts: ['127.0.0.1'] }],
  ])('%s: %s under %j', (standing, address, rules) => {
    expect(standingOf(address, { ...NONE, ...rules }, 1000)).toBe(standing);
  });
});

describe('a place where people write, pay or sign in', () => {
  it.each([
    'https://mail.google.com/mail/u/0/',
    'https://e.mail.ru/inbox/',
    'https://webmail.institute.example/',
    'https://accounts.google.com/',
    'https://login.live.com/',
    'https://www.deutsche-bank.de/',
    'https://online.sberbank.ru/',
    'https://ibank.belinvestbank.by/',
    'https://my.bank/',
    'https://www.paypal.com/activity',
    'https://mychart.clinic.example/',
    'https://web.telegram.org/k/',
    'https://dispatch.example/login',
    'https://dispatch.example/account/signin?next=/',
    'https://shop.example/checkout/2',
    'https://lk.provider.example/',
  ])('%s', (address) => {
    expect(isPersonalPlace(new URL(address))).toBe(true);
  });

  it.each([
    'https://www.bbc.co.uk/news/business-1',
    'https://dispatch.example/login-crisis-at-the-ministry',
    'https://dailymail.co.uk/news',
    'https://thebanker.com/',
    'https://dispatch.example/news/bank-of-england-raises-rates',
    'https://dispatch.example/authors/anna',
    'https://mailonline.example/',
    'https://gazeta.example/politics/2012/hospitals',
    'https://belta.by/economics',
    'https://yandex.ru/news',
  ])('but not %s', (address) => {
    expect(isPersonalPlace(new URL(address))).toBe(false);
  });
});

describe('a site as people write it', () => {
  it.each([
    ['dispatch.example', 'dispatch.example'],
    ['  HTTPS://Dispatch.Example/  ', 'dispatch.example'],
    ['https://dispatch.example/news/*', 'dispatch.example/news'],
    ['*://*.dispatch.example/*', 'dispatch.example'],
    ['*.dispatch.example', 'dispatch.example'],
    ['dispatch.example:8080/a?b=c#d', 'dispatch.example/a'],
    ['http://a.aa//.', 'a.aa'],
    ['новости.рф', 'xn--b1amnebsh.xn--p1ai'],
    ['127.0.0.1', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('%s is %s', (typed, pattern) => {
    expect(parseSite(typed)).toEqual({ ok: true, value: pattern });
  });

  it.each([
    '',
    'news',
    'mailto:a@b.example',
    'file:///etc',
    'javascript:alert(1)',
    'a b.example',
    '*',
    'http://',
    'chrome://x',
  ])('%j is none', (typed) => {
    expect(parseSite(typed)).toEqual({ ok: false, error: 'not-a-site' });
  });

  it('is its own writing, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const site = parseSite(typed);
        if (site.ok) expect(parseSite(site.value)).toEqual(site);
      }),
    );
  });
});

describe('what the browser is told of a site', () => {
  it.each([
    ['dispatch.example', ['*://dispatch.example/*', '*://*.dispatch.example/*']],
    ['127.0.0.1', ['*://127.0.0.1/*']],
  ])('%s: %j', (pattern, origins) => {
    expect(originsOf(pattern)).toEqual(origins);
    expect(matchesOf(pattern)).toEqual(origins);
  });

  it('a part of a site asks for the whole host and matches the part', () => {
    expect(originsOf('d.example/news')).toEqual(['*://d.example/*', '*://*.d.example/*']);
    expect(matchesOf('d.example/news')).toContain('*://d.example/news/*');
    expect(matchesOf('d.example/news')).not.toContain('*://d.example/news*');
  });
});

describe('switching', () => {
  it.each<[string, SiteRules, { host: string | null; watch: 'on' | 'off' }, Partial<SiteRules>]>([
    ['a site on', NONE, { host: 'd.example', watch: 'on' }, { hosts: ['d.example'] }],
    ['a site off', { ...NONE, hosts: ['d.example'] }, { host: 'd.example', watch: 'off' }, { hosts: [], except: [] }],
    ['a site off under all', ALL, { host: 'd.example', watch: 'off' }, { all: 'on', except: ['d.example'] }],
    [
      'and on again',
      { ...ALL, except: ['d.example'] },
      { host: 'd.example', watch: 'on' },
      { except: [], hosts: ['d.example'] },
    ],
    [
      'a part off',
      { ...NONE, hosts: ['d.example'] },
      { host: 's.d.example', watch: 'off' },
      { except: ['s.d.example'] },
    ],
    [
      'a part on under a wider exception',
      { ...ALL, except: ['d.example'] },
      { host: 's.d.example', watch: 'on' },
      { except: [] },
    ],
    ['all on', NONE, { host: null, watch: 'on' }, { all: 'on' }],
    [
      'all off keeps the sites',
      { ...ALL, hosts: ['d.example'] },
      { host: null, watch: 'off' },
      { all: 'off', hosts: ['d.example'] },
    ],
  ])('%s', (_, before, change, after) => {
    expect(withWatch(before, change)).toMatchObject(after);
  });

  it('on is on and off is off, whatever was chosen before', () => {
    const site = fc.constantFrom('d.example', 's.d.example', 'o.example', 'd.example/news');
    const sites = fc.uniqueArray(site);
    fc.assert(
      fc.property(
        fc.constantFrom('on', 'off'),
        sites,
        sites,
        site,
        fc.constantFrom('on', 'off'),
        (all, hosts, except, host, watch) => {
          const after = withWatch({ ...NONE, all, hosts, except }, { host, watch });
          const standing = standingOf(`https://${host}`, after, 0);
          expect(standing === 'watched' || standing === 'all').toBe(watch === 'on');
        },
      ),
    );
  });
});

describe('a list of sites as text', () => {
  it('comes back as it was written', () => {
    const rules = { all: 'on', hosts: ['a.example', 'b.example/news'], except: ['c.example'] } as const;
    expect(readSiteList(writeSiteList(rules))).toEqual({ rules, problems: [] });
  });

  it('takes what people paste, and says which line is no site', () => {
    const text = '\uFEFFhttps://a.example/\r\n\r\n# ours\r\n- b.example # not this\r\nnews\r\na.example';
    expect(readSiteList(text)).toEqual({
      rules: { all: 'off', hosts: ['a.example'], except: ['b.example'] },
      problems: [{ line: 5, text: 'news' }],
    });
  });
});
