import { type JSX, useState } from 'react';
import { t } from '@/utils/i18n';
import type { NameKey } from '@/utils/model';
import { Button } from './Button';
import { nameKey } from './entity-draft';

/** Chooses the names that are somebody else. One at least stays. */
export function SplitChoice({
  names,
  onSplit,
  onCancel,
}: {
  names: readonly (NameKey & { use: 'used' | 'muted' })[];
  onSplit: (names: readonly NameKey[]) => void;
  onCancel: () => void;
}): JSX.Element {
  const [leaving, setLeaving] = useState<readonly number[]>([]);
  const used = names.filter(({ use }) => use === 'used');
  return (
    <section className="editor-choice" aria-label={t('split')}>
      <p>{t('splitText')}</p>
      <ul className="split-names">
        {used.map((name, place) => (
          <li key={`${name.text} ${name.lang ?? ''}`}>
            <label>
              <input
                type="checkbox"
                checked={leaving.includes(place)}
                onChange={(event) =>
                  setLeaving(event.target.checked ? [...leaving, place] : leaving.filter((other) => other !== place))
                }
              />
              <span lang={name.lang}>{name.text}</span>
            </label>
          </li>
        ))}
      </ul>
      <span className="editor-acts">
        <Button
          kind="main"
          disabled={leaving.length === 0 || leaving.length === used.length}
          onClick={() => onSplit(used.filter((_, place) => leaving.includes(place)).map(nameKey))}
        >
          {t('splitOff')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </span>
    </section>
  );
}
