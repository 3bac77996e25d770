import { Download, Plus, RefreshCw, Upload } from 'lucide-react';
import { type JSX, useRef } from 'react';
import { day, moment, t } from '@/utils/i18n';
import type { UpdatesState } from '@/utils/stores';
import { Button } from '../common/Button';
import { OnOff } from '../common/OnOff';
import { Notice, StateView } from '../common/StateView';
import { causeText } from './failure-words';
import { shortAddress } from './SourceTab';
import { UndoProvider, UndoToast } from '../common/UndoToast';

export interface UpdatesUse {
  /** Asks the source now; where it rests because the browser no longer allows its address, the browser is asked first. */
  onUpdate: (subscription: Listed) => void;
  onAnswer: (archiveId: string, answer: 'accept' | 'decline') => void;
  onStopUpdates: (archiveId: string) => void;
  onUndoStop: () => void;
  onSettleStop: () => void;
  onNotice: (want: 'on' | 'off') => void;
  onRemember: (want: 'on' | 'off') => void;
  onForget: () => void;
  onDigest: () => void;
  onOpmlFile: (file: File) => void;
  onOpmlSubscribe: () => void;
  onOpmlLetGo: () => void;
  onOpmlExport: () => void;
  onUpdatesAgain: () => void;
}

type Listed = NonNullable<UpdatesState['subscriptions']>[number];

/** What updates by itself, what is told of it, and the way to and from other feed readers. */
export function UpdatesSection({
  updates,
  use,
}: {
  updates: UpdatesState;
  use: UpdatesUse & { onNew: () => void };
}): JSX.Element {
  const { subscriptions, silent, stopped } = updates;
  return (
    <UndoProvider label={t('updates')}>
      <section>
        <header className="options-head">
          <div>
            <h1 className="options-title written">{t('updates')}</h1>
            <p className="options-intro">{t('updatesIntro')}</p>
          </div>
          <Button kind="main" onClick={use.onNew}>
            <Plus size={16} aria-hidden="true" />
            {t('subscribe')}
          </Button>
        </header>
        {silent === 'yes' && (
          <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
            <Button onClick={use.onUpdatesAgain}>{t('tryAgain')}</Button>
          </Notice>
        )}
        {subscriptions?.length === 0 && (
          <StateView picture="empty" title={t('noSubscriptions')} text={t('noSubscriptionsText')} />
        )}
        {subscriptions && subscriptions.length > 0 && (
          <ul className="updates-list">
            {subscriptions.map((subscription) => (
              <Row key={subscription.archiveId} subscription={subscription} use={use} />
            ))}
          </ul>
        )}
        <Telling updates={updates} use={use} />
        <OtherReaders updates={updates} use={use} />
      </section>
      <UndoToast
        done={stopped && t('updatesStopped', { name: stopped.title })}
        onUndo={use.onUndoStop}
        onSettle={use.onSettleStop}
      />
    </UndoProvider>
  );
}

function Row({ subscription, use }: { subscription: Listed; use: UpdatesUse }): JSX.Element {
  const { archiveId, source, state, checkedAt, dueAt, question, nextIssue } = subscription;
  const title = subscription.title || shortAddress(source.address);
  return (
    <li>
      <div className="updates-what">
        <p className="updates-title">{title}</p>
        <p className="options-row-more">{shortAddress(source.address)}</p>
        <p className="options-row-more" role="status">
          {state === 'updating'
            ? t('updatingNow')
            : [
                checkedAt === null ? t('notCheckedYet') : t('checkedAt', { when: moment(checkedAt) }),
                ...(state === 'live' ? [t('nextCheck', { when: moment(dueAt) })] : []),
              ].join(' · ')}
        </p>
        {nextIssue !== null && <p className="options-row-more">{t('issueExpected', { day: day(nextIssue) })}</p>}
        <UpdateTrouble subscription={subscription} />
        {question && (
          <div className="updates-question">
            <p className="add-problem">{t('shrunken', { n: question.briefs, had: question.had })}</p>
            <div className="state-acts">
              <Button onClick={() => use.onAnswer(archiveId, 'decline')}>{t('keepMine')}</Button>
              <Button onClick={() => use.onAnswer(archiveId, 'accept')}>{t('takeShrunken')}</Button>
            </div>
          </div>
        )}
      </div>
      <div className="updates-acts">
        <UpdateButton subscription={subscription} title={title} onUpdate={() => use.onUpdate(subscription)} />
        <Button aria-label={t('stopUpdatesOf', { name: title })} onClick={() => use.onStopUpdates(archiveId)}>
          {t('stopUpdates')}
        </Button>
      </div>
    </li>
  );
}

/** Why the last try failed, or why it rests; nothing where all is well. */
export function UpdateTrouble({ subscription: { failure, state } }: { subscription: Listed }): JSX.Element | null {
  if (failure === null || state === 'updating') return null;
  const cause = causeText(failure.kind);
  return <span className="updates-trouble">{t(state === 'paused' ? 'pausedBecause' : 'triedBecause', { cause })}</span>;
}

/** Asks the source now. It keeps its width while it does. */
export function UpdateButton({
  subscription: { failure, state },
  title,
  onUpdate,
}: {
  subscription: Listed;
  title: string;
  onUpdate: () => void;
}): JSX.Element {
  const isFailing = failure !== null;
  return (
    <Button
      disabled={state === 'updating'}
      aria-label={t(isFailing ? 'tryAgainOf' : 'updateOf', { name: title })}
      onClick={onUpdate}
    >
      <RefreshCw size={14} aria-hidden="true" />
      {t(isFailing ? 'tryAgain' : 'updateNow')}
    </Button>
  );
}

function Telling({ updates, use }: { updates: UpdatesState; use: UpdatesUse }): JSX.Element {
  const { notice, remember, remembered } = updates;
  return (
    <ul className="options-list updates-tell">
      <li>
        <span className="options-row-main">
          {t('tellNewIssues')}
          <span className="options-row-more">{t('tellNewIssuesText')}</span>
        </span>
        <Button onClick={use.onDigest}>{t('openDigest')}</Button>
        <OnOff label={t('tellNewIssues')} value={notice} onChange={use.onNotice} />
      </li>
      <li>
        <span className="options-row-main">
          {t('rememberReading')}
          <span className="options-row-more">{t('rememberReadingText')}</span>
          <span className="options-row-more" role="status">
            {t('rememberedNames', { n: remembered })}
          </span>
        </span>
        <Button disabled={remembered === 0} onClick={use.onForget}>
          {t('clear')}
        </Button>
        <OnOff label={t('rememberReading')} value={remember} onChange={use.onRemember} />
      </li>
    </ul>
  );
}

function OtherReaders({ updates, use }: { updates: UpdatesState; use: UpdatesUse }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const { opml, subscriptions } = updates;
  return (
    <section className="updates-opml">
      <h2 className="section-head">{t('otherReaders')}</h2>
      <p className="options-intro">{t('opmlText')}</p>
      <input
        ref={field}
        type="file"
        hidden
        accept=".opml,.xml,text/xml,application/xml"
        data-of="opml"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) use.onOpmlFile(file);
          currentTarget.value = ''; // the same file can be chosen again
        }}
      />
      <div className="state-acts">
        <Button onClick={() => field.current?.click()}>
          <Upload size={14} aria-hidden="true" />
          {t('importOpml')}
        </Button>
        <Button disabled={!subscriptions || subscriptions.length === 0} onClick={use.onOpmlExport}>
          <Download size={14} aria-hidden="true" />
          {t('exportOpml')}
        </Button>
      </div>
      <div role="status">{opml && <Found opml={opml} use={use} />}</div>
    </section>
  );
}

function Found({ opml, use }: { opml: NonNullable<UpdatesState['opml']>; use: UpdatesUse }): JSX.Element {
  const { name, feeds } = opml;
  if (feeds === 'broken') return <p className="add-problem updates-found">{t('opmlBroken', { name })}</p>;
  if (feeds.length === 0) return <p className="updates-found">{t('opmlNothing', { name })}</p>;
  return (
    <>
      <p className="updates-found">{t('opmlFound', { n: feeds.length, name })}</p>
      <ul className="updates-feeds">
        {feeds.map(({ title, feed }) => (
          <li key={feed}>
            {title} <span className="options-row-more">{shortAddress(feed)}</span>
          </li>
        ))}
      </ul>
      <div className="state-acts">
        <Button onClick={use.onOpmlLetGo}>{t('cancel')}</Button>
        <Button kind="main" onClick={use.onOpmlSubscribe}>
          {t('subscribeN', { n: feeds.length })}
        </Button>
      </div>
    </>
  );
}
