import type { ListedArchive } from '@/utils/archive';
import { t } from '@/utils/i18n';
import { speakAsReader } from './speak-as-reader';

/** What archives are called in lists, in the language spoken now: the one that ships with us by its kind, all others by their own titles. */
export async function archiveTitles(): Promise<(archive: Pick<ListedArchive, 'title' | 'source'>) => string> {
  await speakAsReader();
  return ({ title, source }) => (source?.kind === 'starter' ? t('starterArchive') : title);
}
