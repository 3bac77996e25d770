import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Adding, AddingUse, Columns, Step } from '@/components/options/adding';
import { type CsvColumns, type Incoming, readCsvFile, readFiles, type SourceFile } from '@/utils/intake';
import type { SourceProblem } from '@/components/options/problem-words';
import type { ArchiveContents, ArchiveId } from '@/utils/model';
import { archiveIdFor, underId } from './archive-id';
import { bytesOf, type Chosen, chosenFrom } from './chosen-files';
import { previewOf } from './preview-source';

/** Qualifies ids while a source is read: which archive it will be is known only with its title. */
const INCOMING = 'incoming';

/** Longest title, in UTF-16 code units: two lines of a list. */
const MAX_TITLE = 160;

/** What adding needs of the rest of the page. */
export interface AddingNeeds {
  archives: () => readonly { id: ArchiveId; title: string }[];
  /** Dearest first. */
  languages: () => readonly string[];
  put: (contents: ArchiveContents) => Promise<'kept' | 'refused'>;
}

export type AddStore = StoreApi<Adding & AddingUse>;

/** A source that was read. Not part of what is drawn: its bodies may be tens of megabytes. */
interface Held {
  chosen: Chosen;
  files: readonly SourceFile[];
  columns: Columns | null;
  incoming: Incoming | null;
}

/** How briefs are brought in: files are read here in the page, looked at, and only then handed to the background. */
export function createAddStore({ archives, languages, put }: AddingNeeds): AddStore {
  let held: Held | null = null;
  let reading = new AbortController();

  return createStore<Adding & AddingUse>((set, get) => {
    const show = (now: Step): void => set({ now });

    const refuse = (chosen: Chosen, problems: readonly SourceProblem[]): void =>
      show({ step: 'refused', name: chosen.name, problems, columns: held?.columns ?? null });

    const preview = (): void => {
      if (!held?.incoming) return;
      const { incoming, chosen, columns } = held;
      const { replaces } = archiveIdFor(incoming.contents.title, archives());
      show({
        step: 'previewing',
        name: chosen.name,
        preview: previewOf(incoming, { languages: languages(), replaces }),
        columns,
      });
    };

    const read = async (source: Held): Promise<void> => {
      reading.abort();
      held = source;
      reading = new AbortController();
      const { signal } = reading;
      const { chosen, files, columns } = source;
      const outcome = await readFiles({
        files,
        archiveId: INCOMING,
        columns: columns?.chosen ?? null,
        signal,
        onProgress: (done) => {
          // A table that is read again for another column stays in view, with the focus in it.
          if (!signal.aborted && get().now.step === 'reading') show({ step: 'reading', name: chosen.name, ...done });
        },
      });
      if (signal.aborted) return;
      if (!outcome.ok) return refuse(chosen, outcome.error);
      const { contents, notes } = outcome.value;
      // A source without a title of its own was given the path of its first file.
      const isUnnamed = files.some(({ path }) => path === contents.title);
      const title = (isUnnamed ? chosen.title : contents.title).slice(0, MAX_TITLE);
      held = { ...source, incoming: { contents: { ...contents, title }, notes } };
      preview();
    };

    const choose = async (chosen: Chosen): Promise<void> => {
      reading.abort();
      reading = new AbortController();
      const { signal } = reading;
      held = null;
      show({ step: 'reading', name: chosen.name, files: 0, of: 0 });
      const files = await bytesOf(chosen, signal);
      if (signal.aborted) return;
      if (files.ok) await read({ chosen, files: files.value, columns: columnsOf(files.value), incoming: null });
      else refuse(chosen, [{ file: chosen.name, item: null, field: '', kind: files.error }]);
    };

    return {
      sheet: 'closed',
      now: { step: 'choosing' },
      onOpen: () => set({ sheet: 'open' }),
      onClose: () => set({ sheet: 'closed' }),
      onFiles: (files) => {
        if (files.length > 0) void choose(chosenFrom(files));
      },
      onCancel: () => {
        reading.abort();
        held = null;
        show({ step: 'choosing' });
      },
      onTitle: (title) => {
        const { now } = get();
        if (!held?.incoming || now.step !== 'previewing') return;
        held.incoming = { ...held.incoming, contents: { ...held.incoming.contents, title } };
        const { replaces } = archiveIdFor(title, archives());
        show({ ...now, preview: { ...now.preview, title, replaces } });
      },
      onColumn: (field, heading) => {
        if (!held?.columns) return;
        const { [field]: _before, ...others } = held.columns.chosen;
        const chosen = heading === null ? others : { ...others, [field]: heading };
        void read({ ...held, columns: { ...held.columns, chosen } });
      },
      onAdd: () => {
        const { now } = get();
        const contents = held?.incoming?.contents;
        if (now.step !== 'previewing' || !contents) return;
        show({ ...now, step: 'adding' });
        const title = contents.title.trim();
        void put(underId(contents, { id: archiveIdFor(title, archives()).id, title })).then((outcome) => {
          if (outcome === 'refused') return show(now);
          held = null;
          set({ sheet: 'closed', now: { step: 'choosing' } });
        });
      },
    };
  });
}

/** Columns are chosen for one table; several at a time are read by their headings. */
function columnsOf(files: readonly SourceFile[]): Columns | null {
  const [file] = files;
  if (!file || files.length > 1 || !/\.(?:csv|tsv)$/iu.test(file.path)) return null;
  const table = readCsvFile(file);
  return (
    table && { headings: table.headings.filter((heading) => heading !== ''), chosen: table.guess satisfies CsvColumns }
  );
}
