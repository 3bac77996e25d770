import { done, failed, type PageText, type Result } from '@/utils/model';
import { assemble } from './assemble';
import type { Incoming } from './incoming';
import { decodeText } from './decode-text';
import type { Draft } from './draft';
import type { IntakeProblem } from './problem';
import { draftOfPageText, readPage } from './read-page';

/** A page that its reader has open, as an archive of one brief: what "add this page" keeps. */
export function incomingOfPage(page: PageText, archiveId: string): Result<Incoming, IntakeProblem[]> {
  return incomingOf({ ...draftOfPageText(page), id: page.canonicalUrl ?? page.url }, { archiveId, fileName: page.url });
}

/** A fetched page, as an archive of one brief: one of those that a sitemap lists. */
export function readWebPage(source: {
  bytes: Uint8Array;
  contentType: string;
  address: string;
  archiveId: string;
}): Result<Incoming, IntakeProblem[]> {
  const { address, archiveId } = source;
  const text = decodeText(source.bytes, source.contentType);
  if (!text.ok) {
    return failed([{ file: address, item: null, field: '', kind: 'not-text', detail: 'these bytes are no text' }]);
  }
  return incomingOf({ ...readPage(text.value, address), id: address }, { archiveId, fileName: address });
}

function incomingOf(draft: Draft, where: { archiveId: string; fileName: string }): Result<Incoming, IntakeProblem[]> {
  const incoming = assemble({ title: '', homePage: null, lang: '', drafts: [draft], notes: [] }, where);
  return incoming.contents.briefs.length > 0 ? done(incoming) : failed([...incoming.notes]);
}
