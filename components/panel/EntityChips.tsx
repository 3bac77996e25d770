import { Check } from 'lucide-react';
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

/** The page's entities, a row of chips a type. Arrows move inside a row, Enter chooses, N goes to the next mention. */
export function EntityChips({
  entities,
  selected,
  onChoose,
  onNext,
  onLight,
}: {
  entities: readonly PageEntity[];
  selected: readonly EntityId[];
  onChoose: (id: EntityId) => void;
  onNext: (id: EntityId) => void;
  onLight: (id: EntityId | null) => void;
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
}: {
  entity: PageEntity;
  pressed: boolean;
  tabIndex: number;
  onChoose: () => void;
  onNext: () => void;
  onLight: (lit: boolean) => void;
}): JSX.Element {
  const inDoubt = entity.certainty === 'in-doubt';
  const name = t(inDoubt ? 'chipNameInDoubt' : 'chipName', {
    name: inDoubt ? entity.fullName : entity.label,
    type: t(entity.type).toLocaleLowerCase(),
    n: entity.mentions.length,
  });
  return (
    <button
      type="button"
      className="chip"
      data-certainty={entity.certainty}
      aria-pressed={pressed}
      aria-label={name}
      title={entity.fullName}
      tabIndex={tabIndex}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.code === 'KeyN' && !event.ctrlKey && !event.metaKey && !event.altKey) onNext();
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
  );
}

/** A row of chips is one stop for Tab; arrows, Home and End move inside it. */
function moveInside(event: KeyboardEvent<HTMLDivElement>): void {
  const chips = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
  const here = chips.findIndex((chip) => chip === document.activeElement);
  const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: chips.length - 1 }[event.key];
  const chip = to === undefined || here < 0 ? undefined : chips[(to + chips.length) % chips.length];
  if (!chip) return;
  event.preventDefault();
  for (const other of chips) other.tabIndex = other === chip ? 0 : -1;
  chip.focus();
}
