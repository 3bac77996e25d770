import { Bookmark, ChevronLeft, Columns2, Quote } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { languageName, t } from '@/utils/i18n';
import { languageCode, SituationWord, whenText } from '../common/BriefMeta';
import { Button, IconButton } from '../common/Button';
import { Segments } from '../common/Segments';
import { type CiteActs, CiteMenu } from './CiteMenu';
import type { ReaderBrief } from './Reader';

/** Back, language, cite, side by side. With room, the acts have words and two columns can be had. */
export function ReaderBar({
  opened,
  room,
  form,
  backTo,
  extra,
  cite,
  citing,
  onCiting,
  onTranslation,
  onForm,
  onBack,
}: {
  opened: ReaderBrief;
  room: 'narrow' | 'wide';
  form: 'one column' | 'side by side';
  backTo: string;
  /** Further acts. */
  extra: ReactNode;
  /** Absent where there is nothing to cite with. */
  cite: CiteActs | undefined;
  citing: 'yes' | 'no';
  onCiting: (open: 'yes' | 'no') => void;
  onTranslation: (id: string) => void;
  /** Absent where two columns are not offered. */
  onForm: ((form: 'one column' | 'side by side') => void) | undefined;
  onBack: () => void;
}): JSX.Element {
  const { brief, translations } = opened;
  return (
    <div className="reader-bar">
      <Button kind="quiet" onClick={onBack}>
        <ChevronLeft size={16} aria-hidden="true" />
        {backTo}
      </Button>
      <span className="reader-acts">
        {extra}
        {form === 'side by side' ? (
          <span className="reader-meta">
            <SituationWord verdict={brief.situation?.verdict ?? 'none'} />
            <span aria-hidden="true"> · </span>
            {whenText(brief)}
          </span>
        ) : (
          translations.length > 1 && <LanguageSegments value={brief.id} of={translations} onChoose={onTranslation} />
        )}
        {cite && (
          <CiteMenu
            url={brief.url}
            acts={cite}
            open={citing}
            onOpen={onCiting}
            trigger={
              room === 'wide' ? (
                <Button>
                  <Quote size={16} aria-hidden="true" />
                  {t('cite')}
                </Button>
              ) : (
                <IconButton label={t('cite')}>
                  <Quote size={16} aria-hidden="true" />
                </IconButton>
              )
            }
          />
        )}
        {room === 'wide' && onForm && translations.length > 1 && (
          <Button
            aria-pressed={form === 'side by side'}
            onClick={() => onForm(form === 'side by side' ? 'one column' : 'side by side')}
          >
            <Columns2 size={16} aria-hidden="true" />
            {t('sideBySide')}
          </Button>
        )}
        {room === 'wide' && cite?.onPin && (
          <IconButton label={t('pin')} onClick={cite.onPin}>
            <Bookmark size={16} aria-hidden="true" />
          </IconButton>
        )}
      </span>
    </div>
  );
}

/** The languages of a brief, each by its code and, for those who listen, by its own name. */
export function LanguageSegments({
  value,
  of,
  onChoose,
}: {
  value: string;
  of: ReaderBrief['translations'];
  onChoose: (id: string) => void;
}): JSX.Element {
  return (
    <Segments
      label={t('language')}
      value={value}
      of={of.map(({ lang, id }) => ({ value: id, text: languageCode(lang), name: languageName(lang), lang }))}
      onChoose={onChoose}
    />
  );
}
