import { CircleAlert, Info, Lock, TriangleAlert } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { t } from '@/utils/i18n';
import { StatePicture } from './Glyphs';

/** A view with nothing to list: what is so, why, what to do. */
export function StateView({
  picture,
  title,
  text,
  promise = 'hidden',
  children,
}: {
  picture: 'unread' | 'nothing' | 'empty';
  title: string;
  text: string;
  /** The sentence about privacy under the buttons. */
  promise?: 'shown' | 'hidden';
  children?: ReactNode;
}): JSX.Element {
  return (
    <section className="state tabbed">
      <StatePicture of={picture} />
      <div>
        <h2 className="state-title written">{title}</h2>
        <p className="state-text">{text}</p>
        {children && <div className="state-acts">{children}</div>}
        {promise === 'shown' && (
          <p className="state-promise">
            <Lock size={14} aria-hidden="true" />
            {t('stays')}
          </p>
        )}
      </div>
    </section>
  );
}

/** Part read, or a failure: what happened, what is safe, what to do. */
export function Notice({
  kind,
  title,
  text,
  children,
}: {
  kind: 'note' | 'failure' | 'closed';
  title: string;
  text: string;
  children?: ReactNode;
}): JSX.Element {
  const Icon = { note: Info, failure: TriangleAlert, closed: CircleAlert }[kind];
  return (
    <div className="notice" data-kind={kind} role={kind === 'failure' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden="true" />
      <div>
        <h2 className="notice-title">{title}</h2>
        <p className="notice-text">{text}</p>
        {children && <div className="state-acts">{children}</div>}
      </div>
    </div>
  );
}
