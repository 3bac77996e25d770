/**
 * What the browser is asked for to fetch an address: its server, and the same with or without "www.", for sites lead from one to the other.
 * No other subdomain, and not the other scheme.
 */
export function originsFor(address: string): string[] {
  const { protocol, hostname } = new URL(address);
  const own = `${protocol}//${hostname}/*`;
  if (hostname.startsWith('[') || /^[\d.]+$/u.test(hostname) || !hostname.includes('.')) return [own];
  const other = hostname.startsWith('www.') ? hostname.slice('www.'.length) : `www.${hostname}`;
  return [own, `${protocol}//${other}/*`];
}
