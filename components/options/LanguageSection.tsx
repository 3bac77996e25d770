import { RadioGroup } from 'radix-ui';
import type { JSX } from 'react';
import { languageName, t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';

const CHOICES = ['auto', 'en', 'be', 'ru'] as const satisfies readonly OptionsState['language'][];

/** The language of the interface; it changes at once, in every open page of ours. */
export function LanguageSection({
  language,
  onLanguage,
}: {
  language: OptionsState['language'];
  onLanguage: (language: OptionsState['language']) => void;
}): JSX.Element {
  return (
    <section>
      <h1 id="options-language" className="options-title written">
        {t('interfaceLanguage')}
      </h1>
      <RadioGroup.Root
        className="options-list"
        aria-labelledby="options-language"
        value={language}
        onValueChange={(chosen) => onLanguage(CHOICES.find((known) => known === chosen) ?? 'auto')}
      >
        {CHOICES.map((choice) => (
          <RadioGroup.Item
            key={choice}
            value={choice}
            className="options-radio"
            lang={choice === 'auto' ? undefined : choice}
          >
            <span className="options-radio-dot" aria-hidden="true">
              <RadioGroup.Indicator />
            </span>
            {choice === 'auto' ? t('asBrowser') : languageName(choice)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </section>
  );
}
