import { done, type Edit, type EntityChange, type PageFailure, type Result } from '@/utils/model';
import { changed } from './answer-archives';
import { fullNameOf } from './brief-page';
import { changeEdits, knownArchives, withArchives } from './keep-archives';
import { readerLanguages } from './reader-languages';

/** The same edit said twice is one: the wire asks again when the background was stopped while it answered. */
export async function editEntity({
  id,
  changes,
}: {
  id: string;
  changes: readonly EntityChange[];
}): Promise<Result<null, PageFailure>> {
  const [known, languages] = await Promise.all([knownArchives(), readerLanguages()]);
  if (!known.ok) return known;
  const { entities, hand } = known.value;
  const about = changes[0]?.entity ?? '';
  const entity = entities.get(hand.standsFor.get(about) ?? about) ?? hand.muted.get(about);
  const label = entity ? fullNameOf(entity, languages) : about;
  return changed(
    await changeEdits((edits) => {
      if (edits.some((edit) => edit.id === id)) return edits;
      const at = Math.max(Date.now(), (edits.at(-1)?.at ?? 0) + 1);
      return [...edits, { version: 1, id, at, label, changes }];
    }),
  );
}

export async function undoEdit({ id }: { id: string }): Promise<Result<null, PageFailure>> {
  return changed(await changeEdits((edits) => edits.filter((edit) => edit.id !== id)));
}

export async function listEdits(): Promise<Result<readonly Edit[], PageFailure>> {
  const edits = await withArchives((archives) => archives.edits());
  return edits.ok ? done(edits.value.toReversed()) : edits;
}
