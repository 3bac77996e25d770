import type { JSX } from 'react';
import { languageName, t } from '@/utils/i18n';
import type { Entity, Name } from '@/utils/model';
import { languageCode } from '../common/BriefMeta';

const SAID_BY = {
  archive: 'fromArchive',
  found: 'foundByUs',
  user: 'addedByYou',
} as const satisfies Record<Entity['saidBy'], string>;

/** All names of an entity, their languages, and where each comes from. */
export function DossierNames({
  names,
}: {
  names: readonly (Name & { saidBy: Entity['saidBy']; use: 'used' | 'muted' })[];
}): JSX.Element {
  return (
    <section className="tabbed dossier-section">
      <h2 className="section-head">{t('names')}</h2>
      <ul className="dossier-names">
        {names.map((name) => (
          <li key={`${name.text} ${name.lang ?? ''} ${name.use}`} data-use={name.use}>
            <span className="dossier-name-text" lang={name.lang}>
              {name.text}
            </span>
            <span className="dossier-name-lang">
              {name.lang && <abbr title={languageName(name.lang)}>{languageCode(name.lang)}</abbr>}
            </span>
            <span className="dossier-name-from" data-by={name.use === 'muted' ? 'user' : name.saidBy}>
              {name.use === 'muted' ? t('nameMuted') : t(SAID_BY[name.saidBy])}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
