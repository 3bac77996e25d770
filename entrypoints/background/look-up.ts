import { tell } from '@/utils/messaging';
import { MAX_QUERY_CHARS } from '@/utils/model';
import { panelRequest } from '@/utils/settings';

/** Has the panel, which was opened in the click itself, search for what is selected in a page. */
export async function lookUp(selected: string): Promise<void> {
  const query = selected.replace(/\s+/gu, ' ').trim().slice(0, MAX_QUERY_CHARS);
  if (query === '') return;
  await panelRequest.setValue({ query });
  await tell({ news: 'panel-request' });
}
