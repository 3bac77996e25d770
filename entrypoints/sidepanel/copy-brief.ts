import { writeClipboard } from '@/components/common/write-clipboard';
import { askBackground } from '@/utils/messaging';
import type { ClippingKind } from '@/utils/citing';

/** Puts a quotation, a link or a reference on the clipboard. The room that cites is fetched from the package now: most panels never need it. */
export async function copyBrief(
  kind: ClippingKind,
  of: { id: string; passage: string | null },
): Promise<'copied' | 'refused'> {
  const [opened, { clippingOf }] = await Promise.all([
    askBackground('openBrief', { id: of.id, tabId: null }),
    import('@/utils/citing'),
  ]);
  if (!opened.ok) return 'refused';
  const { brief, source } = opened.value;
  return writeClipboard(clippingOf({ ...brief, source }, { kind, passage: of.passage }));
}
