import { Undo2 } from 'lucide-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { day, t } from '@/utils/i18n';
import type { Edit, EntityId, EntityType } from '@/utils/model';
import type { DossierActs, DossierState } from '@/utils/stores';
import { changeWords, DONE } from '../common/edit-words';
import { EntityEditing } from '../common/EntityEditing';
import { EntityGlyph } from '../common/Glyphs';
import { IconButton } from '../common/Button';
import { Segments } from '../common/Segments';
import { Notice } from '../common/StateView';
import { UndoProvider, UndoToast } from '../common/UndoToast';
import { VirtualRows } from '../common/VirtualRows';

export interface EntityListRow {
  id: EntityId;
  type: EntityType;
  label: string;
  names: readonly string[];
  briefs: number;
  state: 'known' | 'muted';
  edited: 'yes' | 'no';
}

/** Height of a row of two lines, in CSS pixels. */
const USUAL_HEIGHT = 52;

/** Frames in which a list that is shown again has drawn its rows. */
const FRAMES = 4;

/** Who and what the archives know, to be found and corrected; and everything that was changed, each to be undone. */
export function EntitiesSection({
  list,
  edits,
  one,
  find,
  refused,
  onUndo,
}: {
  /** null before the first answer. */
  list: readonly EntityListRow[] | null;
  /** Newest first. */
  edits: readonly Edit[];
  one: DossierState & DossierActs;
  find: (query: string) => readonly EntityListRow[];
  refused: 'no' | 'yes';
  onUndo: (editId: string) => void;
}): JSX.Element {
  const [query, setQuery] = useState('');
  const [which, setWhich] = useState<'all' | 'edited'>('all');
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const heights = useRef(new Map<string, number>());
  const done = one.done;
  const isEditing = one.id !== null && one.dossier !== null;
  const opened = useRef<{ id: EntityId; scrolled: number } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // Who comes back from the editor goes on in the list where he was; a row may be gone by then, merged or muted.
  useEffect(() => {
    if (isEditing || !scroller || opened.current === null) return undefined;
    const { id, scrolled } = opened.current;
    const row = `[data-id="${CSS.escape(id)}"]`;
    opened.current = null;
    scroller.scrollTop = scrolled;
    let [frame, tries] = [0, 0];
    const give = (): void => {
      const back = scroller.querySelector<HTMLElement>(row);
      if (back) back.focus({ preventScroll: true });
      else if (tries++ < FRAMES) frame = requestAnimationFrame(give);
      else field.current?.focus();
    };
    give();
    return () => cancelAnimationFrame(frame);
  }, [isEditing, scroller]);
  const open = (id: EntityId): void => {
    opened.current = { id, scrolled: scroller?.scrollTop ?? 0 };
    void one.open(id, null);
    void one.edit('yes');
  };
  const found = list === null ? [] : find(query).filter(({ edited }) => which === 'all' || edited === 'yes');
  return (
    <UndoProvider label={t('entities')}>
      {isEditing ? (
        <EntityEditing state={one} backTo={t('entities')} onBack={one.close} />
      ) : (
        <section>
          <div className="options-head">
            <h1 className="options-title written">{t('entities')}</h1>
            <Segments
              label={t('entities')}
              value={which}
              of={[
                { value: 'all', text: t('allEntities') },
                { value: 'edited', text: t('changedByYou') },
              ]}
              onChoose={setWhich}
            />
          </div>
          <p className="options-intro">{t('entitiesIntro')}</p>
          {refused === 'yes' && <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')} />}
          <input
            ref={field}
            className="field entity-find"
            type="search"
            aria-label={t('findEntity')}
            placeholder={t('findEntity')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              const [first] = found;
              if (event.key === 'Enter' && first) open(first.id);
            }}
          />
          <p className="options-row-more" role="status">
            {list !== null && t('nEntities', { n: found.length })}
          </p>
          {list !== null && found.length === 0 && (
            <p className="options-intro">
              {which === 'edited' && query === '' ? t('nothingChanged') : t('noEntityLike', { query })}
            </p>
          )}
          <div ref={setScroller} className="entity-list" data-long={found.length > 12}>
            <VirtualRows
              count={found.length}
              scroller={scroller}
              keyOf={(row) => found[row]?.id ?? String(row)}
              guess={() => USUAL_HEIGHT}
              heights={heights.current}
              className="entity-rows"
              rowClass={() => 'entity-row'}
              draw={(row) => found[row] && <Row row={found[row]} onOpen={open} />}
            />
          </div>
          {edits.length > 0 && which === 'edited' && <Edits edits={edits} onUndo={onUndo} />}
        </section>
      )}
      <UndoToast
        key={done?.editId}
        done={done && t(DONE[done.act], { name: done.name })}
        onUndo={() => done && onUndo(done.editId)}
        onSettle={one.settle}
      />
    </UndoProvider>
  );
}

function Row({ row, onOpen }: { row: EntityListRow; onOpen: (id: EntityId) => void }): JSX.Element {
  const others = [...new Set(row.names)].filter((name) => name !== row.label).slice(0, 3);
  return (
    <button type="button" className="entity-open" data-id={row.id} onClick={() => onOpen(row.id)}>
      <EntityGlyph type={row.type} />
      <span className="options-row-main">
        <span className="entity-label" data-state={row.state}>
          {row.label}
        </span>
        <span className="options-row-more">{others.join(' · ')}</span>
      </span>
      <span className="options-row-more">
        {row.state === 'muted' ? t('nameMuted') : t('nBriefs', { n: row.briefs })}
      </span>
    </button>
  );
}

function Edits({ edits, onUndo }: { edits: readonly Edit[]; onUndo: (editId: string) => void }): JSX.Element {
  return (
    <section className="tabbed edit-list">
      <h2 className="section-head">{t('yourChanges')}</h2>
      <ul className="options-list">
        {edits.map((edit) => (
          <li key={edit.id}>
            <span className="options-row-main">
              <span>{edit.label}</span>
              <span className="options-row-more">
                {[day(new Date(edit.at).toISOString()), ...edit.changes.map(changeWords)].join(' · ')}
              </span>
            </span>
            <IconButton label={t('undoOf', { name: edit.label })} onClick={() => onUndo(edit.id)}>
              <Undo2 size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
