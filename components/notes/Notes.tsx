import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type JSX, useEffect, useRef, useState } from 'react';
import { t } from '@/utils/i18n';
import type { BriefId } from '@/utils/model';
import type { NotesActs, NotesState } from '@/utils/stores';
import { PageTop } from '../common/PageTop';
import { Notice, StateView } from '../common/StateView';
import { NoteCard } from './NoteCard';

/** What notes can be saved as, with the word for each. */
const FORMATS = [
  ['markdown', 'Markdown'],
  ['html', 'HTML'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const;
export type ExportFormat = (typeof FORMATS)[number][0];

export interface NotesUse {
  onOpenBrief: (id: BriefId) => void;
  onExport: (format: ExportFormat) => void;
}

/** The notebook: pinned briefs and passages, each with what the user wrote. Alt and an arrow, or a drag, changes their order. */
export function Notes({ state, use }: { state: NotesState & NotesActs; use: NotesUse }): JSX.Element {
  const { notes } = state;
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  // A note that was moved keeps the focus, wherever it went.
  const [moved, setMoved] = useState<string | null>(null);
  useEffect(() => {
    if (moved === null) return;
    const card = list.current?.querySelector(`[data-note="${CSS.escape(moved)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    if (card && !card.contains(document.activeElement)) card.querySelector<HTMLElement>('button')?.focus();
    setMoved(null);
  }, [moved, notes]);
  const shift = (id: string, by: -1 | 1): void => {
    void state.shift(id, by).then(() => setMoved(id));
  };

  return (
    <>
      <PageTop />
      <main className="notes">
        <header className="notes-head">
          <h1 id="notes-title" className="notes-title written">
            {t('notes')} {notes !== null && notes.length > 0 && <span className="section-count">{notes.length}</span>}
          </h1>
          {notes !== null && notes.length > 0 && <ExportMenu onExport={use.onExport} />}
        </header>
        <section aria-labelledby="notes-title" aria-busy={notes === null}>
          {state.refused === 'yes' && <Notice kind="failure" title={t('notSaved')} text={t('notSavedText')} />}
          {notes?.length === 0 && <StateView picture="empty" title={t('noNotes')} text={t('noNotesText')} />}
          {notes !== null && notes.length > 0 && (
            <ol ref={list} className="note-list">
              {notes.map((note, place) => (
                <NoteCard
                  key={note.id}
                  note={note}
                  place={place}
                  of={notes.length}
                  look={dragged === note.id ? 'dragged' : over === note.id && dragged !== null ? 'target' : 'rest'}
                  use={{
                    onOpen: () => use.onOpenBrief(note.briefId),
                    onWrite: (text) => void state.write(note.id, text),
                    onShift: (by) => shift(note.id, by),
                    onRemove: () => void state.remove(note.id),
                    onDrag: setDragged,
                    onDragOver: () => setOver(note.id),
                    onDrop: () => {
                      // Onto one further down, it goes behind that one: where the hand let go.
                      const from = notes.findIndex(({ id }) => id === dragged);
                      const before = from < place ? (notes[place + 1]?.id ?? null) : note.id;
                      if (dragged !== null && dragged !== note.id) void state.move(dragged, before);
                      setDragged(null);
                      setOver(null);
                    },
                  }}
                />
              ))}
            </ol>
          )}
        </section>
      </main>
    </>
  );
}

function ExportMenu({ onExport }: { onExport: (format: ExportFormat) => void }): JSX.Element {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button" data-kind="quiet">
        <Download size={16} aria-hidden="true" />
        {t('export')}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {FORMATS.map(([format, name]) => (
            <DropdownMenu.Item key={format} className="menu-item" onSelect={() => onExport(format)}>
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
