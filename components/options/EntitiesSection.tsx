import { Undo2 } from 'lucide-react';
import { type JSX, useMemo, useRef, useState } from 'react';
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
import { useKeptScroll } from '../common/use-kept-scroll';
import { useReturnFocus } from '../common/use-return-focus';
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

/** Who and what the archives know, and what was changed of it. */
interface Known {
  /** null before the first answer. */
  list: readonly EntityListRow[] | null;
  /** Newest first. */
  edits: readonly Edit[];
  find: (query: string) => readonly EntityListRow[];
  refused: 'no' | 'yes';
  onUndo: (editId: string) => void;
}

/** What is looked for, and how far down; `top` in CSS pixels. */
interface Look {
  query: string;
  which: 'all' | 'edited';
  top: number;
}

/** Who and what the archives know, to be found and corrected; and everything that was changed, each to be undone. */
export function EntitiesSection({ one, ...known }: Known & { one: DossierState & DossierActs }): JSX.Element {
  // Of the list, which is not there while an entity is edited.
  const [look, setLook] = useState<Look>({ query: '', which: 'all', top: 0 });
  const done = one.done;
  const isEditing = one.id !== null && one.dossier !== null;
  return (
    <UndoProvider label={t('entities')}>
      {isEditing ? (
        <EntityEditing state={one} backTo={t('entities')} onBack={one.close} />
      ) : (
        <EntityList
          {...known}
          look={look}
          onLook={(change) => setLook((before) => ({ ...before, ...change }))}
          onOpen={(id) => {
            void one.open(id, null);
            void one.edit('yes');
          }}
        />
      )}
      <UndoToast
        key={done?.editId}
        done={done && t(DONE[done.act], { name: done.name })}
        onUndo={() => done && known.onUndo(done.editId)}
        onSettle={one.settle}
      />
    </UndoProvider>
  );
}

function EntityList({
  list,
  edits,
  find,
  refused,
  onUndo,
  look: { query, which, top },
  onLook,
  onOpen,
}: Known & {
  look: Look;
  onLook: (change: Partial<Look>) => void;
  onOpen: (id: EntityId) => void;
}): JSX.Element {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const heights = useRef(new Map<string, number>());
  useKeptScroll(scroller, { top, onScroll: (now) => onLook({ top: now }) });
  // A row may be gone by then, merged or muted.
  const returning = useReturnFocus('entities', 'find an entity');
  // Not at every rest of the scroller, which is told above: of a long list it takes Fuse a while.
  const found = useMemo(
    () => (list === null ? [] : find(query).filter(({ edited }) => which === 'all' || edited === 'yes')),
    [list, find, query, which],
  );
  return (
    <section {...returning}>
      <div className="options-head">
        <h1 className="options-title written">{t('entities')}</h1>
        <Segments
          label={t('entities')}
          value={which}
          of={[
            { value: 'all', text: t('allEntities') },
            { value: 'edited', text: t('changedByYou') },
          ]}
          onChoose={(chosen) => onLook({ which: chosen })}
        />
      </div>
      <p className="options-intro">{t('entitiesIntro')}</p>
      {refused === 'yes' && <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')} />}
      <input
        className="field entity-find"
        type="search"
        aria-label={t('findEntity')}
        placeholder={t('findEntity')}
        value={query}
        data-return="find an entity"
        onChange={(event) => onLook({ query: event.target.value })}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Enter' && first) onOpen(first.id);
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
          draw={(row) => found[row] && <Row row={found[row]} onOpen={onOpen} />}
        />
      </div>
      {edits.length > 0 && which === 'edited' && <Edits edits={edits} onUndo={onUndo} />}
    </section>
  );
}

function Row({ row, onOpen }: { row: EntityListRow; onOpen: (id: EntityId) => void }): JSX.Element {
  const others = [...new Set(row.names)].filter((name) => name !== row.label).slice(0, 3);
  return (
    <button type="button" className="entity-open" data-return={`entity ${row.id}`} onClick={() => onOpen(row.id)}>
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
