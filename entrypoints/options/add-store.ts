import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Adding, AddingUse, Columns, Step } from '@/components/options/adding';
import type { SourceProblem } from '@/components/options/problem-words';
import type { ArchiveId, Result } from '@/utils/model';
import type { Undo } from '@/utils/stores';
import { archiveIdFor } from './archive-id';
import type { WorkingKeeper } from './archive-keeper';
import type { SourceRead } from './archive-work';
import { type Chosen, chosenFrom, chosenFromPlaced } from './chosen-files';
import { filesOfDrop } from './dropped-files';
import { previewOf } from './preview-source';

/** Longest title, in UTF-16 code units: two lines of a list. */
const MAX_TITLE = 160;

/** What adding needs of the rest of the page. */
export interface AddingNeeds {
  archives: () => readonly { id: ArchiveId; title: string }[];
  /** Dearest first. */
  languages: () => readonly string[];
  keeper: Pick<WorkingKeeper, 'work' | 'keep' | 'breakOff'>;
  /** ms since 1970. */
  now: () => number;
  /** Told of what became of it: an undo to offer, or why nothing was kept. */
  onPut: (title: string, outcome: Result<Undo | null, string>) => Promise<void>;
}

export type AddStore = StoreApi<Adding & AddingUse>;

/** A source that was read. Not part of what is drawn; its bodies are in the worker. */
interface Held {
  chosen: Chosen;
  columns: Columns | null;
  read: SourceRead | null;
}

/** How briefs are brought in: files are read in a worker, looked at here, and only then kept. */
export function createAddStore({ archives, languages, keeper, now, onPut }: AddingNeeds): AddStore {
  let held: Held | null = null;
  /** Of the last thing that was begun: what comes of anything earlier is let go. */
  let turn = 0;

  return createStore<Adding & AddingUse>((set, get) => {
    const show = (step: Step): void => set({ now: step });

    const refuse = (chosen: Chosen, problems: readonly SourceProblem[]): void =>
      show({ step: 'refused', name: chosen.name, problems, columns: held?.columns ?? null });

    const preview = (): void => {
      if (!held?.read) return;
      const { read, chosen, columns } = held;
      const { id, replaces } = archiveIdFor(read.title, archives());
      show({
        step: 'previewing',
        name: chosen.name,
        preview: previewOf(read, { languages: languages(), replaces }),
        columns,
      });
      if (replaces === 'archive') void compare(id);
    };

    /** What an archive would lose is asked of storage; the preview need not wait for it. */
    const compare = async (id: ArchiveId): Promise<void> => {
      const compared = await keeper.work.compare({ id }, () => undefined);
      const { now: step } = get();
      if (!compared.ok || step.step !== 'previewing') return;
      if (archiveIdFor(step.preview.title, archives()).id !== id) return;
      show({ ...step, preview: { ...step.preview, shrinking: compared.value } });
    };

    const read = async (source: Held): Promise<void> => {
      const mine = ++turn;
      held = source;
      const { chosen, columns } = source;
      const outcome = await keeper.work.read({ files: chosen.files, columns: columns?.chosen ?? null }, (done) => {
        // A table that is read again for another column stays in view, with the focus in it.
        if (mine === turn && get().now.step === 'reading') show({ step: 'reading', name: chosen.name, ...done });
      });
      if (mine !== turn) return;
      held = { ...source, columns: outcome.table };
      if (!outcome.ok) {
        const broken = [{ file: chosen.name, item: null, field: '', kind: 'not-readable' as const }];
        return refuse(chosen, outcome.error === 'no-answer' ? broken : outcome.error);
      }
      const { title } = outcome.value;
      // A source without a title of its own was given the path of its first file.
      const isUnnamed = chosen.files.some(({ path }) => path === title);
      held.read = { ...outcome.value, title: (isUnnamed ? chosen.title : title).slice(0, MAX_TITLE) };
      preview();
    };

    const choose = (chosen: Chosen): void => {
      if (chosen.files.length === 0) return;
      // What is being kept goes on to its end: another choice waits.
      if (get().now.step === 'adding') return;
      show({ step: 'reading', name: chosen.name, files: 0, of: 0 });
      void read({ chosen, columns: null, read: null });
    };

    return {
      sheet: 'closed',
      now: { step: 'choosing' },
      onOpen: () => set({ sheet: 'open' }),
      onClose: () => set({ sheet: 'closed' }),
      onFiles: (files) => choose(chosenFrom(files)),
      onDrop: (dropped) => {
        set({ sheet: 'open' });
        void filesOfDrop(dropped).then((files) => choose(chosenFromPlaced(files)));
      },
      onCancel: () => {
        const { now: step } = get();
        turn++;
        if (step.step === 'reading' || step.step === 'adding') keeper.breakOff();
        held = null;
        show({ step: 'choosing' });
      },
      onTitle: (title) => {
        const { now: step } = get();
        if (!held?.read || step.step !== 'previewing') return;
        held.read = { ...held.read, title };
        const { id, replaces } = archiveIdFor(title, archives());
        show({ ...step, preview: { ...step.preview, title, replaces, shrinking: { kind: 'no' } } });
        if (replaces === 'archive') void compare(id);
      },
      onColumn: (field, heading) => {
        if (!held?.columns) return;
        const { [field]: _before, ...others } = held.columns.chosen;
        const chosen = heading === null ? others : { ...others, [field]: heading };
        void read({ ...held, columns: { ...held.columns, chosen } });
      },
      onAdd: () => {
        const { now: step } = get();
        if (step.step !== 'previewing' || !held?.read) return;
        const mine = ++turn;
        const title = held.read.title.trim();
        const { source } = held.chosen;
        show({ ...step, step: 'adding', keeping: { step: 'storing', briefs: 0, of: held.read.heads.length } });
        const as = { id: archiveIdFor(title, archives()).id, title, source, at: now() };
        void keeper
          .keep(as, (keeping) => {
            const { now: current } = get();
            if (mine === turn && current.step === 'adding') show({ ...current, keeping });
          })
          .then(async (outcome) => {
            // Broken off: its reader has gone on to something else, and nothing was kept.
            if (mine !== turn) return;
            await onPut(title, outcome);
            if (!outcome.ok) return show(step);
            held = null;
            set({ sheet: 'closed', now: { step: 'choosing' } });
          });
      },
    };
  });
}
