import { Check, CircleHelp, X } from 'lucide-react';
import { type JSX, useEffect, useId, useState } from 'react';
import { t } from '@/utils/i18n';
import type { EntityChange } from '@/utils/model';
import { MarkedText } from './MarkedText';

/** Where a name stands in a tried sentence, and what it is read as: [start, end) UTF-16 offsets. */
export interface Tried {
  start: number;
  end: number;
  verdict: 'sure' | 'in-doubt' | 'ordinary-word' | 'muted';
}

const SAYS = { sure: 'countsHere', 'in-doubt': 'inDoubt', 'ordinary-word': 'whyOrdinary', muted: 'nameMuted' } as const;
const ICONS = { sure: Check, 'in-doubt': CircleHelp, 'ordinary-word': X, muted: X } as const;

/** How long typing must rest before it is tried, in ms. */
const REST_MS = 250;

/** A sentence of the user's, read as a page would be with the changes as they stand. It is kept nowhere. */
export function TrySentence({
  changes,
  onTry,
}: {
  changes: readonly EntityChange[];
  onTry: (changes: readonly EntityChange[], text: string) => Promise<readonly Tried[]>;
}): JSX.Element {
  const label = useId();
  const [text, setText] = useState('');
  const [tried, setTried] = useState<{ of: string; found: readonly Tried[] }>({ of: '', found: [] });
  const asked = JSON.stringify(changes);
  useEffect(() => {
    if (text.trim() === '') return setTried({ of: '', found: [] });
    let isLate = false;
    const timer = setTimeout(() => {
      void onTry(JSON.parse(asked) as EntityChange[], text).then((found) => !isLate && setTried({ of: text, found }));
    }, REST_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
    // The store's functions are made once; what is asked is text and changes.
  }, [text, asked, onTry]);
  const { of, found } = tried;
  return (
    <>
      <h2 className="section-head">
        <label htmlFor={label}>{t('tryIt')}</label>
      </h2>
      <textarea
        id={label}
        className="field try-field"
        rows={2}
        maxLength={1_000}
        placeholder={t('tryHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div role="status">
        {of !== '' && (
          <p className="try-read">
            <MarkedText
              spans={[{ text: of }]}
              passages={found
                .filter(({ verdict }) => verdict === 'sure' || verdict === 'in-doubt')
                .map(({ start, end, verdict }) => ({ start, end, mark: verdict === 'sure' ? 'came-for' : 'name' }))}
            />
          </p>
        )}
        {of !== '' && found.length === 0 && <p className="editor-hint">{t('notNamedHere')}</p>}
        <ul className="try-found">
          {found.map(({ start, end, verdict }) => {
            const Icon = ICONS[verdict];
            return (
              <li key={start} data-verdict={verdict}>
                <Icon size={14} aria-hidden="true" />
                <span>
                  <strong>{of.slice(start, end)}</strong>
                  {'\u00a0— '}
                  {t(SAYS[verdict])}
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
