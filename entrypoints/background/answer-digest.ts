import type { Digest } from '@/utils/messaging';
import type { PageFailure, Result } from '@/utils/model';
import { done } from '@/utils/model';
import { readLately, rememberReading } from '@/utils/settings';
import { archiveTitles } from './archive-titles';
import { knownArchives, withArchives } from './keep-archives';
import { makeDigest } from './make-digest';
import { readerLanguages } from './reader-languages';
import { readingOf } from './read-lately';

/** The digest of a week, or of the newest. */
export async function digestOf({ week }: { week: string | null }): Promise<Result<Digest, PageFailure>> {
  const [known, list, titleOf] = await Promise.all([
    knownArchives(),
    withArchives((archives) => archives.list()),
    archiveTitles(),
  ]);
  if (!known.ok) return known;
  if (!list.ok) return list;
  const weeks = (await rememberReading.getValue()) === 'on' ? await readLately.getValue() : {};
  return done(
    makeDigest({
      heads: known.value.heads,
      entities: known.value.entities,
      reading: readingOf(weeks),
      titles: new Map(list.value.map((archive) => [archive.id, titleOf(archive)])),
      languages: await readerLanguages(),
      week,
      now: Date.now(),
    }),
  );
}
