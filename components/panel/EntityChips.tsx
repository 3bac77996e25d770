import { Check, Ellipsis } from 'lucide-react';
import { type JSX, type KeyboardEvent, useState } from 'react';
import { t } from '@/utils/i18n';
import { ENTITY_TYPES, type EntityId, type EntityType, type PageEntity } from '@/utils/model';
import { EntityGlyph } from '../common/Glyphs';

const GROUPS = {
  person: 'people',
  company: 'companies',
  organisation: 'organisations',
  place: 'places',
  treaty: 'treaties',
  event: 'events',
  other: 'others',
} as const satisfies Record<EntityType, string>;

/** Chips of a type that are shown at first: the weightiest; a page that names two hundred would push the briefs out of sight. */
const CHIPS_AT_FIRST = 12;

/** The page's entities, a row of chips a type. Arrows move inside a row, Enter chooses, N goes to the next mention, O opens all about it. */
export function EntityChips({
  entities,
  selected,
  onChoose,
  onNext,
  onLight,
  onAbout,
}: {
  entities: readonly PageEntity[];
  selected: readonly EntityId[];
  onChoose: (id: EntityId) => void;
  onNext: (id: EntityId) => void;
  onLight: (id: EntityId | null) => void;
  /** Opens all that is known about an entity. */
  onAbout: (id: EntityId) => void;
}): JSX.Element {
  const [unfolded, setUnfolded] = useState<readonly EntityType[]>([]);
  return (
    <section className="tabbed">
      <h2 className="section-head">{t('onPage')}</h2>
      {ENTITY_TYPES.map((type) => {
        const ofType = entities.filter((entity) => entity.type === type);
        if (ofType.length === 0) return null;
        const isAll = unfolded.includes(type) || ofType.length <= CHIPS_AT_FIRST + 1;
        const shown = isAll
          ? ofType
          : ofType.filter((entity, place) => place < CHIPS_AT_FIRST || selected.includes(entity.id));
        return (
          <div key={type} className="chip-row" role="group" aria-label={t(GROUPS[type])} onKeyDown={moveInside}>
            <span className="chip-glyph" title={t(GROUPS[type])}>
              <EntityGlyph type={type} />
              <span className="chip-type">{t(GROUPS[type])}</span>
            </span>
            <div className="chips">
              {shown.map((entity, place) => (
                <EntityChip
                  key={entity.id}
                  entity={entity}
                  pressed={selected.includes(entity.id)}
                  tabIndex={place === 0 ? 0 : -1}
                  onChoose={() => onChoose(entity.id)}
                  onNext={() => onNext(entity.id)}
                  onLight={(lit) => onLight(lit ? entity.id : null)}
                  onAbout={() => onAbout(entity.id)}
                />
              ))}
              {ofType.length > CHIPS_AT_FIRST + 1 && (
                <button
                  type="button"
                  className="chip-more"
                  aria-expanded={isAll}
                  tabIndex={-1}
                  onClick={() => setUnfolded(isAll ? unfolded.filter((other) => other !== type) : [...unfolded, type])}
                >
                  {isAll ? t('fewerNames') : t('moreNames', { n: ofType.length - shown.length })}
                </button>
              )}
            </div>
          </div>
        );
      })}
    </section>
  );
}

function EntityChip({
  entity,
  pressed,
  tabIndex,
  onChoose,
  onNext,
  onLight,
  onAbout,
}: {
  entity: PageEntity;
  pressed: boolean;
  tabIndex: number;
  onChoose: () => void;
  onNext: () => void;
  onLight: (lit: boolean) => void;
  onAbout: () => void;
}): JSX.Element {
  const inDoubt = entity.certainty === 'in-doubt';
  const name = t(inDoubt ? 'chipNameInDoubt' : 'chipName', {
    name: inDoubt ? entity.fullName : entity.label,
    type: t(entity.type).toLocaleLowerCase(),
    n: entity.mentions.length,
  });
  return (
    <span className="chip-seat">
      <button
        type="button"
        className="chip"
        data-certainty={entity.certainty}
        aria-pressed={pressed}
        aria-label={name}
        title={entity.fullName}
        data-return={`entity ${entity.id}`}
        tabIndex={tabIndex}
        onClick={onChoose}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.code === 'KeyN') onNext();
          if (event.code === 'KeyO') onAbout();
        }}
        onMouseEnter={() => onLight(true)}
        onMouseLeave={() => onLight(false)}
        onFocus={() => onLight(true)}
        onBlur={() => onLight(false)}
      >
        {pressed && <Check size={14} aria-hidden="true" />}
        <span className="chip-name">{inDoubt ? `${entity.fullName}?` : entity.label}</span>
        <span className="chip-count">{entity.mentions.length}</span>
      </button>
      <button
        type="button"
        className="chip-about"
        data-return={`entity ${entity.id}`}
        tabIndex={-1}
        aria-label={t('openDossier', { name: entity.fullName })}
        title={t('openDossier', { name: entity.fullName })}
        onClick={onAbout}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </button>
    </span>
  );
}

/** A row of chips is one stop for Tab; arrows, Home and End move inside it. */
function moveInside(event: KeyboardEvent<HTMLDivElement>): void {
  const chips = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.chip, .chip-more')];
  const here = chips.findIndex((chip) => chip === document.activeElement);
  const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: chips.length - 1 }[event.key];
  const chip = to === undefined || here < 0 ? undefined : chips[(to + chips.length) % chips.length];
  if (!chip) return;
  event.preventDefault();
  for (const other of chips) other.tabIndex = other === chip ? 0 : -1;
  chip.focus();
}
