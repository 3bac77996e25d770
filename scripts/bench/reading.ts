/**
 * `npm run bench -- reading [part …]`: what reading pages is worth and what it costs, on real pages in a real Chromium; all parts
 * where none is named. Wants `npx wxt build` first for all parts but `quality`, and the stored pages beside the repository.
 */
import { benchCost } from './reading-cost';
import { benchQuality } from './reading-quality';

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  quality: () => benchQuality({ worst: process.argv.includes('--worst') ? 25 : 0 }),
  cost: () => benchCost({ every: Number(/--every=(\d+)/u.exec(process.argv.join(' '))?.[1] ?? 1) }),
};

const asked = Object.keys(PARTS).filter((part) => process.argv.includes(part));
for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) {
  console.log(`\n== ${part}`);
  await PARTS[part]?.();
}
