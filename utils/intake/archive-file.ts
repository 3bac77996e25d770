import * as v from 'valibot';
import { ENTITY_TYPES, NAME_KINDS } from '@/utils/model';

/** Newest `_backgrounder.version` that we read. */
export const ARCHIVE_FILE_VERSION = 1;

const isoDay = v.pipe(v.string(), v.isoDate('a date YYYY-MM-DD is expected'), v.check(isRealDay, 'no such day'));
const webAddress = v.pipe(v.string(), v.check(isWebAddress, 'an http or https address is expected'));
const filled = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== '', 'must not be empty'),
);
/** JSON Feed asks for strings but allows what can be turned into one: ids of older feeds are numbers. */
const feedId = v.pipe(v.union([filled, v.number()]), v.transform(String));

const week = v.pipe(
  v.strictObject({ from: isoDay, to: isoDay }),
  v.check(({ from, to }) => spansWeek(from, to), 'a week goes from a Monday to the Sunday after it'),
);

const itemExtension = v.looseObject({
  group: v.optional(filled),
  week: v.optional(week),
  situation: v.optional(
    v.strictObject({ verdict: v.picklist(['improved', 'unchanged', 'worsened']), reason: v.optional(v.string(), '') }),
  ),
  entities: v.optional(v.array(filled), []),
});

/** One item of a JSON Feed 1.1, with our extension. Unknown fields of others are let through and ignored. */
export const feedItem = v.looseObject({
  id: feedId,
  url: v.optional(webAddress),
  title: v.optional(v.string()),
  summary: v.optional(v.string(), ''),
  content_html: v.optional(v.string()),
  content_text: v.optional(v.string()),
  date_published: v.optional(v.string()),
  language: v.optional(filled),
  authors: v.optional(v.array(v.looseObject({ name: v.optional(v.string()) })), []),
  _backgrounder: v.optional(itemExtension),
});

const entity = v.strictObject({
  id: filled,
  type: v.picklist(ENTITY_TYPES),
  names: v.pipe(
    v.array(v.strictObject({ text: filled, lang: v.optional(filled), kind: v.picklist(NAME_KINDS) })),
    v.minLength(1, 'an entity needs a name'),
  ),
  ambiguous: v.optional(v.boolean(), false),
  saidBy: v.optional(v.picklist(['archive', 'found']), 'archive'),
});

/** The feed around its items; items are checked one by one so that a problem can name its item. */
export const feedFrame = v.looseObject({
  version: v.pipe(v.string(), v.startsWith('https://jsonfeed.org/version/', 'not a JSON Feed')),
  title: filled,
  home_page_url: v.optional(webAddress),
  language: v.optional(filled),
  items: v.array(v.unknown()),
  _backgrounder: v.optional(
    v.looseObject({
      version: v.number(),
      private: v.optional(v.boolean(), false),
      entities: v.optional(v.array(v.unknown()), []),
    }),
  ),
});

export { entity as feedEntity };
export type FeedItem = v.InferOutput<typeof feedItem>;

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function spansWeek(from: string, to: string): boolean {
  if (!isRealDay(from) || !isRealDay(to)) return true; // said already, of the day itself
  const monday = new Date(`${from}T00:00:00Z`);
  const sunday = new Date(`${to}T00:00:00Z`);
  return monday.getUTCDay() === 1 && sunday.getTime() - monday.getTime() === 6 * 86_400_000;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol);
}
