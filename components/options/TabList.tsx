import { Tabs } from 'radix-ui';
import { type ComponentProps, type JSX, useState } from 'react';

/**
 * Tabs that show their focus ring to keys only. Radix gives a tab that is pressed the focus by script, and a browser takes that for a
 * focus that wants to be seen.
 */
export function TabList(
  props: Pick<ComponentProps<typeof Tabs.List>, 'className' | 'aria-label' | 'children'>,
): JSX.Element {
  const [by, setBy] = useState<'keys' | 'pointer'>('keys');
  return (
    <Tabs.List
      {...props}
      data-by={by}
      onPointerDown={() => setBy('pointer')}
      onKeyDown={() => setBy('keys')}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Who comes back comes by a key, until a pointer says otherwise.
        if (!currentTarget.contains(relatedTarget)) setBy('keys');
      }}
    />
  );
}
