import { Dialog } from 'radix-ui';
import { type JSX, useRef, useState } from 'react';
import { t } from '@/utils/i18n';
import type { SitePattern } from '@/utils/model';
import { Button } from '../common/Button';
import { useOpener } from './use-opener';

/** A list of sites that was read, before anything is changed by it; `line` counts from 1. */
export interface SiteListRead {
  rules: { all: 'on' | 'off'; hosts: readonly SitePattern[]; except: readonly SitePattern[] };
  problems: readonly { line: number; text: string }[];
}

/** Takes in a list of sites from a file: shows what it holds, and adds it only after a click, which the browser's question needs. */
export function SiteListSheet({
  read,
  onTake,
}: {
  read: (text: string) => SiteListRead;
  onTake: (rules: SiteListRead['rules']) => void;
}): JSX.Element {
  const file = useRef<HTMLInputElement>(null);
  const [list, setList] = useState<SiteListRead | null>(null);
  const opener = useOpener();
  const close = (): void => setList(null);
  return (
    <>
      <input
        ref={file}
        type="file"
        hidden
        accept=".txt,text/plain"
        aria-label={t('importSites')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          void chosen?.text().then((text) => setList(read(text)));
        }}
      />
      <Button onClick={() => file.current?.click()}>{t('importSites')}</Button>
      <Dialog.Root open={list !== null} onOpenChange={(open) => !open && close()}>
        <Dialog.Portal>
          <Dialog.Overlay className="sheet-ground" />
          <Dialog.Content className="sites-dialog" aria-describedby={undefined} {...opener}>
            <Dialog.Title className="options-title written">{t('importSites')}</Dialog.Title>
            {list && <SiteListView list={list} />}
            <span className="options-acts">
              <Button
                kind="main"
                disabled={list === null || isEmpty(list)}
                onClick={() => {
                  if (list) onTake(list.rules);
                  close();
                }}
              >
                {t('takeSites')}
              </Button>
              <Button onClick={close}>{t('cancel')}</Button>
            </span>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}

function SiteListView({ list: { rules, problems } }: { list: SiteListRead }): JSX.Element {
  const parts = [
    { title: t('sites'), sites: rules.all === 'on' ? [t('allSites'), ...rules.hosts] : rules.hosts },
    { title: t('neverRead'), sites: rules.except },
    { title: t('notSites'), sites: problems.map(({ line, text }) => `${line}: ${text}`) },
  ];
  return (
    <div className="sites-dialog-list">
      {parts
        .filter(({ sites }) => sites.length > 0)
        .map(({ title, sites }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {sites.map((site) => (
                <li key={site}>{site}</li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}

function isEmpty({ rules }: SiteListRead): boolean {
  return rules.all === 'off' && rules.hosts.length + rules.except.length === 0;
}
