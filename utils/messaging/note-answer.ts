import type { Note } from '@/utils/model';

/** A note with how its brief stands now. */
export interface NoteRow extends Note {
  /** `changed`: its text is another than when it was pinned; `gone`: removed, or its archive is. */
  state: 'same' | 'changed' | 'gone';
  /** Whether the pinned passage still stands in the brief; null: the whole brief was pinned. */
  passageNow: 'there' | 'lost' | null;
}
