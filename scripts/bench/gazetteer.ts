/** Finding names in briefs: the starter archive once, ten times and eighty-four times over; the time of a brief must stay the same. */
import { readFileSync } from 'node:fs';
import { findEntities } from '@/utils/gazetteer';
import { readArchiveFile } from '@/utils/intake';

const TIMES = [1, 10, 84];

const archive = readArchiveFile({
  text: readFileSync('public/starter.json', 'utf8'),
  fileName: 'starter.json',
  archiveId: 'starter',
});
if (!archive.ok) throw new Error('the starter archive does not read');
for (const times of TIMES) {
  const briefs = Array.from({ length: times }, (_, copy) =>
    archive.value.briefs.map((brief) => ({
      ...brief,
      id: `${brief.id}/${copy}`,
      group: `${brief.group}/${copy}`,
    })),
  ).flat();
  const started = performance.now();
  const { entities } = await findEntities(briefs);
  const ms = performance.now() - started;
  const perMinute = Math.round((briefs.length / ms) * 60_000);
  console.log(
    `${briefs.length} briefs: ${ms.toFixed(0)} ms, ${(ms / briefs.length).toFixed(2)} ms each, ${perMinute} a minute; ${entities.length} entities`,
  );
}
