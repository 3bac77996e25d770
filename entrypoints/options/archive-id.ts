import type { ArchiveContents, ArchiveId } from '@/utils/model';

/** Ids that no title may claim: the archive that ships with us. */
const OURS = ['starter'];

/** Longest part of a title in an id, in UTF-16 code units; ids begin every key. */
const MAX_SLUG = 60;

/** Which archive a source with this title would be: the one that has the title already, or one of its own. */
export function archiveIdFor(
  title: string,
  archives: readonly { id: ArchiveId; title: string }[],
): { id: ArchiveId; replaces: 'nothing' | 'archive' } {
  const same = archives.find((archive) => folded(archive.title) === folded(title));
  if (same) return { id: same.id, replaces: 'archive' };
  const taken = new Set([...OURS, ...archives.map(({ id }) => id)]);
  const slug = slugOf(title);
  let id = slug;
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
  return { id, replaces: 'nothing' };
}

/** The same contents under another id and title. */
export function underId(contents: ArchiveContents, { id, title }: { id: ArchiveId; title: string }): ArchiveContents {
  const moved = (key: string): string => `${id}${key.slice(contents.id.length)}`;
  return {
    ...contents,
    id,
    title,
    entities: contents.entities.map((entity) => ({ ...entity, id: moved(entity.id) })),
    briefs: contents.briefs.map((brief) => ({
      ...brief,
      id: moved(brief.id),
      archiveId: id,
      group: moved(brief.group),
      entities: brief.entities.map(moved),
    })),
  };
}

/** Letters and digits of any script, the rest as hyphens: also the name of an exported file. */
export function slugOf(title: string): string {
  const words = folded(title).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return words.slice(0, MAX_SLUG).replace(/^-+|(?<!-)-+$/gu, '') || 'archive';
}

function folded(title: string): string {
  return title.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
