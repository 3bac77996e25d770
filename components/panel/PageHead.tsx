import type { JSX } from 'react';
import { day, monthYear, t, glue, yearRange } from '@/utils/i18n';
import type { Briefing, SiteState } from '@/utils/model';
import { SituationGlyph } from '../common/Glyphs';
import { type SiteActs, SiteMenu } from './SiteMenu';

/** Site, date and title of the page; then what the archive says about it, in one sentence. */
export function PageHead({
  briefing,
  site,
  acts,
  reading,
}: {
  briefing: Briefing;
  site: SiteState;
  /** null: the page is nobody's, as in the first-run page. */
  acts: SiteActs | null;
  reading: 'yes' | 'no';
}): JSX.Element {
  const { page, entities, related, years, lastWord } = briefing;
  return (
    <section className="page-head">
      <div className="page-site">
        <span className="site-letter" aria-hidden="true">
          {page.host.slice(0, 1).toUpperCase()}
        </span>
        <span className="page-host">
          {page.host}
          {page.publishedAt !== null && ` · ${day(page.publishedAt)}`}
        </span>
        <SiteMenu site={site} acts={acts} />
      </div>
      <h1 className="page-title written" lang={page.lang || undefined}>
        {glue(page.title, page.lang)}
      </h1>
      <div role="status" className="page-summary">
        {reading === 'yes' ? (
          <p>{t('readingNow')}</p>
        ) : (
          <>
            <p className="page-counts">
              {t('knownNames', { n: entities.length })}
              {years && ` · ${t('briefsYears', { n: related.length, years: yearRange(years) })}`}
            </p>
            {lastWord && (
              <p>
                {t('lastWord')}{' '}
                <span className="situation" data-verdict={lastWord.situation.verdict}>
                  <SituationGlyph verdict={lastWord.situation.verdict} />
                  {t(lastWord.situation.verdict).toLocaleLowerCase()}
                </span>
                , {monthYear(lastWord.week?.to ?? lastWord.date ?? '')}
              </p>
            )}
          </>
        )}
      </div>
    </section>
  );
}
