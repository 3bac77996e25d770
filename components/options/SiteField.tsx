import { type JSX, useId, useState } from 'react';
import { t } from '@/utils/i18n';
import type { Result, SitePattern } from '@/utils/model';
import { Button } from '../common/Button';

/** A field for one site and what is to be done with it; says under itself what is wrong, and keeps what was typed. */
export function SiteField({
  label,
  act,
  siteOf,
  onSite,
}: {
  label: string;
  act: string;
  siteOf: (typed: string) => Result<SitePattern, 'not-a-site'>;
  onSite: (site: SitePattern) => void;
}): JSX.Element {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<'no' | 'yes'>('no');
  const id = useId();
  return (
    <form
      className="site-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const site = siteOf(typed);
        setWrong(site.ok ? 'no' : 'yes');
        if (!site.ok) return;
        // In the submit itself: the browser's question counts only as the answer to a click or key.
        onSite(site.value);
        setTyped('');
      }}
    >
      <label htmlFor={id}>{label}</label>
      <span className="site-field-row">
        <input
          id={id}
          className="field"
          value={typed}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="dispatch.example/news"
          aria-invalid={wrong === 'yes'}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong('no');
          }}
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {act}
        </Button>
      </span>
      <span id={`${id}-wrong`} className="field-wrong" role="status">
        {wrong === 'yes' && t('notASite')}
      </span>
    </form>
  );
}
