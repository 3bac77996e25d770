import type { Figure } from './figure';

/** Figures that are one entity: a union-find that remembers its members. */
export interface Clusters {
  /** All figures that are one with this one, itself included. */
  of(figure: Figure): readonly Figure[];
  unite(a: Figure, b: Figure): void;
  all(): readonly (readonly Figure[])[];
}

/** Every figure by itself. */
export function newClusters(figures: readonly Figure[]): Clusters {
  const members = new Map<Figure, Figure[]>(figures.map((figure) => [figure, [figure]]));
  return {
    of: (figure) => members.get(figure)!,
    unite(a, b) {
      const left = members.get(a)!;
      const right = members.get(b)!;
      if (left === right) return;
      const [into, from] = left.length >= right.length ? [left, right] : [right, left];
      into.push(...from);
      for (const figure of from) members.set(figure, into);
    },
    all: () => [...new Set(members.values())],
  };
}
