import { Lock, Rss } from 'lucide-react';
import type { JSX } from 'react';
import { day, t } from '@/utils/i18n';
import { Button } from '../common/Button';
import { Notice } from '../common/StateView';
import { FAILURE_WORDS } from './failure-words';
import { PreviewView } from './PreviewView';
import { ProblemList } from './ProblemList';
import type { OfferedSource, SourceStep, Subscribing, SubscribingUse } from './subscribing';

/** Subscribes to an address: look at what is there, choose, see what it would add. Nothing is kept before that. */
export function SourceTab({ subscribing, use }: { subscribing: Subscribing; use: SubscribingUse }): JSX.Element {
  const { address, now } = subscribing;
  switch (now.step) {
    case 'asking':
    case 'looking':
      return <Asking address={address} now={now} use={use} />;
    case 'choosing':
      return (
        <>
          <Asking address={address} now={now} use={use} />
          {now.sources.length === 0 ? (
            <Notice kind="note" title={t('noneFound')} text={t('noneFoundText')} />
          ) : (
            <Offered sources={now.sources} onSource={use.onSource} />
          )}
        </>
      );
    case 'reading':
      return <Reading now={now} onStop={use.onStopLooking} />;
    case 'failed':
      return (
        <>
          <Asking address={address} now={{ step: 'asking', amiss: 'nothing' }} use={use} />
          <Notice kind="failure" title={t('sourceNotRead')} text={t(FAILURE_WORDS[now.kind])} />
          <ProblemList problems={now.problems} />
        </>
      );
    case 'previewing':
    case 'adding':
      return (
        <>
          <SourceName address={now.address} />
          <PreviewView preview={now.preview} onTitle={use.onSourceTitle} />
        </>
      );
    case 'subscribed':
      return <Subscribed now={now} onAnother={use.onStopLooking} />;
  }
}

/** What stands at the foot of the sheet. */
export function SourceFoot({ now, use }: { now: SourceStep; use: SubscribingUse }): JSX.Element {
  const ready = now.step === 'previewing' || now.step === 'adding' ? now : null;
  return (
    <div className="sheet-acts">
      <p>
        {t('nothingKeptSource')}
        {ready && ready.preview.problems.length > 0 && (
          <span className="add-problem">{t('problems', { n: ready.preview.problems.length })}</span>
        )}
      </p>
      {ready && (
        <>
          <Button kind="roomy" disabled={ready.step === 'adding'} onClick={use.onStopLooking}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            disabled={ready.step === 'adding' || ready.preview.title.trim() === ''}
            onClick={use.onSubscribe}
          >
            {ready.step === 'adding' ? t('subscribing') : t('subscribe')}
          </Button>
        </>
      )}
    </div>
  );
}

function Asking({
  address,
  now,
  use,
}: {
  address: string;
  now: Extract<SourceStep, { step: 'asking' | 'looking' | 'choosing' }>;
  use: SubscribingUse;
}): JSX.Element {
  const amiss = now.step === 'looking' ? 'nothing' : now.amiss;
  return (
    <form
      className="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        use.onLook();
      }}
    >
      <label className="add-field">
        <span>{t('address')}</span>
        <input
          type="text"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={2_000}
          placeholder="https://"
          value={address}
          disabled={now.step === 'looking'}
          aria-describedby="source-amiss"
          aria-invalid={amiss === 'not-an-address'}
          onChange={(event) => use.onAddress(event.target.value)}
        />
      </label>
      {now.step === 'looking' ? (
        <Button kind="roomy" onClick={use.onStopLooking}>
          {t('cancel')}
        </Button>
      ) : (
        <Button kind="roomy" type="submit" disabled={address.trim() === ''}>
          {t('look')}
        </Button>
      )}
      <p id="source-amiss" className="source-said" role="status" data-amiss={amiss !== 'nothing'}>
        {now.step === 'looking' && t('looking')}
        {amiss === 'not-an-address' && t('notAnAddress')}
        {amiss === 'no-permission' && t('notPermitted')}
      </p>
      <p className="options-intro source-text">{t('addressText')}</p>
      <p className="state-promise source-text">
        <Lock size={14} aria-hidden="true" />
        {t('addressPromise')}
      </p>
    </form>
  );
}

function Offered({
  sources,
  onSource,
}: {
  sources: readonly OfferedSource[];
  onSource: SubscribingUse['onSource'];
}): JSX.Element {
  return (
    <section>
      <h3 className="section-head add-head">{t('manyFound')}</h3>
      <ul className="add-list source-list">
        {sources.map(({ source, title }) => (
          <li key={`${source.kind} ${source.address}`}>
            <Rss size={16} aria-hidden="true" />
            <div>
              <p className="add-file">{title || shortAddress(source.address)}</p>
              <p className="add-place">{kindText(source)}</p>
              {title !== '' && <p className="add-place">{shortAddress(source.address)}</p>}
            </div>
            <Button
              aria-label={`${t('choose')}: ${title || shortAddress(source.address)}, ${kindText(source)}`}
              onClick={() => onSource(source)}
            >
              {t('choose')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindText({ kind, section }: OfferedSource['source']): string {
  switch (kind) {
    case 'feed':
      return t('sourceFeed');
    case 'wordpress':
      return t('sourceWordpress');
    case 'sitemap':
      return t('sourceSitemap', { section });
  }
}

function Reading({
  now: { address, x, of },
  onStop,
}: {
  now: Extract<SourceStep, { step: 'reading' }>;
  onStop: () => void;
}): JSX.Element {
  const text = of === 0 ? t('readingNow') : t('progress', { x, y: of });
  return (
    <>
      <div className="add-reading">
        <SourceName address={address} />
        <span className="add-count" role="status">
          {text}
        </span>
        <Button onClick={onStop}>{t('cancel')}</Button>
      </div>
      {of > 0 && <progress className="add-progress" aria-label={text} value={x} max={of} />}
    </>
  );
}

function Subscribed({
  now: { title, briefs, nextIssue },
  onAnother,
}: {
  now: Extract<SourceStep, { step: 'subscribed' }>;
  onAnother: () => void;
}): JSX.Element {
  return (
    <section className="source-done" role="status">
      <h3 className="state-title written">{t('subscribed', { name: title })}</h3>
      <p>{t('subscribedBriefs', { n: briefs })}</p>
      <p>{nextIssue === null ? t('noRhythm') : t('nextExpected', { day: day(nextIssue) })}</p>
      <p>{t('howToStop')}</p>
      <div className="state-acts">
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </section>
  );
}

function SourceName({ address }: { address: string }): JSX.Element {
  return (
    <p className="add-source">
      <Rss size={16} aria-hidden="true" />
      {shortAddress(address)}
    </p>
  );
}

/** An address as people write it. */
export function shortAddress(address: string): string {
  return address.replace(/^https:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');
}
