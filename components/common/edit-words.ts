import { t } from '@/utils/i18n';
import type { EntityChange } from '@/utils/model';

/** What a change did, in a few words. Names stand after a colon: code never inflects a name. */
export function changeWords(change: EntityChange): string {
  switch (change.act) {
    case 'add-name':
      return t('changeAdded', { name: change.name.text });
    case 'set-name':
      return t('changeName', { name: change.was.text, now: change.name.text });
    case 'remove-name':
      return t('changeRemoved', { name: change.was.text });
    case 'set-type':
      return t('changeType', { name: t(change.type) });
    case 'set-ambiguous':
      return t(change.ambiguous === 'yes' ? 'ambiguous' : 'changeNotOrdinary');
    case 'merge':
      return t('changeMerged');
    case 'split':
      return t('changeSplit', { name: change.names.map(({ text }) => text).join(', ') });
    case 'mute':
      return t('mutedByYou');
    case 'mute-name':
      return t('muteName', { name: change.text });
    case 'answer':
      return `${t('saidOf', { name: change.name })} ${t(change.means === 'yes' ? 'yesThis' : 'notThis')}`;
  }
}

/** What was done, for the toast that can undo it. */
export const DONE = { saved: 'didSave', muted: 'didMute', merged: 'didMerge', split: 'didSplit' } as const;
