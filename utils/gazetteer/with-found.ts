import type { ArchiveContents, Brief } from '@/utils/model';
import { findEntities, type FindOptions } from './find-entities';

/**
 * The same archive, with entities found for the briefs that declare none. What the archive declares stays and wins; what was found before is
 * found anew, so that doing it twice changes nothing. Where every brief declares its entities the archive is given back as it is.
 */
export async function withFoundEntities(
  contents: ArchiveContents,
  { onProgress }: Pick<FindOptions, 'onProgress'> = {},
): Promise<ArchiveContents> {
  const declared = contents.entities.filter(({ saidBy }) => saidBy !== 'found');
  const ids = new Set(declared.map(({ id }) => id));
  const own = (brief: Brief): readonly string[] => brief.entities.filter((id) => ids.has(id));
  const silent = contents.briefs.filter((brief) => own(brief).length === 0);
  if (silent.length === 0) return contents;
  const found = await findEntities(silent, { declared, ...(onProgress && { onProgress }) });
  return {
    ...contents,
    entities: [...declared, ...found.entities],
    briefs: contents.briefs.map((brief) => ({ ...brief, entities: found.named.get(brief.id) ?? own(brief) })),
  };
}
