import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import type { OpenedBrief, PanelActs, PanelState } from '@/utils/stores';
import { Button } from '../common/Button';
import { ReadNext } from '../common/ReadNext';
import { Notice } from '../common/StateView';
import { Reader, type ReaderActs } from './Reader';

/** A brief over the list: on its way, open, or not to be had. */
export function OpenedView({
  opened,
  state,
  onCite,
  onPin,
}: {
  opened: OpenedBrief;
  state: PanelState & PanelActs;
  onCite: NonNullable<ReaderActs['onCite']>;
  /** Absent where there are no notes to pin to. */
  onPin?: NonNullable<ReaderActs['onPin']>;
}): JSX.Element {
  const entities = state.page?.status === 'ready' ? state.page.briefing.entities : [];
  switch (opened.status) {
    case 'opening':
      return <main className="panel-scroll" aria-busy="true" />;
    case 'open':
      return (
        <Reader
          key={opened.id}
          opened={opened.opened}
          beside={state.beside}
          cameFor={entities.find((entity) => entity.id === opened.cameFor) ?? null}
          passage={state.passage}
          scroll={state.readerScroll}
          tail={
            <ReadNext
              next={opened.opened.next}
              onBrief={(id) => void state.openBrief(id, { cameFor: opened.cameFor })}
            />
          }
          acts={{
            onTranslation: (id) => void state.translate(id),
            onBeside: (lang) => void state.standBeside(lang),
            onPassage: state.toPassage,
            onScroll: (top) => state.scrolledTo('brief', top),
            onCite,
            ...(onPin ? { onPin } : {}),
            onBack: state.back,
          }}
        />
      );
    case 'gone':
    case 'silent':
      return (
        <main className="panel-scroll panel-inset">
          <Notice
            kind="failure"
            title={t(opened.status === 'gone' ? 'briefGone' : 'noAnswer')}
            text={t(opened.status === 'gone' ? 'briefGoneText' : 'noAnswerText')}
          >
            <Button onClick={state.back}>{t('backBriefing')}</Button>
          </Notice>
        </main>
      );
  }
}
