import type { JSX } from 'react';
import { day, languageName, monthYear, t, weekRange } from '@/utils/i18n';
import type { BriefHead, Verdict } from '@/utils/model';
import { SituationGlyph } from './Glyphs';

/** Glyph of a verdict on its disc, for the rail. */
export function SituationTick({ verdict }: { verdict: Verdict | 'none' }): JSX.Element {
  return (
    <span className="disc" data-verdict={verdict}>
      <SituationGlyph verdict={verdict} />
    </span>
  );
}

/** The verdict as a word; its colour comes last. */
export function SituationWord({ verdict }: { verdict: Verdict | 'none' }): JSX.Element {
  return (
    <span className="situation" data-verdict={verdict}>
      <span className="hidden-text">{t('situation')}: </span>
      {t(verdict === 'none' ? 'noSituation' : verdict)}
    </span>
  );
}

/** The week a brief is about, or its day. */
export function whenText(head: Pick<BriefHead, 'week' | 'date'>): string {
  return head.week ? weekRange(head.week) : head.date ? day(head.date) : '';
}

/** The month of a brief, for tight lists. */
export function whenMonth(head: Pick<BriefHead, 'week' | 'date'>): string {
  const last = head.week?.to ?? head.date;
  return last ? monthYear(last) : '';
}

/** Languages of a brief in the reader's order, this one bold. */
export function LangCodes({ lang, of }: { lang: string; of: readonly { lang: string }[] }): JSX.Element {
  const others = of
    .filter((translation) => translation.lang !== lang)
    .map((translation) => languageName(translation.lang));
  const sentence =
    others.length === 0 ? languageName(lang) : t('langsAlso', { name: languageName(lang), names: others.join(', ') });
  return (
    <span className="lang-codes">
      <span className="hidden-text">{sentence}</span>
      <span aria-hidden="true">
        {of.map((translation) => (
          <span key={translation.lang} data-current={translation.lang === lang}>
            {languageCode(translation.lang)}{' '}
          </span>
        ))}
      </span>
    </span>
  );
}

export function languageCode(lang: string): string {
  return (lang.split('-')[0] ?? lang).toUpperCase();
}
