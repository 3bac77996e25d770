import { Lock } from 'lucide-react';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';

/** What this is, what it promises, which version it is. */
export function AboutSection({ version }: { version: string }): JSX.Element {
  return (
    <section>
      <h1 className="options-title written">{t('about')}</h1>
      <p className="options-intro">{t('aboutText')}</p>
      <p className="state-promise">
        <Lock size={14} aria-hidden="true" />
        {t('stays')}
      </p>
      <p className="options-intro">{t('version', { version })}</p>
    </section>
  );
}
