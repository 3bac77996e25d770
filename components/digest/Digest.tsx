import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { JSX } from 'react';
import { glue, t, weekRange } from '@/utils/i18n';
import type { DigestState } from '@/utils/stores';
import { LangCodes, SituationTick, SituationWord } from '../common/BriefMeta';
import { Button, IconButton } from '../common/Button';
import { OnOff } from '../common/OnOff';
import { PageTop } from '../common/PageTop';
import { Notice, StateView } from '../common/StateView';

export interface DigestUse {
  onWeek: (monday: string) => void;
  onBrief: (id: string) => void;
  onRemember: (want: 'on' | 'off') => void;
  onForget: () => void;
  onAdd: () => void;
  onAgain: () => void;
}

type Week = NonNullable<DigestState['digest']>;
type Listed = Week['briefs'][number];

/** The briefs of a week, those first that name whom its reader has been reading about. */
export function Digest({ state, use }: { state: DigestState; use: DigestUse }): JSX.Element {
  const { digest, silent } = state;
  return (
    <>
      <PageTop>{digest?.week && <Weeks digest={digest} use={use} />}</PageTop>
      <main className="digest">
        {silent === 'yes' && (
          <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
            <Button onClick={use.onAgain}>{t('tryAgain')}</Button>
          </Notice>
        )}
        {digest && digest.week === null && (
          <StateView picture="empty" title={t('digestEmpty')} text={t('digestEmptyText')}>
            <Button kind="main" onClick={use.onAdd}>
              {t('addBriefs')}
            </Button>
          </StateView>
        )}
        {digest?.week && <Issue digest={digest} use={use} />}
        {digest && <Remembering state={state} use={use} />}
      </main>
    </>
  );
}

function Weeks({ digest: { previous, next }, use }: { digest: Week; use: DigestUse }): JSX.Element {
  return (
    <nav aria-label={t('weeks')} className="digest-weeks">
      <IconButton
        label={t('previousIssue')}
        disabled={previous === null}
        onClick={() => previous !== null && use.onWeek(previous)}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('nextIssue')} disabled={next === null} onClick={() => next !== null && use.onWeek(next)}>
        <ChevronRight size={16} aria-hidden="true" />
      </IconButton>
    </nav>
  );
}

function Issue({ digest, use }: { digest: Week; use: DigestUse }): JSX.Element {
  const { week, briefs, age, next } = digest;
  const about = briefs.filter(({ because }) => because.length > 0);
  const others = briefs.filter(({ because }) => because.length === 0);
  return (
    <>
      <h1 className="digest-title written">{week && t('issueOf', { week: weekRange(week) })}</h1>
      <p className="digest-intro" role="status">
        {briefs.length === 0 ? t('noneThisWeek') : t('nBriefs', { n: briefs.length })}
        {age === 'earlier' && next === null && briefs.length > 0 && ` · ${t('nothingNewer')}`}
      </p>
      {about.length > 0 && <Part title={t('aboutYourReading')} briefs={about} use={use} />}
      {others.length > 0 && (
        <Part title={about.length > 0 ? t('alsoThisWeek') : t('briefs')} briefs={others} use={use} />
      )}
    </>
  );
}

function Part({ title, briefs, use }: { title: string; briefs: readonly Listed[]; use: DigestUse }): JSX.Element {
  return (
    <section className="digest-part tabbed">
      <h2 className="section-head">{title}</h2>
      <ul>
        {briefs.map((brief) => (
          <Row key={brief.head.id} brief={brief} onOpen={() => use.onBrief(brief.head.id)} />
        ))}
      </ul>
    </section>
  );
}

function Row({
  brief: { head, translations, archive, because },
  onOpen,
}: {
  brief: Listed;
  onOpen: () => void;
}): JSX.Element {
  const verdict = head.situation?.verdict ?? 'none';
  return (
    <li className="digest-row">
      <SituationTick verdict={verdict} />
      <div>
        <h3 className="digest-brief written" lang={head.lang || undefined}>
          <button type="button" onClick={onOpen}>
            {glue(head.title, head.lang)}
          </button>
        </h3>
        <p className="digest-meta">
          <SituationWord verdict={verdict} />
          <span>{archive}</span>
          <LangCodes lang={head.lang} of={translations} />
        </p>
        {head.summary !== '' && (
          <p className="digest-summary" lang={head.lang || undefined}>
            {glue(head.summary, head.lang)}
          </p>
        )}
        {because.length > 0 && <p className="digest-because">{t('becauseYouRead', { names: because.join(', ') })}</p>}
      </div>
    </li>
  );
}

function Remembering({ state: { remember, remembered }, use }: { state: DigestState; use: DigestUse }): JSX.Element {
  return (
    <section className="digest-remember">
      <div>
        <h2 className="section-head">{t('rememberReading')}</h2>
        <p>{t('rememberReadingText')}</p>
        <p role="status">{t('rememberedNames', { n: remembered })}</p>
      </div>
      <div className="digest-acts">
        <Button disabled={remembered === 0} onClick={use.onForget}>
          {t('clear')}
        </Button>
        <OnOff label={t('rememberReading')} value={remember} onChange={use.onRemember} />
      </div>
    </section>
  );
}
