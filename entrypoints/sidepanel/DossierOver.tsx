import type { JSX } from 'react';
import { Dossier } from '@/components/panel/Dossier';
import { EntityEditing } from '@/components/common/EntityEditing';
import { t } from '@/utils/i18n';
import type { DossierActs, DossierState, PanelStore } from '@/utils/stores';

/** An entity over the briefing: its dossier, or its editor over that. */
export function DossierOver({
  store,
  dossier,
}: {
  store: PanelStore;
  dossier: DossierState & DossierActs;
}): JSX.Element {
  if (dossier.editing === 'yes' && dossier.dossier) {
    return (
      <main className="dossier">
        <EntityEditing state={dossier} backTo={dossier.dossier.fullName} onBack={() => void dossier.edit('no')} />
      </main>
    );
  }
  const { tabId } = store.getState();
  return (
    <Dossier
      state={dossier}
      backTo={t('backBriefing')}
      use={{
        onOpenBrief: (id, cameFor) => void store.getState().openBrief(id, { cameFor }),
        onOpenEntity: (id) => void dossier.open(id, tabId),
        onBack: dossier.close,
      }}
    />
  );
}
