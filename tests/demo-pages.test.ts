// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { briefPage } from '@/entrypoints/background/brief-page';
import { applyEdits } from '@/utils/editing';
import { rowsOf } from '@/utils/indexing';
import { readArchiveFile } from '@/utils/intake';
import { compileNames } from '@/utils/matching';
import { readPage } from '@/utils/reading';
import { compileTexts } from '@/utils/search';

const archive = readArchiveFile({
  text: readFileSync('public/starter.json', 'utf8'),
  fileName: 'starter.json',
  archiveId: 'starter',
});
if (!archive.ok) throw new Error('the starter archive is broken: npm run archive says where');
const known = {
  names: compileNames(archive.value.entities),
  texts: compileTexts(archive.value),
  ...rowsOf({ heads: archive.value.briefs, entities: archive.value.entities }),
  hand: applyEdits(archive.value.entities, []),
};

/** From the page as it is served to the briefs beside it: each demo story has its own week first, in each language. */
it.each([
  ['en/defence-plan', 'bw-20121029-military-industry'],
  ['ru/oboronka', 'bw-20121029-military-industry'],
  ['be/abarona', 'bw-20121029-military-industry'],
  ['en/potash-arrest', 'bw-20130826-baumgertner'],
  ['ru/kaliy', 'bw-20130826-baumgertner'],
  ['be/kalij', 'bw-20130826-baumgertner'],
])('%s stands beside its own week, with names and reasons', async (story, week) => {
  const html = readFileSync(`tests/pages/demo/${story}.html`, 'utf8').replace(/<link rel="stylesheet"[^>]*>/gu, '');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const { page } = await readPage(parsed, { now: () => 0, pause: () => Promise.resolve() });
  const briefing = briefPage(page, known, ['en', 'be', 'ru']);
  expect(briefing.related[0]?.head.group).toBe(`starter/${week}`);
  expect(briefing.entities.length).toBeGreaterThanOrEqual(5);
  expect(briefing.related.length).toBeGreaterThanOrEqual(3);
  expect(briefing.related.every(({ because }) => because.entities.length > 0)).toBe(true);
});
