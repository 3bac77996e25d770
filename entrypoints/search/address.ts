import type { SearchOrder, SearchPlace } from '@/utils/stores';

const ORDERS: readonly SearchOrder[] = ['relevance', 'newest', 'oldest'];

/** Where an address of this page leads; what it does not say, or says wrongly, is as at the first visit. */
export function placeIn(address: string): SearchPlace {
  const { searchParams } = new URL(address);
  const order = searchParams.get('order');
  return {
    text: searchParams.get('q') ?? '',
    order: ORDERS.find((known) => known === order) ?? 'relevance',
    brief: searchParams.get('brief'),
  };
}

/** The address of a place, from the top of the extension. */
export function addressOf({ text, order, brief }: SearchPlace): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  if (order !== 'relevance') query.set('order', order);
  if (brief !== null) query.set('brief', brief);
  const said = query.toString();
  return said === '' ? '/search.html' : `/search.html?${said}`;
}
