import { type ArchiveSummary, tell } from '@/utils/messaging';
import {
  type ArchiveContents,
  type ArchiveId,
  type ArchiveSource,
  done,
  failed,
  type PageFailure,
  type Result,
  type StoredArchive,
} from '@/utils/model';
import { marksPainted } from '@/utils/settings';
import { archiveTitles } from './archive-titles';
import { forgetBriefing, paintEverywhere } from './answer-pages';
import { putArchive, putStarter, removeArchive, withArchives } from './keep-archives';

/** What the archives hold, for lists and empty states. */
export async function listArchives(): Promise<Result<readonly ArchiveSummary[], PageFailure>> {
  const titleOf = await archiveTitles();
  return withArchives(async (archives) => {
    const damaged = new Set((await archives.findDamaged()).map(({ id }) => id));
    return (await archives.list()).map(
      ({ id, title, installedAt, groups, languages, weeks, size, source, use, marks }) => {
        const state = damaged.has(id) ? 'damaged' : 'whole';
        const said = titleOf({ title, source });
        return { id, title: said, installedAt, briefs: groups, languages, weeks, size, source, use, marks, state };
      },
    );
  });
}

export async function useStarter(): Promise<Result<null, PageFailure>> {
  return changed(await putStarter());
}

export async function keepArchive(archive: {
  contents: ArchiveContents;
  installedAt: number | null;
  source?: ArchiveSource;
}): Promise<Result<null, PageFailure>> {
  return changed(await putArchive({ ...archive, installedAt: archive.installedAt ?? Date.now() }));
}

export async function dropArchive({ id }: { id: ArchiveId }): Promise<Result<null, PageFailure>> {
  return changed(await removeArchive(id));
}

export async function wholeArchive({ id }: { id: ArchiveId }): Promise<Result<StoredArchive, 'gone' | PageFailure>> {
  const archive = await withArchives((archives) => archives.archive(id));
  if (!archive.ok) return archive;
  return archive.value === null ? failed('gone') : done(archive.value);
}

/** Briefings and marks rest on the archives: they are made anew, and whoever shows any asks again. */
export async function changed(outcome: Result<null, PageFailure>): Promise<Result<null, PageFailure>> {
  if (!outcome.ok) return outcome;
  forgetBriefing();
  await tell({ news: 'archive-changed' });
  void marksPainted.getValue().then(paintEverywhere); // pages may take their time; the archive is in place already
  return outcome;
}
