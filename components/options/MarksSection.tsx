import type { JSX } from 'react';
import { type MessageKey, t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';
import { OnOff } from '../common/OnOff';

type Marks = OptionsState['marks'];

/** Each switch with what it says and does; all but the first matter only while names are marked at all. */
const SWITCHES: readonly { label: MessageKey; text: MessageKey; on: Partial<Marks>; off: Partial<Marks> }[] = [
  { label: 'marksInPages', text: 'marksInPagesText', on: { painted: 'on' }, off: { painted: 'off' } },
  { label: 'marksQuiet', text: 'marksQuietText', on: { style: 'quiet' }, off: { style: 'full' } },
  { label: 'marksFirst', text: 'marksFirstText', on: { which: 'first' }, off: { which: 'all' } },
  { label: 'marksCard', text: 'marksCardText', on: { card: 'on' }, off: { card: 'off' } },
  { label: 'marksTicks', text: 'marksTicksText', on: { ticks: 'on' }, off: { ticks: 'off' } },
];

/** How names are marked in pages, or not at all; every open page follows at once. */
export function MarksSection({ marks, onMarks }: { marks: Marks; onMarks: (marks: Marks) => void }): JSX.Element {
  return (
    <section>
      <h1 className="options-title written">{t('marks')}</h1>
      <p className="options-intro">{t('marksIntro')}</p>
      <ul className="options-list">
        {SWITCHES.map(({ label, text, on, off }) => (
          <li key={label}>
            <span className="options-row-main">
              {t(label)}
              <span className="options-row-more">{t(text)}</span>
            </span>
            <OnOff
              label={t(label)}
              value={holds(marks, on) ? 'on' : 'off'}
              disabled={marks.painted === 'off' && on.painted === undefined}
              onChange={(want) => onMarks({ ...marks, ...(want === 'on' ? on : off) })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function holds(marks: Marks, part: Partial<Marks>): boolean {
  return Object.entries(part).every(([key, value]) => marks[key as keyof Marks] === value);
}
