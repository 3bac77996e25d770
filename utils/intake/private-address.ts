/**
 * Whether a host is of somebody's own network: loopback, link-local, RFC 1918 and its IPv6 kin, and names that only such a network knows.
 * Judged by the host as the URL parser writes it (it has already turned 0x7f.1 into 127.0.0.1); a public name that resolves to a private
 * address cannot be seen from an extension.
 *
 * @param host as in `URL.hostname`
 */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/u, '');
  if (name.startsWith('[')) return isPrivateIpv6(name.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(name)) return isPrivateIpv4(name.split('.').map(Number));
  // A name without a dot is answered by the local network only.
  return !name.includes('.') || /\.(?:localhost|local|internal|lan|home|intranet|home\.arpa)$/u.test(name);
}

function isPrivateIpv4([first = 0, second = 0]: readonly number[]): boolean {
  if (first === 0 || first === 10 || first === 127) return true;
  if (first === 100) return second >= 64 && second <= 127;
  if (first === 169) return second === 254;
  if (first === 172) return second >= 16 && second <= 31;
  return first === 192 && second === 168;
}

function isPrivateIpv6(address: string): boolean {
  const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/u.exec(address);
  if (mapped) {
    const high = parseInt(mapped[1] ?? '', 16);
    return isPrivateIpv4([high >> 8, high & 0xff]);
  }
  return address === '::1' || address === '::' || /^(?:f[cd][\da-f]{2}|fe[89ab][\da-f]):/u.test(address);
}
