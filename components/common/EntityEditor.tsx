import { ChevronLeft, CircleSlash, GitMerge, Plus } from 'lucide-react';
import { type JSX, useEffect, useId, useRef, useState } from 'react';
import { t } from '@/utils/i18n';
import { ENTITY_TYPES, type EntityChange, type EntityId, type EntityType } from '@/utils/model';
import { Button } from './Button';
import {
  changesOf,
  draftOf,
  type EditedEntity,
  type EntityDraft,
  isComplete,
  keptDraft,
  newName,
} from './entity-draft';
import { EntityGlyph } from './Glyphs';
import { MergeChoice, type Mergeable } from './MergeChoice';
import { NameRows } from './NameRows';
import { OnOff } from './OnOff';
import { SplitChoice } from './SplitChoice';
import { Notice } from './StateView';
import { type Tried, TrySentence } from './TrySentence';
import { type KeyPress, useStrayKeys } from './use-stray-keys';

export interface EditorUse {
  onSave: (changes: readonly EntityChange[]) => void;
  onMute: () => void;
  onUnmute: (() => void) | null;
  onMerge: (into: EntityId) => void;
  onSplit: (names: readonly { text: string; lang?: string }[]) => void;
  onMuteName: (text: string) => void;
  /** What the fields hold and nobody saved; null once there is nothing to save. */
  onDraft: (draft: EntityDraft | null) => void;
  onTry: (changes: readonly EntityChange[], text: string) => Promise<readonly Tried[]>;
  onBack: () => void;
}

/**
 * An entity as the user wants it: names, type, whether it is an ordinary word too. Nothing counts before Save; after it all can be
 * undone. Leaving loses nothing either: what was not saved stands here again.
 */
export function EntityEditor({
  entity,
  others,
  backTo,
  about,
  refused,
  kept,
  use,
}: {
  entity: EditedEntity;
  /** The fields as they were left unsaved; null: as the entity is. */
  kept: object | null;
  /** What it can be merged with. */
  others: readonly Mergeable[];
  /** What the way back leads to, in words. */
  backTo: string;
  /** Briefs and archives, in words. */
  about: readonly string[];
  /** The last change was not saved. */
  refused: 'no' | 'yes';
  use: EditorUse;
}): JSX.Element {
  const [began] = useState(() => keptDraft(entity, kept));
  const [draft, setDraft] = useState<EntityDraft>(() => began ?? draftOf(entity));
  const [choice, setChoice] = useState<'none' | 'merge' | 'split'>('none');
  const typeLabel = useId();
  const changes = changesOf(entity, draft);
  const put = (next: EntityDraft): void => {
    setDraft(next);
    // An empty row changes nothing yet, but somebody is about to write into it.
    const isAsBefore = next.names.length === draftOf(entity).names.length && changesOf(entity, next).length === 0;
    use.onDraft(isAsBefore ? null : next);
  };
  const change = (part: Partial<EntityDraft>): void => put({ ...draft, ...part });
  const editor = useRef<HTMLElement>(null);
  useEffect(() => editor.current?.focus({ preventScroll: true }), []);
  const isReady = changes.length > 0 && isComplete(draft);
  const chooser = useRef<HTMLElement | null>(null);
  const toggle = (which: 'merge' | 'split', button: HTMLElement): void => {
    chooser.current = button;
    setChoice(choice === which ? 'none' : which);
  };
  const endChoice = (): void => {
    setChoice('none');
    chooser.current?.focus(); // what it opened is gone, and the focus with it
  };
  const onKeyDown = (event: KeyPress): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') (choice === 'none' ? use.onBack : endChoice)();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isReady) use.onSave(changes);
    else return;
    event.preventDefault();
  };
  useStrayKeys(onKeyDown);

  return (
    <section ref={editor} className="editor" tabIndex={-1} aria-labelledby="editor-name" onKeyDown={onKeyDown}>
      <div className="editor-bar">
        <Button kind="quiet" onClick={use.onBack}>
          <ChevronLeft size={16} aria-hidden="true" />
          {backTo}
        </Button>
        <span className="editor-acts">
          <Button aria-expanded={choice === 'merge'} onClick={({ currentTarget }) => toggle('merge', currentTarget)}>
            <GitMerge size={16} aria-hidden="true" />
            {t('mergeWith')}
          </Button>
          {entity.names.length > 1 && (
            <Button aria-expanded={choice === 'split'} onClick={({ currentTarget }) => toggle('split', currentTarget)}>
              {t('split')}
            </Button>
          )}
          {use.onUnmute ? (
            <Button onClick={use.onUnmute}>{t('unmute')}</Button>
          ) : (
            <Button onClick={use.onMute}>
              <CircleSlash size={16} aria-hidden="true" />
              {t('mute')}
            </Button>
          )}
          <Button kind="main" disabled={!isReady} onClick={() => use.onSave(changes)}>
            {t('save')}
          </Button>
        </span>
      </div>
      <div className="editor-text">
        {choice === 'merge' && (
          <MergeChoice others={others} without={entity.id} onChoose={use.onMerge} onCancel={endChoice} />
        )}
        {choice === 'split' && <SplitChoice names={entity.names} onSplit={use.onSplit} onCancel={endChoice} />}
        {refused === 'yes' && <Notice kind="failure" title={t('notSaved')} text={t('notSavedText')} />}
        <p className="editor-kind">
          <EntityGlyph type={entity.type} />
          {[t(entity.type), ...about].join(' · ')}
        </p>
        <h1 id="editor-name" className="editor-name written">
          {entity.fullName}
        </h1>
        <p className="editor-kept">{t('keptNote')}</p>
        {began && changes.length > 0 && (
          <Notice kind="note" title={t('draftKept')} text={t('draftKeptText')}>
            <Button onClick={() => put(draftOf(entity))}>{t('startOver')}</Button>
          </Notice>
        )}
        {entity.state === 'muted' && <Notice kind="note" title={t('mutedByYou')} text={t('mutedText')} />}

        <h2 id={typeLabel} className="editor-label">
          {t('type')}
        </h2>
        <TypeChoice label={typeLabel} value={draft.type} onChoose={(type) => change({ type })} />

        <section className="tabbed editor-section">
          <div className="section-line">
            <h2 className="section-head">
              {t('names')} <span className="section-count">{draft.names.length}</span>
            </h2>
            <Button onClick={() => change({ names: [...draft.names, newName(draft.names)] })}>
              <Plus size={16} aria-hidden="true" />
              {t('addName')}
            </Button>
          </div>
          <NameRows names={draft.names} onChange={(names) => change({ names })} onMute={use.onMuteName} />
        </section>

        <section className="tabbed editor-section editor-ordinary">
          <div>
            <h2 className="section-head">{t('ambiguous')}</h2>
            <p className="editor-hint">{t('ambiguousText')}</p>
          </div>
          <OnOff label={t('ambiguous')} value={draft.ambiguous} onChange={(ambiguous) => change({ ambiguous })} />
        </section>

        <section className="tabbed editor-section">
          <TrySentence key={entity.id} changes={isComplete(draft) ? changes : []} onTry={use.onTry} />
        </section>
      </div>
    </section>
  );
}

/** One of the six types; arrows move and choose. */
function TypeChoice({
  label,
  value,
  onChoose,
}: {
  label: string;
  value: EntityType;
  onChoose: (type: EntityType) => void;
}): JSX.Element {
  const types = ENTITY_TYPES.filter((type) => type !== 'other' || value === 'other');
  return (
    <div className="type-choice" role="radiogroup" aria-labelledby={label}>
      {types.map((type, place) => (
        <button
          key={type}
          type="button"
          role="radio"
          className="type-chip"
          aria-checked={type === value}
          tabIndex={type === value ? 0 : -1}
          onClick={() => onChoose(type)}
          onKeyDown={(event) => {
            const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            const next = by === undefined ? undefined : types[(place + by + types.length) % types.length];
            if (!next) return;
            event.preventDefault();
            onChoose(next);
            event.currentTarget.parentElement?.querySelectorAll('button')[types.indexOf(next)]?.focus();
          }}
        >
          <EntityGlyph type={type} />
          {t(type)}
        </button>
      ))}
    </div>
  );
}
