import { type JSX, type ReactNode, useId, useState } from 'react';
import { languageName, monthYear, number, t } from '@/utils/i18n';
import type { EntityType, Verdict } from '@/utils/model';
import { type ChosenFilter, monthsOf, type SearchState } from '@/utils/stores';
import { everyMonth } from '../common/chart-months';
import { EntityGlyph, SituationGlyph } from '../common/Glyphs';
import { isCalled, situationWords } from './filter-words';

export interface FilterUse {
  onToggle: (filter: Pick<ChosenFilter, 'field' | 'value'>) => void;
  onMonths: (range: { from: string; to: string } | null) => void;
  onClear: () => void;
}

/** Entities that stand open; the others wait behind a button. */
const FEW_ENTITIES = 6;

/** Every filter with its counts. A box that is ticked narrows; none of a kind ticked means all. */
export function FilterPanel({
  overview,
  filters,
  use,
}: {
  overview: NonNullable<SearchState['overview']>;
  filters: readonly ChosenFilter[];
  use: FilterUse;
}): JSX.Element {
  const [entities, setEntities] = useState<'few' | 'all'>('few');
  const isOn = (field: ChosenFilter['field'], value: string): boolean =>
    filters.some(
      (filter) =>
        filter.field === field &&
        filter.use === 'wanted' &&
        (field === 'entity' ? isCalled(value, filter.value) : filter.value === value),
    );
  const box = (field: ChosenFilter['field'], value: string, text: ReactNode, briefs: number): JSX.Element => (
    <Facet
      key={value}
      text={text}
      briefs={briefs}
      checked={isOn(field, value)}
      onToggle={() => {
        const said = filters.find((filter) => filter.field === field && isOn(field, value) && isCalled(value, filter.value)); // prettier-ignore
        use.onToggle({ field, value: said?.value ?? value });
      }}
    />
  );
  const shown = overview.entities.filter(
    ({ value }, place) => entities === 'all' || place < FEW_ENTITIES || isOn('entity', value),
  );
  return (
    <div className="filter-panel">
      {overview.span && <Months overview={overview} filters={filters} onMonths={use.onMonths} />}
      <Group title={t('situation')}>
        {overview.situations.map(({ value, briefs }) =>
          box('situation', value, <SituationName verdict={value} />, briefs),
        )}
      </Group>
      <Group title={t('entities')}>
        {shown.map(({ value, type, label, briefs }) =>
          box('entity', value, <EntityName type={type} label={label} />, briefs),
        )}
        {shown.length < overview.entities.length && (
          <button type="button" className="chart-act" onClick={() => setEntities('all')}>
            {t('showAll')}
          </button>
        )}
      </Group>
      {overview.langs.length > 1 && (
        <Group title={t('language')}>
          {overview.langs.map(({ value, briefs }) =>
            box('lang', value, <span lang={value}>{languageName(value)}</span>, briefs),
          )}
        </Group>
      )}
      {overview.archives.length > 1 && (
        <Group title={t('archive')}>
          {overview.archives.map(({ value, title, briefs }) => box('archive', value, title, briefs))}
        </Group>
      )}
      {filters.length > 0 && (
        <button type="button" className="button filter-clear" onClick={use.onClear}>
          {t('clearFilters')}
        </button>
      )}
      <details className="filter-help">
        <summary>{t('howToSearch')}</summary>
        <ul>
          <li>{t('howPhrase')}</li>
          <li>{t('howWithout')}</li>
          <li>{t('howFilters')}</li>
          <li>{t('searchHelp')}</li>
        </ul>
      </details>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  const id = useId();
  return (
    <section className="filter-group" role="group" aria-labelledby={id}>
      <h2 className="section-head" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Facet({
  text,
  briefs,
  checked,
  onToggle,
}: {
  text: ReactNode;
  briefs: number;
  checked: boolean;
  onToggle: () => void;
}): JSX.Element {
  return (
    <label className="facet" data-empty={briefs === 0 && !checked}>
      <input type="checkbox" checked={checked} onChange={onToggle} />
      <span className="facet-text">{text}</span>
      <span className="facet-count" aria-hidden="true">
        {number(briefs)}
      </span>
      <span className="hidden-text">, {t('nBriefs', { n: briefs })}</span>
    </label>
  );
}

function SituationName({ verdict }: { verdict: Verdict | 'none' }): JSX.Element {
  return (
    <span className="situation" data-verdict={verdict}>
      <SituationGlyph verdict={verdict} />
      {situationWords(verdict)}
    </span>
  );
}

function EntityName({ type, label }: { type: EntityType; label: string }): JSX.Element {
  return (
    <span className="facet-entity">
      <EntityGlyph type={type} />
      <span>{label}</span>
    </span>
  );
}

/** From a month to a month, out of those that the archives know. */
function Months({
  overview,
  filters,
  onMonths,
}: {
  overview: NonNullable<SearchState['overview']>;
  filters: readonly ChosenFilter[];
  onMonths: FilterUse['onMonths'];
}): JSX.Element {
  const months = everyMonth(overview.months, overview.span).map(({ month }) => month);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const range = monthsOf(filters);
  const inside = (month: string): string => (month < first ? first : month > last ? last : month);
  const [from, to] = range ? [inside(range.from), inside(range.to)] : [first, last];
  const choose = (next: { from: string; to: string }): void =>
    onMonths(next.from === first && next.to === last ? null : next);
  return (
    <section className="filter-group" role="group" aria-label={t('weeks')}>
      <h2 className="section-head" aria-hidden="true">
        {t('weeks')}
      </h2>
      <div className="filter-months">
        <MonthChoice
          label={t('fromMonth')}
          value={from}
          months={months.filter((month) => month <= to)}
          onChoose={(month) => choose({ from: month, to })}
        />{' '}
        {/* prettier-ignore */}
        <span aria-hidden="true">–</span>
        <MonthChoice
          label={t('toMonth')}
          value={to}
          months={months.filter((month) => month >= from)}
          onChoose={(month) => choose({ from, to: month })}
        />{' '}
        {/* prettier-ignore */}
      </div>
    </section>
  );
}

function MonthChoice({
  label,
  value,
  months,
  onChoose,
}: {
  label: string;
  value: string;
  months: readonly string[];
  onChoose: (month: string) => void;
}): JSX.Element {
  return (
    <select
      className="month-choice"
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {months.map((month) => (
        <option key={month} value={month}>
          {monthYear(`${month}-01`)}
        </option>
      ))}
    </select>
  );
}
