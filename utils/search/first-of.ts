/** From so many on, sorting the whole list costs no more. */
const MOST_KEPT = 200;

/**
 * The first `count` of a list, as sorting all of it would give them; `order` must tell any two apart. Of ten thousand hits a popup shows
 * twenty: the others are compared with the last of these, most of them once.
 */
export function firstOf(list: readonly number[], count: number, order: (a: number, b: number) => number): number[] {
  if (count > MOST_KEPT) return list.toSorted(order).slice(0, count);
  const first: number[] = [];
  for (const each of list) {
    if (first.length === count && (count === 0 || order(each, first[count - 1]!) > 0)) continue;
    let place = 0;
    for (let end = first.length; place < end;) {
      const middle = (place + end) >>> 1;
      if (order(each, first[middle]!) < 0) end = middle;
      else place = middle + 1;
    }
    first.splice(place, 0, each);
    if (first.length > count) first.pop();
  }
  return first;
}
