import type { JSX } from 'react';
import { languageName, monthYear, number, t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';
import { languageCode } from '../common/BriefMeta';
import { Button } from '../common/Button';
import { Notice, StateView } from '../common/StateView';

/** The archives that are in storage: how many briefs, in which languages, of which weeks. */
export function ArchivesSection({
  archives,
  silent,
  onStarter,
  onAgain,
}: {
  archives: OptionsState['archives'];
  silent: OptionsState['silent'];
  onStarter: () => void;
  onAgain: () => void;
}): JSX.Element {
  return (
    <section>
      <h1 className="options-title written">{t('archives')}</h1>
      {silent === 'yes' && (
        <Notice kind="failure" title={t('noAnswer')} text={t('noAnswerText')}>
          <Button onClick={onAgain}>{t('tryAgain')}</Button>
        </Notice>
      )}
      {archives?.length === 0 && (
        <StateView picture="empty" title={t('empty')} text={t('emptyText')}>
          <Button kind="main" onClick={onStarter}>
            {t('putStarter')}
          </Button>
        </StateView>
      )}
      {archives && archives.length > 0 && (
        <div className="options-scroll" role="group" aria-label={t('archives')} tabIndex={0}>
          <table className="options-table">
            <thead>
              <tr>
                <th scope="col">{t('archive')}</th>
                <th scope="col">{t('briefs')}</th>
                <th scope="col">{t('languages')}</th>
                <th scope="col">{t('weeks')}</th>
              </tr>
            </thead>
            <tbody>
              {archives.map((archive) => (
                <tr key={archive.id}>
                  <th scope="row">{archive.title}</th>
                  <td>{number(archive.briefs)}</td>
                  <td>
                    {archive.languages.map((lang) => (
                      <abbr key={lang} title={languageName(lang)}>
                        {languageCode(lang)}{' '}
                      </abbr>
                    ))}
                  </td>
                  <td>{archive.weeks && `${monthYear(archive.weeks.from)}\u00a0– ${monthYear(archive.weeks.to)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
