/** A column that grows: numbers are appended while names are compiled, then laid into the buffer. */
export interface Growing {
  values: Uint32Array;
  length: number;
}

/** An empty growing column. */
export function growing(): Growing {
  return { values: new Uint32Array(1024), length: 0 };
}

/** Appends a value. */
export function append(column: Growing, value: number): void {
  if (column.length === column.values.length) {
    const wider = new Uint32Array(column.values.length * 2);
    wider.set(column.values);
    column.values = wider;
  }
  column.values[column.length++] = value;
}

/** What was appended. */
export function grown(column: Growing): Uint32Array {
  return column.values.subarray(0, column.length);
}

/** Members grouped by their owner as starts and members: owner `i` has `members[starts[i]] … members[starts[i + 1] - 1]`, in their order. */
export function groupedBy(owners: Uint32Array, ownerCount: number): { starts: Uint32Array; members: Uint32Array } {
  const starts = new Uint32Array(ownerCount + 1);
  for (const owner of owners) starts[owner + 1]!++;
  for (let i = 0; i < ownerCount; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const members = new Uint32Array(owners.length);
  for (let i = 0; i < owners.length; i++) members[next[owners[i]!]!++] = i;
  return { starts, members };
}
