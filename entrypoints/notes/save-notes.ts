import { spoken, t } from '@/utils/i18n';
import type { NoteRow } from '@/utils/messaging';
import type { NotesFormat } from '@/utils/citing';

const KINDS: Readonly<Record<NotesFormat, { suffix: string; type: string }>> = {
  markdown: { suffix: 'md', type: 'text/markdown' },
  html: { suffix: 'html', type: 'text/html' },
  csv: { suffix: 'csv', type: 'text/csv' },
  json: { suffix: 'json', type: 'application/json' },
};

/** Saves notes as a file, each with its citation. What makes citations is loaded when it is first needed. */
export async function saveNotes(notes: readonly NoteRow[], format: NotesFormat): Promise<void> {
  const { notesAs } = await import('@/utils/citing');
  const text = notesAs(
    notes.map(({ brief, briefId, archiveTitle, passage, text: written, pinnedAt }) => ({
      brief: { ...brief, id: briefId, source: archiveTitle },
      quote: passage?.quote ?? null,
      text: written,
      pinnedAt,
    })),
    { format, title: t('notes'), lang: spoken() },
  );
  const { suffix, type } = KINDS[format];
  // Spreadsheets read UTF-8 only where a mark at its head says so.
  const parts = format === 'csv' ? ['\ufeff', text] : [text];
  const address = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${t('notes')}.${suffix}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it after the click
}
