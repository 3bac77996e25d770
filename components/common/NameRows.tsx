import { CircleSlash, Trash2 } from 'lucide-react';
import { type JSX, useEffect, useRef } from 'react';
import { languageName, t } from '@/utils/i18n';
import { NAME_KINDS, type NameKind } from '@/utils/model';
import { IconButton } from './Button';
import { type DraftName, isNameText } from './entity-draft';

/** Languages offered for a name beside the one it has: those of the archives we know of, and of their neighbours. */
const LANGUAGES = ['en', 'ru', 'be', 'be-Latn', 'uk', 'pl', 'lt', 'lv', 'de', 'fr'];
const SAID_BY = { archive: 'fromArchive', found: 'foundByUs', user: 'addedByYou' } as const;

/** The names of an entity in fields: text, language, kind, where it comes from. A name can be taken away, or muted: "never means this". */
export function NameRows({
  names,
  onChange,
  onMute,
}: {
  names: readonly DraftName[];
  onChange: (names: readonly DraftName[]) => void;
  onMute: (text: string) => void;
}): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(names.length);
  const removedAt = useRef<number | null>(null);
  // A row that was just added wants its text; where one was taken away, the next one takes the focus that went with it.
  useEffect(() => {
    const field = (row: number): HTMLInputElement | null | undefined =>
      list.current?.children[Math.min(row, names.length - 1)]?.querySelector('input');
    if (names.length > before.current) field(names.length - 1)?.focus();
    else if (names.length < before.current && removedAt.current !== null) field(removedAt.current)?.focus();
    before.current = names.length;
    removedAt.current = null;
  }, [names.length]);
  const set = (key: string, change: Partial<DraftName>): void =>
    onChange(names.map((name) => (name.key === key ? { ...name, ...change, saidBy: 'user' } : name)));
  return (
    <ul ref={list} className="name-rows">
      {names.map((name, place) => (
        <li key={name.key}>
          <span className="name-field">
            <input
              className="field"
              lang={name.lang || undefined}
              aria-label={t('nameNumber', { n: place + 1 })}
              aria-invalid={!isNameText(name.text)}
              value={name.text}
              spellCheck={false}
              maxLength={300}
              onChange={(event) => set(name.key, { text: event.target.value })}
            />
            {name.text !== '' && !isNameText(name.text) && <span className="field-wrong">{t('emptyName')}</span>}
          </span>
          <select
            className="field"
            aria-label={`${t('language')}: ${name.text}`}
            value={name.lang}
            onChange={(event) => set(name.key, { lang: event.target.value })}
          >
            <option value="">{t('anyLanguage')}</option>
            {[...new Set([...LANGUAGES, ...(name.lang === '' ? [] : [name.lang])])].map((lang) => (
              <option key={lang} value={lang}>
                {lang === 'be-Latn' ? 'Łacinka' : languageName(lang)}
              </option>
            ))}
          </select>
          <select
            className="field"
            aria-label={`${t('kind')}: ${name.text}`}
            value={name.kind}
            onChange={(event) => set(name.key, { kind: event.target.value as NameKind })}
          >
            {NAME_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(kind)}
              </option>
            ))}
          </select>
          <span className="name-from" data-by={name.saidBy}>
            {t(SAID_BY[name.saidBy])}
          </span>
          <span className="name-acts">
            {name.was && (
              <IconButton label={t('muteName', { name: name.was.text })} onClick={() => onMute(name.was?.text ?? '')}>
                <CircleSlash size={16} aria-hidden="true" />
              </IconButton>
            )}
            <IconButton
              label={t('removeSite', { name: name.text })}
              disabled={names.length === 1}
              onClick={() => {
                removedAt.current = place;
                onChange(names.filter(({ key }) => key !== name.key));
              }}
            >
              <Trash2 size={16} aria-hidden="true" />
            </IconButton>
          </span>
        </li>
      ))}
    </ul>
  );
}
