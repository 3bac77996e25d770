import type { JSX } from 'react';
import { type MessageKey, t } from '@/utils/i18n';
import { Button } from '../common/Button';
import { OnOff } from '../common/OnOff';

/** A command of the browser's and the keys it has there; '' where it has none. */
export interface CommandKeys {
  name: string;
  shortcut: string;
}

/** Commands by their names in the manifest, in the order in which they are listed. */
const COMMANDS = [
  { name: 'open-panel', label: 'commandOpenPanel' },
  { name: '_execute_action', label: 'commandOpenPopup' },
  { name: 'next-mention', label: 'nextMention' },
  { name: 'previous-mention', label: 'prevMention' },
  { name: 'open-card', label: 'openCard' },
] as const satisfies readonly { name: string; label: MessageKey }[];

interface OwnKey {
  keys: readonly string[];
  label: MessageKey;
}

const IN_PANEL: readonly OwnKey[] = [
  { keys: ['/'], label: 'searchArchive' },
  { keys: ['↑', '↓'], label: 'keyBriefs' },
  { keys: ['Enter'], label: 'keyOpenBrief' },
  { keys: ['C'], label: 'cite' },
  { keys: ['P'], label: 'pin' },
  { keys: ['J'], label: 'nextPassage' },
  { keys: ['K'], label: 'prevPassage' },
  { keys: ['N'], label: 'keyChipMention' },
  { keys: ['O'], label: 'keyDossier' },
  { keys: ['Alt+↓'], label: 'nextMention' },
  { keys: ['Alt+↑'], label: 'prevMention' },
  { keys: ['Esc'], label: 'keyBack' },
];

const IN_POPUP: readonly OwnKey[] = [
  { keys: ['↑', '↓'], label: 'keyHits' },
  { keys: ['Enter'], label: 'openInPanel' },
  { keys: ['Ctrl+Enter', '⌘+Enter'], label: 'keyOpenTab' },
  { keys: ['Esc'], label: 'keyClear' },
];

/** What keys do: the browser's, which only it can change, and our own. */
export function KeyboardSection({
  commands,
  letters,
  change,
  onChange,
  onLetters,
}: {
  /** As the browser says; null before it said. */
  commands: readonly CommandKeys[] | null;
  letters: 'on' | 'off';
  /** Whether the browser lets us open its page for keys, or has to be described. */
  change: 'by-button' | 'in-words';
  onChange: () => void;
  onLetters: (letters: 'on' | 'off') => void;
}): JSX.Element {
  return (
    <section>
      <h1 className="options-title written">{t('keyboard')}</h1>
      <p className="options-intro">{t('keyboardIntro')}</p>
      <h2 className="options-part">{t('keysBrowser')}</h2>
      <ul className="options-list" aria-label={t('keysBrowser')}>
        {COMMANDS.map(({ name, label }) => (
          <li key={name}>
            <span className="options-row-main">{t(label)}</span>
            {commands && <Shortcut keys={commands.find((command) => command.name === name)?.shortcut ?? ''} />}
          </li>
        ))}
      </ul>
      {change === 'by-button' ? (
        <div className="keys-change">
          <Button onClick={onChange}>{t('keysChange')}</Button>
        </div>
      ) : (
        <p className="options-intro">{t('keysWhere')}</p>
      )}
      <OwnKeys head="keysPanel" keys={IN_PANEL} />
      <ul className="options-list">
        <li>
          <span className="options-row-main">
            {t('letterKeys')}
            <span className="options-row-more">{t('letterKeysText')}</span>
          </span>
          <OnOff label={t('letterKeys')} value={letters} onChange={onLetters} />
        </li>
      </ul>
      <OwnKeys head="keysPopup" keys={IN_POPUP} />
    </section>
  );
}

/** Chromium writes the arrows' names in English, Firefox without "Arrow"; a sign needs no language. */
const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

function Shortcut({ keys }: { keys: string }): JSX.Element {
  if (keys === '') return <span className="keys-none">{t('keysNone')}</span>;
  const drawn = keys.replace(/(Up|Down|Left|Right)(?: Arrow)?$/u, (whole, name: string) => ARROWS[name] ?? whole);
  return <kbd className="key">{drawn}</kbd>;
}

function OwnKeys({ head, keys }: { head: MessageKey; keys: readonly OwnKey[] }): JSX.Element {
  return (
    <>
      <h2 className="options-part">{t(head)}</h2>
      <ul className="options-list" aria-label={t(head)}>
        {keys.map(({ keys: pressed, label }) => (
          <li key={label}>
            <span className="options-row-main">{t(label)}</span>
            {pressed.map((key) => (
              <kbd key={key} className="key">
                {key}
              </kbd>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
