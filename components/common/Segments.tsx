import { ToggleGroup } from 'radix-ui';
import type { JSX } from 'react';

export interface Segment<T extends string> {
  value: T;
  text: string;
  /** In full, where the text is a code. */
  name?: string;
  lang?: string;
}

/** Chooses one of two to four. Arrows move and choose; one of them is always chosen. */
export function Segments<T extends string>({
  label,
  value,
  of,
  onChoose,
}: {
  label: string;
  value: T;
  of: readonly Segment<T>[];
  onChoose: (value: T) => void;
}): JSX.Element {
  return (
    <ToggleGroup.Root
      type="single"
      className="segments"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const segment = of.find((candidate) => candidate.value === chosen);
        if (segment) onChoose(segment.value);
      }}
    >
      {of.map((segment) => (
        <ToggleGroup.Item key={segment.value} value={segment.value} aria-label={segment.name} lang={segment.lang}>
          {segment.text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
