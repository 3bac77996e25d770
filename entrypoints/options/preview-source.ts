import type { Preview, PreviewedBrief } from '@/components/options/adding';
import type { BriefHead, Verdict } from '@/utils/model';
import { inReadersOrder, lastDay } from '@/utils/ranking';
import type { SourceRead } from './archive-work';

/** Briefs listed: enough to see whether titles and weeks were found. */
const MOST_LISTED = 8;

/**
 * What a source would add, as its reader sees it before anything is kept.
 *
 * @param languages dearest first: the one a brief with translations is listed in
 */
export function previewOf(
  { title, heads: briefs, notes }: SourceRead,
  { languages, replaces }: { languages: readonly string[]; replaces: Preview['replaces'] },
): Preview {
  const groups = new Map<string, BriefHead[]>();
  const byLanguage = new Map<string, number>();
  for (const brief of briefs) {
    groups.set(brief.group, [...(groups.get(brief.group) ?? []), brief]);
    byLanguage.set(brief.lang, (byLanguage.get(brief.lang) ?? 0) + 1);
  }
  const verdicts: Record<Verdict, number> = { improved: 0, unchanged: 0, worsened: 0 };
  for (const group of groups.values()) {
    const verdict = verdictOf(group);
    if (verdict !== 'none') verdicts[verdict] += 1;
  }
  const days = [...briefs.map((brief) => brief.week?.from ?? brief.date ?? ''), ...briefs.map(lastDay)]
    .filter((day) => day !== '')
    .sort();
  return {
    title,
    replaces,
    shrinking: { kind: 'no' },
    briefs: groups.size,
    languages: [...byLanguage].map(([lang, count]) => ({ lang, briefs: count })).sort((a, b) => b.briefs - a.briefs),
    weeks: days.length === 0 ? null : { from: days[0] ?? '', to: days.at(-1) ?? '' },
    verdicts,
    first: [...groups.values()].slice(0, MOST_LISTED).map((group) => listed(group, languages)),
    problems: notes,
  };
}

function listed(group: readonly BriefHead[], languages: readonly string[]): PreviewedBrief {
  const inOrder = inReadersOrder(group, languages);
  const [head] = inOrder;
  if (!head) throw new Error('a group without a brief');
  const { id, title, lang, week, date } = head;
  return { id, title, lang, week, date, verdict: verdictOf(group), languages: inOrder.map((brief) => brief.lang) };
}

function verdictOf(group: readonly BriefHead[]): Verdict | 'none' {
  return group.find(({ situation }) => situation !== null)?.situation?.verdict ?? 'none';
}
