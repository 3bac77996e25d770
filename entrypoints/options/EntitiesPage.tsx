import { type JSX, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { EntitiesSection } from '@/components/options/EntitiesSection';
import { askBackground, type ListedEntity, onNews } from '@/utils/messaging';
import type { Edit } from '@/utils/model';
import { createDossierStore } from '@/utils/stores';
import { finderOf } from './find-entities';

/** The section of entities with what it asks for; it asks again whenever the archives or the edits change. */
export function EntitiesPage(): JSX.Element {
  const store = useMemo(() => createDossierStore(), []);
  const one = useStore(store);
  const [list, setList] = useState<readonly ListedEntity[] | null>(null);
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const [refused, setRefused] = useState<'no' | 'yes'>('no');
  const find = useMemo(() => finderOf(list ?? []), [list]);

  useEffect(() => {
    const ask = async (): Promise<void> => {
      const [entities, made] = await Promise.all([askBackground('entities', null), askBackground('edits', null)]);
      setRefused(entities.ok && made.ok ? 'no' : 'yes');
      if (entities.ok) setList(entities.value);
      if (made.ok) setEdits(made.value);
    };
    void ask();
    return onNews((news) => {
      if (news.news !== 'archive-changed') return;
      void ask();
      void store.getState().refresh();
    });
  }, [store]);

  return (
    <EntitiesSection
      list={list}
      edits={edits}
      one={one}
      find={find}
      refused={refused}
      onUndo={(editId) => void one.undo(editId)}
    />
  );
}
