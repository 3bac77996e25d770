import { type BodyBlock, textOf } from '@/utils/model';

/** Longest title made from a body that has none, in UTF-16 code units. */
const MAX_MADE_TITLE = 80;

/** The beginning of a body, as a title for what has none. */
export function madeTitle(body: readonly BodyBlock[]): string {
  const text = body[0] ? textOf(body[0]).trim() : '';
  if (text.length <= MAX_MADE_TITLE) return text;
  const end = text.lastIndexOf(' ', MAX_MADE_TITLE);
  return `${text.slice(0, end > 0 ? end : MAX_MADE_TITLE)}…`;
}
