import type { ButtonHTMLAttributes, JSX, ReactNode } from 'react';

type Kind = 'main' | 'plain' | 'roomy' | 'quiet';

/** One main button a view; `roomy` stands beside it, `plain` in lists, `quiet` without an edge. */
export function Button({
  kind = 'plain',
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind; children: ReactNode }): JSX.Element {
  return (
    <button type="button" className="button" data-kind={kind} {...rest}>
      {children}
    </button>
  );
}

/** One act without room for a word; `label` is the act, never the glyph. */
export function IconButton({
  label,
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { label: string; children: ReactNode }): JSX.Element {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      {children}
    </button>
  );
}
