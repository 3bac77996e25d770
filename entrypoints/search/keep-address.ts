import { placeOf, type QuerySyntax, type SearchPlace, type SearchStore } from '@/utils/stores';
import { addressOf, placeIn } from './address';

/**
 * Keeps the address at where the reader is, and the reader at where the address leads: back and forward work, and an address can be
 * kept. Letters typed after one another are one step back, not one each.
 */
export async function keepAddress(store: SearchStore, syntax: QuerySyntax): Promise<void> {
  window.addEventListener('popstate', () => void store.getState().go(placeIn(location.href)));
  await store.getState().go(placeIn(location.href));
  let shown = placeOf(store.getState(), syntax);
  let wasTyping = false;
  store.subscribe((state) => {
    const place = placeOf(state, syntax);
    if (addressOf(place) === addressOf(shown)) return;
    const isTyping = onlyWordsDiffer(place, shown);
    shown = place;
    // What back and forward led to is where we are already.
    if (addressOf(place) === addressOf(placeIn(location.href))) return;
    if (isTyping && wasTyping) history.replaceState(null, '', addressOf(place));
    else history.pushState(null, '', addressOf(place));
    wasTyping = isTyping;
  });
}

function onlyWordsDiffer(a: SearchPlace, b: SearchPlace): boolean {
  return a.order === b.order && a.brief === b.brief && a.text !== b.text;
}
