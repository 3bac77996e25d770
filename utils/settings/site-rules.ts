import { done, failed, type Result, type SitePattern, type SiteRules } from '@/utils/model';
import { isPersonalPlace } from './personal-places';

/**
 * How an address stands under the rules. `personal`: all sites are watched, but this is a place where people write, pay or
 * sign in, and only naming that very site makes us read it.
 */
export type SiteStanding = 'watched' | 'all' | 'paused' | 'excepted' | 'personal' | 'off';

/** How an http(s) address stands under the rules at a moment in milliseconds since 1970. */
export function standingOf(address: string, rules: SiteRules, now: number): SiteStanding {
  const url = parsed(address);
  if (!url) return 'off';
  const chosen = rules.hosts.filter((pattern) => covers(pattern, url));
  if (rules.all === 'off' && chosen.length === 0) return 'off';
  if (rules.except.some((pattern) => covers(pattern, url))) return 'excepted';
  const isNamed = chosen.some((pattern) => hostOf(pattern) === url.hostname);
  if (!isNamed && isPersonalPlace(url)) return 'personal';
  if (isPaused(rules, now)) return 'paused';
  return chosen.length > 0 ? 'watched' : 'all';
}

export function isPaused({ pausedUntil }: SiteRules, now: number): boolean {
  return pausedUntil !== null && pausedUntil > now;
}

/**
 * The rules after a site was switched on or off, or all sites with null. Off under "all sites" is an exception;
 * on takes away what would keep the site silent.
 */
export function withWatch(
  rules: SiteRules,
  { host, watch }: { host: SitePattern | null; watch: 'on' | 'off' },
): SiteRules {
  if (host === null) return { ...rules, all: watch };
  const url = new URL(`https://${host}`);
  const hosts = rules.hosts.filter((pattern) => pattern !== host);
  const except = rules.except.filter((pattern) => pattern !== host && !(watch === 'on' && covers(pattern, url)));
  if (watch === 'on') return { ...rules, hosts: sorted([...hosts, host]), except };
  const isStillCovered = rules.all === 'on' || hosts.some((pattern) => covers(pattern, url));
  return { ...rules, hosts, except: isStillCovered ? sorted([...except, host]) : except };
}

/** A pattern from what somebody typed or pasted: a host, an address, a match pattern. */
export function parseSite(typed: string): Result<SitePattern, 'not-a-site'> {
  const [, host = '', path = ''] =
    /^(?:(?:https?|\*):\/\/)?(?:\*\.)?([^\s/?#*:@]+)(?::\d+)?(\/[^\s?#]*)?(?:[?#].*)?$/iu.exec(typed.trim()) ?? [];
  const url = parsed(`https://${host}${path.replace(/(?<![/*])[/*]+$/u, '')}`);
  // A name without a dot is a word, but for the machine at hand.
  if (!url || path.includes('**') || !(url.hostname.includes('.') || url.hostname === 'localhost')) {
    return failed('not-a-site');
  }
  const steps = url.pathname.split('/').filter((step) => step !== '');
  return done([url.hostname, ...steps].join('/'));
}

/** What the browser is asked for to watch every site. */
export const ALL_SITES = '*://*/*';

/** A site and its subdomains, as the browser grants them: it grants whole hosts only. */
export function originsOf(pattern: SitePattern): string[] {
  return [`*://${hostOf(pattern)}/*`, ...(isAddress(hostOf(pattern)) ? [] : [`*://*.${hostOf(pattern)}/*`])];
}

/** Our own page that shows the PDF at an address. */
export function viewerOf(address: string): string {
  return `/viewer.html?file=${encodeURIComponent(address)}`;
}

/** The pages a pattern covers, as the browser matches them. */
export function matchesOf(pattern: SitePattern): string[] {
  const host = hostOf(pattern);
  const path = pattern.slice(host.length);
  const paths = path === '' ? ['/*'] : [path, `${path}/*`, `${path}?*`];
  const hosts = isAddress(host) ? [host] : [host, `*.${host}`];
  return hosts.flatMap((name) => paths.map((tail) => `*://${name}${tail}`));
}

function covers(pattern: SitePattern, { hostname, pathname }: URL): boolean {
  const host = hostOf(pattern);
  const path = pattern.slice(host.length);
  const isHost = hostname === host || (hostname.endsWith(`.${host}`) && !isAddress(host));
  return isHost && (path === '' || pathname === path || pathname.startsWith(`${path}/`));
}

function hostOf(pattern: SitePattern): string {
  return pattern.split('/')[0] ?? pattern;
}

/** An IP address has no subdomains; the browser refuses a pattern that says so. */
function isAddress(host: string): boolean {
  return /^[\d.]+$|^\[/u.test(host);
}

function parsed(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/u.test(url.protocol) ? url : null;
}

function sorted(patterns: readonly SitePattern[]): SitePattern[] {
  return [...new Set(patterns)].sort();
}

/** The search page with everything that a text finds; without one, the archives week by week. From the top of the extension. */
export function searchPageOf(text: string): `/search.html${string}` {
  const query = text.trim();
  return query === '' ? '/search.html' : `/search.html?${new URLSearchParams({ q: query }).toString()}`;
}
