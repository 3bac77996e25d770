import type { Digest } from '@/utils/messaging';
import type { PageFailure, Result } from '@/utils/model';
import { done } from '@/utils/model';
import { readLately, rememberReading } from '@/utils/settings';
import { knownArchives, withArchives } from './keep-archives';
import { makeDigest } from './make-digest';
import { readerLanguages } from './reader-languages';
import { readingOf } from './read-lately';

/** The digest of a week, or of the newest. */
export async function digestOf({ week }: { week: string | null }): Promise<Result<Digest, PageFailure>> {
  const [known, list] = await Promise.all([knownArchives(), withArchives((archives) => archives.list())]);
  if (!known.ok) return known;
  if (!list.ok) return list;
  const weeks = (await rememberReading.getValue()) === 'on' ? await readLately.getValue() : {};
  return done(
    makeDigest({
      heads: known.value.heads,
      entities: known.value.entities,
      reading: readingOf(weeks),
      titles: new Map(list.value.map(({ id, title }) => [id, title])),
      languages: await readerLanguages(),
      week,
      now: Date.now(),
    }),
  );
}
