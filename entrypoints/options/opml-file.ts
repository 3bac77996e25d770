import { addressTyped, NO_MARKS, readOpml, writeOpml } from '@/utils/intake';
import type { SubscriptionSummary } from '@/utils/messaging';
import type { ArchiveId, Source, SourceMarks } from '@/utils/model';
import type { UpdatesState } from '@/utils/stores';
import { archiveIdFor } from './archive-id';

type Opml = NonNullable<UpdatesState['opml']>;

/** The feeds of another reader's file that are not subscribed to yet. */
export async function opmlOf(file: File, subscribed: readonly SubscriptionSummary[]): Promise<Opml> {
  const { name } = file;
  const bytes = await file.arrayBuffer().catch(() => null); // rejects where the file is gone or locked
  const read = bytes && readOpml({ path: name, bytes: new Uint8Array(bytes) });
  if (!read?.ok) return { name, feeds: 'broken' };
  const known = new Set(subscribed.map(({ source }) => source.address));
  const feeds = read.value.filter(({ feed }) => !known.has(feed) && addressTyped(feed) !== null);
  return { name, feeds: feeds.map(({ title, feed }) => ({ title, feed })) };
}

/** Subscriptions to some feeds, each with an archive of its own. They are filled once they were fetched. */
export function subscriptionsTo(
  feeds: readonly { title: string; feed: string }[],
  archives: readonly { id: ArchiveId; title: string }[],
): { archiveId: ArchiveId; source: Source; marks: SourceMarks }[] {
  const taken = [...archives];
  return feeds.map(({ title, feed }) => {
    // A title that is taken is given a number: feeds of one name are not one archive.
    const names = Array.from({ length: taken.length + 1 }, (_, place) =>
      place === 0 ? title : `${title} ${place + 1}`,
    );
    const free = names
      .map((name) => ({ name, ...archiveIdFor(name, taken) }))
      .find(({ replaces }) => replaces === 'nothing');
    const id = free?.id ?? archiveIdFor(feed, taken).id;
    taken.push({ id, title: free?.name ?? feed });
    return { archiveId: id, source: { kind: 'feed', address: feed, section: '/' }, marks: NO_MARKS };
  });
}

/** The subscriptions as a file that any feed reader takes. WordPress and sitemaps are left as they are: other readers say what they make of them. */
export function opmlText(subscriptions: readonly SubscriptionSummary[]): string {
  return writeOpml(
    'Backgrounder',
    subscriptions.map(({ title, source }) => ({
      title: title || new URL(source.address).host,
      feed: source.address,
      site: `${new URL(source.address).origin}/`,
    })),
  );
}
