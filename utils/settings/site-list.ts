import type { SiteRules } from '@/utils/model';
import { parseSite } from './site-rules';

/** The rules of a list, with the lines that are no site; `line` counts from 1. */
export interface SiteList {
  rules: Pick<SiteRules, 'all' | 'hosts' | 'except'>;
  problems: readonly { line: number; text: string }[];
}

const HEAD = '# Backgrounder: sites, one a line. A minus in front: never read unasked. A star: all sites.';

/** The rules as a text that people can read, edit and send: one site a line, `-` before an exception, `*` for all sites. */
export function writeSiteList({ all, hosts, except }: SiteList['rules']): string {
  return [HEAD, ...(all === 'on' ? ['*'] : []), ...hosts, ...except.map((site) => `-${site}`), ''].join('\n');
}

/** Reads such a text, or any list of addresses. Empty lines and what follows a `#` at the start of a word are left out. */
export function readSiteList(text: string): SiteList {
  const hosts = new Set<string>();
  const except = new Set<string>();
  const problems: { line: number; text: string }[] = [];
  let all: SiteRules['all'] = 'off';
  text.split(/\r\n?|\n/u).forEach((written, at) => {
    const line = written
      .replace(/^\uFEFF/u, '')
      .replace(/(?:^|\s)#.*$/u, '')
      .trim();
    if (line === '') return;
    if (line === '*') return void (all = 'on');
    const site = parseSite(line.replace(/^-\s*/u, ''));
    if (site.ok) (line.startsWith('-') ? except : hosts).add(site.value);
    else problems.push({ line: at + 1, text: line });
  });
  return { rules: { all, hosts: [...hosts].sort(), except: [...except].sort() }, problems };
}
