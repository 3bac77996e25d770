import type { JSX } from 'react';
import { monthYear, number, t } from '@/utils/i18n';
import type { ChartMonth } from './chart-months';

/** The chart in numbers, newest month first; months without briefs are left out. */
export function SituationTable({ months }: { months: readonly ChartMonth[] }): JSX.Element {
  const rows = months.filter(({ briefs }) => briefs > 0).toReversed();
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={t('briefsByMonth')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            <th scope="col">{t('improved')}</th>
            <th scope="col">{t('unchanged')}</th>
            <th scope="col">{t('worsened')}</th>
            <th scope="col">{t('noSituation')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, situations }) => (
            <tr key={month}>
              <th scope="row">{monthYear(`${month}-01`)}</th>
              <td>{number(situations.improved)}</td>
              <td>{number(situations.unchanged)}</td>
              <td>{number(situations.worsened)}</td>
              <td>{number(situations.none)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
