import type { ListedArchive } from '@/utils/archive';
import { speak, t, wantedLanguage } from '@/utils/i18n';
import { interfaceLanguage } from '@/utils/settings';

/** What archives are called in lists, in the language spoken now: the one that ships with us by its kind, all others by their own titles. */
export async function archiveTitles(): Promise<(archive: Pick<ListedArchive, 'title' | 'source'>) => string> {
  speak(wantedLanguage(await interfaceLanguage.getValue()));
  return ({ title, source }) => (source?.kind === 'starter' ? t('starterArchive') : title);
}
