/**
 * `npm run bench -- reading [part …]`: what reading pages is worth and what it costs, on real pages in a real Chromium; all parts
 * where none is named. Wants `npx wxt build` first for all parts but `quality`, and the stored pages beside the repository.
 */
import { benchCanaries } from './reading-canaries';
import { benchCost } from './reading-cost';
import { benchQuality } from './reading-quality';
import { benchHidden } from './reading-hidden';
import { benchMutations } from './reading-mutations';
import { benchRoutes } from './reading-routes';

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  quality: () => benchQuality({ worst: process.argv.includes('--worst') ? 25 : 0 }),
  cost: () => benchCost({ every: numberOf('every', 1) }),
  mutations: () => benchMutations({ seconds: numberOf('seconds', 60) }),
  routes: () => benchRoutes({ routes: numberOf('routes', 500) }),
  canaries: () => benchCanaries({ pages: numberOf('pages', 100) }),
  hidden: () => benchHidden({ tabs: numberOf('tabs', 190) }),
};

const asked = Object.keys(PARTS).filter((part) => process.argv.includes(part));
for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  console.log(`\n== ${part}`);
  await PARTS[part]?.();
}

/** `--every=10` on the command line. */
function numberOf(name: string, otherwise: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given ? Number(given.split('=')[1]) : otherwise;
}
