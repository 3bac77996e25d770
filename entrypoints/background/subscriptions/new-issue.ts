import { browser } from 'wxt/browser';
import { day, t, weekRange } from '@/utils/i18n';
import type { Brief } from '@/utils/model';
import { inReadersOrder } from '@/utils/ranking';
import { newIssueNotice } from '@/utils/settings';
import { readerLanguages } from '../reader-languages';
import { speakAsReader } from '../speak-as-reader';
import type { NewIssue } from './update-due';

/** Begins the names of our notifications; the archive's id follows, so that a newer one takes the place of an older. */
const ISSUE = 'issue:';

/** Titles of one notification: as many as browsers show. */
const MOST_TITLES = 4;

const DIGEST = '/digest.html';

/** Tells of new issues, with the titles of their briefs, where the user wants that and the browser lets us. */
export async function announce(news: readonly NewIssue[]): Promise<void> {
  if (news.length === 0 || (await newIssueNotice.getValue()) === 'off') return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await speakAsReader();
  const languages = await readerLanguages();
  for (const issue of news) {
    await browser.notifications.create(`${ISSUE}${issue.archiveId}`, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: t('newIssue', { name: issue.title }),
      message: wordsOf(issue, languages),
    });
  }
}

/** Hears a notification being clicked. To be called in the background's first turn, and again once the permission was given. */
export function hearNotices(): void {
  // Not there before the permission is given.
  const notifications = (browser as Partial<typeof browser>).notifications;
  if (!notifications?.onClicked || notifications.onClicked.hasListener(openDigest)) return;
  notifications.onClicked.addListener(openDigest);
}

function openDigest(id: string): void {
  if (!id.startsWith(ISSUE)) return;
  void browser.notifications.clear(id);
  void browser.tabs.create({ url: browser.runtime.getURL(DIGEST) });
}

/** The week, then titles: one a brief, in the reader's language. */
function wordsOf({ briefs }: NewIssue, languages: readonly string[]): string {
  const groups = [...Map.groupBy(briefs, ({ group }) => group).values()];
  const heads = groups.flatMap((group) => inReadersOrder(group, languages)[0] ?? []);
  const titles = heads.slice(0, MOST_TITLES).map(({ title }) => title);
  const rest = heads.length - titles.length;
  return [whenOf(heads), ...titles, rest > 0 ? t('moreBriefs', { n: rest }) : '']
    .filter((line) => line !== '')
    .join('\n');
}

function whenOf([first]: readonly Brief[]): string {
  return first?.week ? weekRange(first.week) : first?.date ? day(first.date) : '';
}
