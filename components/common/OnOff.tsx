import { Switch } from 'radix-ui';
import type { JSX } from 'react';

/** On or off, at once. */
export function OnOff({
  label,
  value,
  onChange,
  disabled = false,
}: {
  label: string;
  value: 'on' | 'off';
  onChange: (value: 'on' | 'off') => void;
  disabled?: boolean;
}): JSX.Element {
  return (
    <Switch.Root
      className="switch"
      aria-label={label}
      checked={value === 'on'}
      disabled={disabled}
      onCheckedChange={(checked) => onChange(checked ? 'on' : 'off')}
    >
      <Switch.Thumb />
    </Switch.Root>
  );
}
