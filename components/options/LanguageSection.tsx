import { RadioGroup } from 'radix-ui';
import type { JSX } from 'react';
import { languageName, type MessageKey, t } from '@/utils/i18n';
import type { OptionsState } from '@/utils/stores';

const CHOICES = ['auto', 'en', 'be', 'ru'] as const satisfies readonly OptionsState['language'][];

const THEMES = [
  { theme: 'system', text: 'themeSystem' },
  { theme: 'light', text: 'themeLight' },
  { theme: 'dark', text: 'themeDark' },
] as const satisfies readonly { theme: OptionsState['theme']; text: MessageKey }[];

/** The language and the look of the interface; both change at once, in every open page of ours. */
export function LanguageSection({
  language,
  theme,
  onLanguage,
  onTheme,
}: {
  language: OptionsState['language'];
  theme: OptionsState['theme'];
  onLanguage: (language: OptionsState['language']) => void;
  onTheme: (theme: OptionsState['theme']) => void;
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
      <h2 id="options-theme" className="options-subtitle written">
        {t('appearance')}
      </h2>
      <RadioGroup.Root
        className="options-list"
        aria-labelledby="options-theme"
        value={theme}
        onValueChange={(chosen) => onTheme(THEMES.find((known) => known.theme === chosen)?.theme ?? 'system')}
      >
        {THEMES.map((choice) => (
          <RadioGroup.Item key={choice.theme} value={choice.theme} className="options-radio">
            <span className="options-radio-dot" aria-hidden="true">
              <RadioGroup.Indicator />
            </span>
            {t(choice.text)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </section>
  );
}
