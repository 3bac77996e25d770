/**
 * Stands in (wxt.config.ts) for the two packages that Citation.js would look up addresses with. It is only ever given items,
 * never an address.
 */
export default function refuse(): never {
  throw new Error('citing asks no network');
}

export { refuse as Headers };
