import { ChevronLeft, CircleSlash, Pencil } from 'lucide-react';
import { type JSX, type ReactNode, useEffect, useState } from 'react';
import { t } from '@/utils/i18n';
import type { BriefId, EntityId } from '@/utils/model';
import type { DossierActs, DossierState } from '@/utils/stores';
import { BarList } from '../common/BarList';
import { whenText } from '../common/BriefMeta';
import { Button } from '../common/Button';
import { type MonthRange, wholeYears } from '../common/chart-months';
import { EntityGlyph } from '../common/Glyphs';
import { SituationChart } from '../common/SituationChart';
import { Notice } from '../common/StateView';
import { type KeyPress, useStrayKeys } from '../common/use-stray-keys';
import { useReturnFocus } from '../common/use-return-focus';
import { DossierBriefs } from './DossierBriefs';
import { DossierNames } from './DossierNames';

export interface DossierUse {
  onOpenBrief: (id: BriefId, cameFor: EntityId) => void;
  onOpenEntity: (id: EntityId) => void;
  onBack: () => void;
}

/** Where each dossier was left, by its entity: a brief lies over it and goes again. CSS pixels. */
const leftAt = new Map<EntityId, number>();

/** Everything the archives say about one entity: names, months, company, briefs. Esc goes back. */
export function Dossier({
  state,
  backTo,
  foot,
  hand,
  use,
}: {
  state: DossierState & DossierActs;
  /** What the way back leads to, in words. */
  backTo: string;
  /** What acts on the page the entity was found in. */
  foot: ReactNode;
  /** Whether anything of it can be changed. */
  hand: 'free' | 'bound';
  use: DossierUse;
}): JSX.Element {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { dossier, id } = state;
  const [range, setRange] = useState<MonthRange | null>(null);
  const isOpen = dossier !== null;
  const returning = useReturnFocus(`entity ${id ?? ''}`);

  useEffect(() => {
    setRange(null);
    scroller?.scrollTo({ top: id === null ? 0 : (leftAt.get(id) ?? 0) });
    if (document.activeElement === document.body) scroller?.focus({ preventScroll: true });
  }, [id, isOpen, scroller]);

  // Months are chosen among all briefs: those that are not there yet are asked for.
  const { moreBriefs, briefs } = state;
  const isMissing = dossier !== null && briefs.length < dossier.total;
  useEffect(() => {
    if (range !== null && isMissing) void moreBriefs();
  }, [range, isMissing, moreBriefs]);

  const onKeyDown = (event: KeyPress): void => {
    if (event.defaultPrevented || event.key !== 'Escape') return;
    event.preventDefault();
    use.onBack();
  };
  useStrayKeys(onKeyDown);

  return (
    <main className="dossier" onKeyDown={onKeyDown} {...returning}>
      <div className="reader-bar">
        <Button kind="quiet" onClick={use.onBack}>
          <ChevronLeft size={16} aria-hidden="true" />
          {backTo}
        </Button>
        {dossier && hand === 'free' && (
          <span className="reader-acts">
            <Mute state={state} id={dossier.id} />
            <Button kind="quiet" data-return="edit" onClick={() => void state.edit('yes')}>
              <Pencil size={16} aria-hidden="true" />
              {t(state.draft ? 'editUnsaved' : 'edit')}
            </Button>
          </span>
        )}
      </div>
      <section
        ref={setScroller}
        className="dossier-text"
        tabIndex={0}
        aria-labelledby={dossier ? 'dossier-name' : undefined}
        aria-busy={state.status === 'opening'}
        onScroll={(event) => id && leftAt.set(id, event.currentTarget.scrollTop)}
      >
        {(state.status === 'gone' || state.status === 'silent') && (
          <Notice
            kind="failure"
            title={t(state.status === 'gone' ? 'entityGone' : 'noAnswer')}
            text={t(state.status === 'gone' ? 'entityGoneText' : 'noAnswerText')}
          >
            <Button onClick={() => void state.refresh()}>{t('tryAgain')}</Button>
          </Notice>
        )}
        {dossier && (
          <>
            <p className="dossier-kind">
              <EntityGlyph type={dossier.type} />
              {[t(dossier.type), ...(dossier.onPage > 0 ? [t('onThisPage', { n: dossier.onPage })] : [])].join(' · ')}
            </p>
            <h1 id="dossier-name" className="dossier-name written">
              {dossier.fullName}
            </h1>
            <p className="dossier-archives">{dossier.archives.join(' · ')}</p>
            {state.refused === 'yes' && <Notice kind="failure" title={t('notSaved')} text={t('notSavedText')} />}
            {dossier.state === 'muted' && <Notice kind="note" title={t('mutedByYou')} text={t('mutedText')} />}
            {dossier.first && dossier.briefs[0] && (
              <dl className="dossier-facts">
                <div>
                  <dt>{t('firstMention')}</dt>
                  <dd>{whenText(dossier.first)}</dd>
                </div>
                <div>
                  <dt>{t('lastMention')}</dt>
                  <dd>{whenText(dossier.briefs[0].head)}</dd>
                </div>
              </dl>
            )}
            {dossier.months.length > 0 && (
              <section className="tabbed dossier-section">
                <h2 className="section-head">{t('timeline')}</h2>
                <SituationChart
                  months={dossier.months}
                  span={wholeYears(dossier.months)}
                  range={range}
                  onRange={setRange}
                />
              </section>
            )}
            <DossierNames names={dossier.names} />
            {dossier.together.length > 0 && (
              <section className="tabbed dossier-section">
                <h2 className="section-head">{t('appearsWith')}</h2>
                <BarList rows={dossier.together} onOpen={use.onOpenEntity} />
              </section>
            )}
            <DossierBriefs
              key={dossier.id}
              briefs={briefs}
              total={dossier.total}
              range={range}
              scroller={scroller}
              onMore={() => void moreBriefs()}
              onAll={() => setRange(null)}
              onOpen={(brief) => use.onOpenBrief(brief, dossier.id)}
            />
          </>
        )}
      </section>
      {foot}
    </main>
  );
}

/** Mutes, or takes the muting back. */
function Mute({ state, id }: { state: DossierState & DossierActs; id: EntityId }): JSX.Element {
  const muting = state.dossier?.edits.find((edit) => edit.changes.some(({ act }) => act === 'mute'));
  if (state.dossier?.state === 'muted' && muting) {
    return (
      <Button kind="quiet" onClick={() => void state.undo(muting.id)}>
        {t('unmute')}
      </Button>
    );
  }
  return (
    <Button kind="quiet" onClick={() => void state.change('muted', () => [{ act: 'mute', entity: id }])}>
      <CircleSlash size={16} aria-hidden="true" />
      {t('mute')}
    </Button>
  );
}
