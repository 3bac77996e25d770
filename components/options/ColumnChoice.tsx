import type { JSX } from 'react';
import { type MessageKey, t } from '@/utils/i18n';
import { COLUMN_FIELDS, type ColumnField, type Columns } from './adding';

const LABELS: Readonly<Record<ColumnField, MessageKey>> = {
  title: 'columnTitle',
  body: 'columnBody',
  summary: 'columnSummary',
  date: 'columnDate',
  week: 'columnWeek',
  situation: 'situation',
  reason: 'columnReason',
  lang: 'language',
  group: 'columnGroup',
  url: 'columnUrl',
  authors: 'columnAuthors',
  id: 'columnId',
};

/** Which column of a table holds what; the headings have been guessed from already. */
export function ColumnChoice({
  columns,
  onColumn,
}: {
  columns: Columns;
  onColumn: (field: ColumnField, heading: string | null) => void;
}): JSX.Element {
  return (
    <fieldset className="add-columns">
      <legend className="section-head">{t('columns')}</legend>
      {COLUMN_FIELDS.map((field) => (
        <label key={field} className="add-field">
          <span>{t(LABELS[field])}</span>
          <select value={columns.chosen[field] ?? ''} onChange={(event) => onColumn(field, event.target.value || null)}>
            <option value="">{t('noColumn')}</option>
            {columns.headings.map((heading, place) => (
              <option key={place} value={heading}>
                {heading}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
