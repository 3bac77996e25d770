import { Info, Lock } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { type JSX, type ReactNode, type RefObject, useState } from 'react';
import { languageName, t } from '@/utils/i18n';
import { languageCode } from '../common/BriefMeta';
import { Button } from '../common/Button';
import { Logo } from '../common/Glyphs';
import { Segments } from '../common/Segments';

/** When a page may be read: by a click, on chosen sites, on all. */
export type WhenToRead = 'click' | 'sites' | 'all';

const CHOICES = [
  { when: 'click', title: 'onlyClick', text: 'onlyClickText' },
  { when: 'sites', title: 'someSites', text: 'someSitesText' },
  { when: 'all', title: 'allSites', text: 'allSitesText' },
] as const;
const LANGUAGES = ['en', 'be', 'ru'] as const;

/** The first page after an install: what this is, a choice, and the product itself at work on a story. */
export function Welcome({
  language,
  outcome,
  story,
  articleRef,
  siteOf,
  onLanguage,
  onStart,
  onLater,
  children,
}: {
  language: (typeof LANGUAGES)[number];
  outcome: 'open' | 'ready' | 'refused';
  story: { paper: string; title: string; paragraphs: readonly string[] };
  articleRef: RefObject<HTMLElement | null>;
  /** The site that a text names; null where it names none. */
  siteOf: (text: string) => string | null;
  onLanguage: (language: (typeof LANGUAGES)[number]) => void;
  onStart: (when: WhenToRead, sites: readonly string[]) => void;
  onLater: () => void;
  /** The panel beside the story, once it was read. */
  children: ReactNode;
}): JSX.Element {
  const [when, setWhen] = useState<WhenToRead>('click');
  const [typed, setTyped] = useState('');
  const sites = typed.split(/[\s,;]+/u).filter(Boolean);
  const named = sites.map(siteOf);
  const isReady = when !== 'sites' || (sites.length > 0 && !named.includes(null));
  return (
    <div className="welcome">
      <section className="welcome-hero" aria-labelledby="welcome-title">
        <header className="welcome-head">
          <p className="welcome-brand written">
            <Logo size={28} />
            Backgrounder
          </p>
          <Segments
            label={t('interfaceLanguage')}
            value={language}
            of={LANGUAGES.map((lang) => ({ value: lang, text: languageCode(lang), name: languageName(lang), lang }))}
            onChoose={onLanguage}
          />
        </header>
        <h1 id="welcome-title" className="welcome-title written">
          {t('heroA')}
        </h1>
        <p className="welcome-text written">{t('heroB')}</p>
        {outcome === 'ready' ? (
          <div className="tabbed" role="status">
            <h2 className="section-head">{t('welcomeReady')}</h2>
            <p className="welcome-choice-text">{t(when === 'click' ? 'welcomeClick' : 'welcomeWatched')}</p>
          </div>
        ) : (
          <form
            className="tabbed"
            onSubmit={(event) => {
              event.preventDefault();
              onStart(
                when,
                named.filter((site) => site !== null),
              );
            }}
          >
            <h2 id="welcome-when" className="section-head">
              {t('whenRead')}
            </h2>
            <RadioGroup.Root
              className="welcome-choices"
              aria-labelledby="welcome-when"
              value={when}
              onValueChange={(value) => setWhen(CHOICES.find((choice) => choice.when === value)?.when ?? 'click')}
            >
              {CHOICES.map((choice) => (
                <RadioGroup.Item key={choice.when} value={choice.when} className="welcome-choice">
                  <span className="welcome-dot" aria-hidden="true" />
                  <span>
                    <span className="welcome-choice-title">{t(choice.title)}</span>
                    <span className="welcome-choice-text">{t(choice.text)}</span>
                  </span>
                </RadioGroup.Item>
              ))}
            </RadioGroup.Root>
            {when === 'sites' && (
              <label className="welcome-sites">
                {t('sites')}
                <input
                  type="text"
                  value={typed}
                  placeholder="dispatch.example, gazette.example"
                  autoComplete="off"
                  spellCheck={false}
                  aria-describedby="welcome-wrong"
                  onChange={(event) => setTyped(event.target.value)}
                />
              </label>
            )}
            <p id="welcome-wrong" className="welcome-wrong" role="status">
              {when === 'sites' && named.includes(null) && t('notASite')}
              {outcome === 'refused' && t('welcomeRefused')}
            </p>
            <div className="state-acts">
              <Button kind="main" type="submit" disabled={!isReady}>
                {t('start')}
              </Button>
              <Button kind="quiet" onClick={onLater}>
                {t('skip')}
              </Button>
            </div>
          </form>
        )}
        <p className="state-promise">
          <Lock size={14} aria-hidden="true" />
          {t('stays')}
        </p>
      </section>
      <section className="welcome-demo" aria-label={t('welcomeDemo')}>
        <p className="welcome-hint">
          <Info size={16} aria-hidden="true" />
          {t('tryDemo')}
        </p>
        <div className="welcome-window">
          <article ref={articleRef} tabIndex={0} className="welcome-article" lang={language} aria-label={story.title}>
            <p className="welcome-paper" aria-hidden="true">
              {story.paper}
            </p>
            <h2>{story.title}</h2>
            {story.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </article>
          <div className="welcome-panel">{children}</div>
        </div>
      </section>
    </div>
  );
}
