import { Bookmark, ExternalLink, Link, Printer, Quote } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { JSX, ReactNode } from 'react';
import { t } from '@/utils/i18n';

/** What can be copied of a brief: a passage with its source, a link to it, or a reference in one of six forms. */
export type CiteHow = 'quote' | 'link' | 'text' | 'markdown' | 'html' | 'bibtex' | 'ris' | 'csl-json';

const FORMATS = ['text', 'markdown', 'html', 'bibtex', 'ris', 'csl-json'] as const satisfies readonly CiteHow[];

/** What was copied, in a word. */
export function copiedWord(how: CiteHow): string {
  return how === 'quote' ? t('quoteWithSource') : how === 'link' ? t('linkToPassage') : formatName(how);
}

/** The names of formats are names: the same in every language, but for the one that has none. */
function formatName(how: (typeof FORMATS)[number]): string {
  return how === 'text'
    ? t('plainText')
    : { markdown: 'Markdown', html: 'HTML', bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON' }[how];
}

export interface CiteActs {
  /** `passage` is the selected text or the current paragraph; null: what stands for the whole brief. */
  onCite: (how: CiteHow) => void;
  /** Absent where there are no notes to pin to. */
  onPin?: () => void;
  /** Only where the brief is open. */
  onPrint?: () => void;
}

/** Copy, cite, pin, print. The trigger is handed in, for a bar has room for a word and a card has none. */
export function CiteMenu({
  trigger,
  url,
  acts,
  open,
  onOpen,
}: {
  trigger: ReactNode;
  /** Where the brief stands at its source. */
  url: string | null;
  acts: CiteActs;
  open: 'yes' | 'no';
  onOpen: (open: 'yes' | 'no') => void;
}): JSX.Element {
  return (
    <DropdownMenu.Root modal={false} open={open === 'yes'} onOpenChange={(isOpen) => onOpen(isOpen ? 'yes' : 'no')}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu cite-menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('cite')}
          // The keys of the view below (J, K, P, C) are letters of the menu's own while it is open.
          onKeyDown={(event) => event.stopPropagation()}
        >
          <Item
            icon={<Quote size={16} aria-hidden="true" />}
            text={t('copyQuote')}
            onSelect={() => acts.onCite('quote')}
          />
          {url !== null && (
            <Item
              icon={<Link size={16} aria-hidden="true" />}
              text={t('copyLink')}
              onSelect={() => acts.onCite('link')}
            />
          )}
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Group aria-label={t('citeAs')}>
            <DropdownMenu.Label className="menu-label">{t('citeAs')}</DropdownMenu.Label>
            <div className="cite-formats">
              {FORMATS.map((how) => (
                <DropdownMenu.Item key={how} className="button" data-kind="plain" onSelect={() => acts.onCite(how)}>
                  {formatName(how)}
                </DropdownMenu.Item>
              ))}
            </div>
          </DropdownMenu.Group>
          <DropdownMenu.Separator className="menu-rule" />
          {acts.onPin && (
            <Item icon={<Bookmark size={16} aria-hidden="true" />} text={t('pin')} onSelect={acts.onPin} />
          )}
          {acts.onPrint && (
            <Item icon={<Printer size={16} aria-hidden="true" />} text={t('print')} onSelect={acts.onPrint} />
          )}
          {url !== null && (
            <DropdownMenu.Item className="menu-item" asChild>
              <a href={url} target="_blank" rel="noopener noreferrer">
                <ExternalLink size={16} aria-hidden="true" />
                <span className="menu-text">{t('openSource')}</span>
              </a>
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ icon, text, onSelect }: { icon: ReactNode; text: string; onSelect: () => void }): JSX.Element {
  return (
    <DropdownMenu.Item className="menu-item" onSelect={onSelect}>
      {icon}
      <span className="menu-text">{text}</span>
    </DropdownMenu.Item>
  );
}
