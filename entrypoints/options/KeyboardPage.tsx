import { type JSX, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type CommandKeys, KeyboardSection } from '@/components/options/KeyboardSection';
import { letterKeys } from '@/utils/settings';

/** Not in the types yet: Firefox has it since version 137. */
type ShortcutSettings = { openShortcutSettings?: () => Promise<void> };

/** The part about keys, with what only the browser knows: which keys it took for our commands. */
export function KeyboardPage(): JSX.Element {
  const [commands, setCommands] = useState<readonly CommandKeys[] | null>(null);
  const [letters, setLetters] = useState<'on' | 'off'>('on');

  useEffect(() => {
    const look = async (): Promise<void> => {
      const all = await browser.commands.getAll();
      setCommands(all.map(({ name = '', shortcut = '' }) => ({ name, shortcut })));
    };
    void look();
    void letterKeys.getValue().then(setLetters);
    // They are changed in a tab of the browser's own, from which one comes back.
    const lookAgain = (): void => void look();
    window.addEventListener('focus', lookAgain);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      window.removeEventListener('focus', lookAgain);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, []);

  return (
    <KeyboardSection
      commands={commands}
      letters={letters}
      change={import.meta.env.FIREFOX && !canOpenSettings() ? 'in-words' : 'by-button'}
      onChange={() => void openSettings()}
      onLetters={(chosen) => {
        setLetters(chosen);
        void letterKeys.setValue(chosen);
      }}
    />
  );
}

function canOpenSettings(): boolean {
  return (browser.commands as ShortcutSettings).openShortcutSettings !== undefined;
}

async function openSettings(): Promise<void> {
  // Edge takes the address for its own page.
  if (import.meta.env.FIREFOX) await (browser.commands as ShortcutSettings).openShortcutSettings?.();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
