import { browser } from 'wxt/browser';
import type { ArchiveSource, StoredArchive } from '@/utils/model';

export const STARTER_ID = 'starter';
const FILE = '/starter.json';

/** The archive that ships with us. */
export async function readStarter(): Promise<StoredArchive & { source: ArchiveSource }> {
  const { describeProblem, readArchiveFile } = await import('./supply');
  const response = await fetch(browser.runtime.getURL(FILE));
  const contents = readArchiveFile({ text: await response.text(), fileName: FILE, archiveId: STARTER_ID });
  // It ships with us and a test reads it: a problem here is a bug of ours, not the user's.
  if (!contents.ok) throw new Error(contents.error.map(describeProblem).join('\n'));
  return { contents: contents.value, installedAt: Date.now(), source: { kind: 'starter', name: '', files: 1 } };
}
