import { drawPage } from '@/components/common/page-root';
import { wearTheme } from '@/components/common/wear-theme';
import { speak, wantedLanguage } from '@/utils/i18n';
import { interfaceLanguage, theme, type UiLanguage } from '@/utils/settings';
import { WelcomePage } from './WelcomePage';
import '@/components/common/fonts.css';
import '@/components/common/tokens.css';
import '@/components/common/base.css';
import '@/components/common/states.css';
import '@/components/common/read-next.css';
import '@/components/common/chart.css';
import '@/components/common/toasts.css';
import '@/components/common/results.css';
import '@/components/panel/panel.css';
import '@/components/panel/dossier.css';
import '@/components/panel/reader.css';
import '@/components/welcome/welcome.css';

void start();

async function start(): Promise<void> {
  const [language, look] = await Promise.all([interfaceLanguage.getValue(), theme.getValue()]);
  wearTheme(look);
  theme.watch(wearTheme);
  const draw = (chosen: UiLanguage | 'auto'): void => {
    const wanted = wantedLanguage(chosen);
    speak(wanted);
    document.documentElement.lang = wanted;
    drawPage(<WelcomePage key={wanted} />);
  };
  interfaceLanguage.watch(draw);
  draw(language);
}
