import type { JSX } from 'react';
import { glue, t } from '@/utils/i18n';
import type { BriefHead, BriefId } from '@/utils/model';
import { SituationTick, whenText } from './BriefMeta';

export interface NextBriefs {
  following: BriefHead | null;
  /** `names` are those it shares with the brief, the rarest first. */
  alike: readonly { head: BriefHead; names: readonly string[] }[];
}

/** At the end of a brief: what to read next, each with the reason. Nothing where nothing follows. */
export function ReadNext({ next, onBrief }: { next: NextBriefs; onBrief: (id: BriefId) => void }): JSX.Element | null {
  const { following, alike } = next;
  if (!following && alike.length === 0) return null;
  return (
    <nav className="read-next tabbed" aria-label={t('whatFollows')}>
      <h2 className="read-next-title">{t('whatFollows')}</h2>
      <ul>
        {following && <NextBrief head={following} because={t('nextWeek')} onBrief={onBrief} />}
        {alike.map(({ head, names }) => (
          <NextBrief key={head.id} head={head} because={`${t('because')} ${names.join(', ')}`} onBrief={onBrief} />
        ))}
      </ul>
    </nav>
  );
}

function NextBrief({
  head,
  because,
  onBrief,
}: {
  head: BriefHead;
  because: string;
  onBrief: (id: BriefId) => void;
}): JSX.Element {
  return (
    <li className="read-next-brief">
      <SituationTick verdict={head.situation?.verdict ?? 'none'} />
      <span>
        <button type="button" className="read-next-open written" lang={head.lang} onClick={() => onBrief(head.id)}>
          {glue(head.title, head.lang)}
        </button>
        <span className="read-next-more">
          {whenText(head)}
          {whenText(head) !== '' && ' · '}
          {because}
        </span>
      </span>
    </li>
  );
}
