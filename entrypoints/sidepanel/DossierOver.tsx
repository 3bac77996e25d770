import type { JSX } from 'react';
import { Dossier } from '@/components/panel/Dossier';
import { EntityEditing } from '@/components/common/EntityEditing';
import { MarkBar } from '@/components/panel/MarkBar';
import { t } from '@/utils/i18n';
import { type DossierActs, type DossierState, mentionsOf, type PanelActs, type PanelState } from '@/utils/stores';

/** An entity over the briefing: its dossier, or its editor over that. */
export function DossierOver({
  panel,
  dossier,
}: {
  panel: PanelState & PanelActs;
  dossier: DossierState & DossierActs;
}): JSX.Element {
  if (dossier.editing === 'yes' && dossier.dossier) {
    return (
      <main className="dossier">
        <EntityEditing state={dossier} backTo={dossier.dossier.fullName} onBack={() => void dossier.edit('no')} />
      </main>
    );
  }
  return (
    <Dossier
      state={dossier}
      backTo={t('backBriefing')}
      hand="free"
      foot={<MentionsOf panel={panel} dossier={dossier} />}
      use={{
        onOpenBrief: (id, cameFor) => void panel.openBrief(id, { cameFor }),
        onOpenEntity: panel.lookInto,
        onBack: () => panel.lookInto(null),
      }}
    />
  );
}

/** Steps through the entity's mentions in the page, where it has any. */
function MentionsOf({
  panel,
  dossier: { id },
}: {
  panel: PanelState & PanelActs;
  dossier: DossierState;
}): JSX.Element | null {
  if (id === null || panel.page?.status !== 'ready') return null;
  const { briefing, marks } = panel.page;
  const places = mentionsOf(briefing, [id]);
  if (!briefing.entities.some((entity) => entity.id === id)) return null;
  return (
    <MarkBar
      marks={marks}
      place={panel.mention === null ? 0 : places.indexOf(panel.mention) + 1}
      count={places.length}
      onMarks={(want) => void panel.paint(want)}
      onStep={(direction) => void panel.step(direction, id)}
    />
  );
}
