import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findEntities } from '@/utils/gazetteer';
import { readArchiveFile } from '@/utils/intake';
import { readReviewed, scoreGazetteer } from '../scripts/command/score-gazetteer';

it('finds, rightly, and joins what the starter archive declares', async () => {
  const archive = readArchiveFile({
    text: readFileSync('public/starter.json', 'utf8'),
    fileName: 'starter.json',
    archiveId: 'starter',
  });
  if (!archive.ok) throw new Error('the starter archive does not read');
  const { entities } = await findEntities(archive.value.briefs);
  const reviewed = readReviewed(readFileSync('tests/archives/gazetteer-reviewed.tsv', 'utf8'));
  const score = scoreGazetteer(entities, archive.value.entities, reviewed);
  expect(score.declaredFound / score.declared, score.missed.join(', ')).toBeGreaterThanOrEqual(0.95);
  const right = score.foundDeclared + score.foundReal;
  expect(right / score.found, score.unknown.join('\n')).toBeGreaterThanOrEqual(0.93);
  expect(score.joined / score.inAllLanguages, score.split.join('\n')).toBeGreaterThanOrEqual(0.95);
});
