import { ChevronDown, ChevronUp, GripVertical, Trash2 } from 'lucide-react';
import type { JSX } from 'react';
import { glue, t } from '@/utils/i18n';
import { MAX_NOTE_CHARS } from '@/utils/model';
import type { NotesState } from '@/utils/stores';
import { SituationTick, whenText } from '../common/BriefMeta';
import { IconButton } from '../common/Button';

type Row = NonNullable<NotesState['notes']>[number];

export interface NoteCardUse {
  onOpen: () => void;
  onWrite: (text: string) => void;
  onShift: (by: -1 | 1) => void;
  onRemove: () => void;
  onDrag: (id: string | null) => void;
  onDragOver: () => void;
  onDrop: () => void;
}

/** One note: the brief it is of, the passage, and a field for what the user writes. Keeps its own text when the brief is changed or gone. */
export function NoteCard({
  note,
  place,
  of,
  look,
  use,
}: {
  note: Row;
  place: number;
  of: number;
  look: 'rest' | 'dragged' | 'target';
  use: NoteCardUse;
}): JSX.Element {
  const { brief, passage, state } = note;
  return (
    <li
      className="note"
      data-note={note.id}
      data-look={look}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        use.onShift(event.key === 'ArrowUp' ? -1 : 1);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        use.onDragOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        use.onDrop();
      }}
    >
      <span className="note-rail">
        <SituationTick verdict={brief.situation?.verdict ?? 'none'} />
        {of > 1 && (
          <span
            className="note-grip"
            title={t('dragNote')}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', brief.title);
              use.onDrag(note.id);
            }}
            onDragEnd={() => use.onDrag(null)}
          >
            <GripVertical size={16} aria-hidden="true" />
          </span>
        )}
      </span>
      <div className="note-main">
        <h2 className="card-title written" lang={brief.lang}>
          {state === 'gone' ? (
            glue(brief.title, brief.lang)
          ) : (
            <button type="button" className="note-open" onClick={use.onOpen}>
              {glue(brief.title, brief.lang)}
            </button>
          )}
        </h2>
        <p className="card-meta">{[whenText(brief), note.archiveTitle].filter((part) => part !== '').join(' · ')}</p>
        {passage && (
          <blockquote className="note-quote" lang={brief.lang}>
            {glue(passage.quote, brief.lang)}
          </blockquote>
        )}
        {state !== 'same' && <p className="note-state">{t(stateWords(note))}</p>}
        <textarea
          className="field note-text"
          aria-label={t('noteOn', { name: brief.title })}
          placeholder={t('yourNote')}
          rows={Math.min(12, Math.max(2, note.text.split('\n').length))}
          maxLength={MAX_NOTE_CHARS}
          value={note.text}
          onChange={(event) => use.onWrite(event.target.value)}
          onKeyDown={(event) => {
            // Esc leaves the field, not the notes.
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
        />
        <span className="note-acts">
          <IconButton label={t('moveUp', { name: brief.title })} disabled={place === 0} onClick={() => use.onShift(-1)}>
            <ChevronUp size={16} aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('moveDown', { name: brief.title })}
            disabled={place === of - 1}
            onClick={() => use.onShift(1)}
          >
            <ChevronDown size={16} aria-hidden="true" />
          </IconButton>
          <IconButton label={t('removeSite', { name: brief.title })} onClick={use.onRemove}>
            <Trash2 size={16} aria-hidden="true" />
          </IconButton>
        </span>
      </div>
    </li>
  );
}

function stateWords({ state, passageNow }: Row): 'noteGone' | 'passageLost' | 'noteChanged' {
  if (state === 'gone') return 'noteGone';
  return passageNow === 'lost' ? 'passageLost' : 'noteChanged';
}
