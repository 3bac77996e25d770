import type { JSX, ReactNode } from 'react';
import { Logo } from './Glyphs';

/** The head of a page of ours that fills a tab: whose page it is, and what leads through it. */
export function PageTop({ children }: { children?: ReactNode }): JSX.Element {
  return (
    <header className="page-top">
      <p className="page-brand written">
        <Logo size={24} />
        Backgrounder
      </p>
      {children}
    </header>
  );
}
