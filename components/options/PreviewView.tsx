import type { JSX } from 'react';
import { languageName, monthYear, number, t } from '@/utils/i18n';
import type { Verdict } from '@/utils/model';
import { languageCode, SituationTick, whenText } from '../common/BriefMeta';
import { SituationGlyph } from '../common/Glyphs';
import type { Preview, PreviewedBrief } from './adding';
import { ProblemList } from './ProblemList';

const VERDICTS = ['improved', 'unchanged', 'worsened'] as const satisfies readonly Verdict[];

/** What a source would add: how much, in which languages, of which weeks; its first briefs; what is amiss. */
export function PreviewView({ preview, onTitle }: { preview: Preview; onTitle: (title: string) => void }): JSX.Element {
  return (
    <>
      <label className="add-field add-title">
        <span>{t('archiveTitle')}</span>
        <input
          type="text"
          maxLength={160}
          value={preview.title}
          aria-describedby={preview.replaces === 'nothing' ? undefined : 'add-replaces'}
          onChange={(event) => onTitle(event.target.value)}
        />
      </label>
      <p id="add-replaces" className="add-problem" role="status">
        {preview.replaces === 'archive' && t('replaces')}
        {preview.replaces === 'joined' && t('joins')}
        {preview.shrinking.kind !== 'no' && (
          <span className="add-shrinking">
            {t('wouldLose', { x: preview.shrinking.lost, y: preview.shrinking.of })}
          </span>
        )}
      </p>
      <Figures preview={preview} />
      <h3 className="section-head add-head">{t('preview')}</h3>
      <ul className="add-list">
        {preview.first.map((brief) => (
          <PreviewRow key={brief.id} brief={brief} />
        ))}
      </ul>
      {preview.problems.length > 0 && (
        <>
          <h3 className="section-head add-head">{t('toLook')}</h3>
          <ProblemList problems={preview.problems} />
        </>
      )}
    </>
  );
}

function Figures({ preview: { briefs, languages, weeks, verdicts } }: { preview: Preview }): JSX.Element {
  const judged = VERDICTS.filter((verdict) => verdicts[verdict] > 0);
  return (
    <dl className="add-figures">
      <div>
        <dt>{t('briefs')}</dt>
        <dd>{number(briefs)}</dd>
      </div>
      <div>
        <dt>{t('languages')}</dt>
        <dd>
          {languages.map(({ lang, briefs: count }, place) => (
            <span key={lang}>
              {place > 0 && ', '}
              <abbr title={languageName(lang)}>{languageCode(lang) || '?'}</abbr> {number(count)}
            </span>
          ))}
        </dd>
      </div>
      {weeks && (
        <div>
          <dt>{t('weeks')}</dt>
          <dd>{monthsText(weeks)}</dd>
        </div>
      )}
      {judged.length > 0 && (
        <div>
          <dt>{t('situation')}</dt>
          <dd className="add-verdicts">
            {judged.map((verdict) => (
              <span key={verdict} className="situation" data-verdict={verdict}>
                <SituationGlyph verdict={verdict} />
                <span className="hidden-text">{t(verdict)}: </span>
                {number(verdicts[verdict])}
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** "Jan 2011 – Jun 2013", or one month; it breaks behind the dash only. */
export function monthsText({ from, to }: { from: string; to: string }): string {
  const [first, last] = [monthYear(from), monthYear(to)];
  return first === last ? first : `${first}\u00a0– ${last}`;
}

function PreviewRow({ brief }: { brief: PreviewedBrief }): JSX.Element {
  const when = whenText(brief);
  const languages = brief.languages.map(languageCode).join(' ');
  return (
    <li>
      <SituationTick verdict={brief.verdict} />
      <div>
        <p className="add-brief written" lang={brief.lang || undefined}>
          {brief.title}
        </p>
        <p className="add-place">{[when, languages].filter((part) => part !== '').join(' · ')}</p>
      </div>
    </li>
  );
}
