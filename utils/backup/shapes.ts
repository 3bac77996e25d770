import * as v from 'valibot';
import { ENTITY_TYPES, NAME_KINDS } from '@/utils/model';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u, 'a date YYYY-MM-DD'));
const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const webAddress = address(/^https?:$/u);
const nameKind = v.picklist(NAME_KINDS);

/** Settings have shapes of their own, which are theirs to check. */
export const settingLine = v.strictObject({ key: v.string(), value: v.unknown() });

export const archiveLine = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[^/]{1,2000}$/u, 'an id without a slash')),
  title: v.pipe(v.string(), v.regex(/\S/u, 'a title')),
  homePage: v.nullable(webAddress),
  says: v.picklist(['open', 'private']),
  installedAt: moment,
  source: v.nullable(
    v.strictObject({
      kind: v.picklist(['starter', 'file', 'folder', 'feed', 'pages']),
      name: v.string(),
      files: place,
    }),
  ),
  choice: v.strictObject({ use: v.picklist(['on', 'off']), marks: v.picklist(['in-pages', 'panel-only']) }),
  entities: place,
  briefs: place,
});

const name = v.strictObject({ text: v.string(), lang: v.exactOptional(v.string()), kind: nameKind });
const nameKey = v.strictObject({ text: v.string(), lang: v.exactOptional(v.string()) });

export const entityLine = v.strictObject({
  id: v.string(),
  type: v.picklist(ENTITY_TYPES),
  names: v.array(name),
  ambiguous: v.boolean(),
  saidBy: v.picklist(['archive', 'found', 'user']),
});

const week = v.nullable(v.strictObject({ from: day, to: day }));
const situation = v.nullable(
  v.strictObject({ verdict: v.picklist(['improved', 'unchanged', 'worsened']), reason: v.string() }),
);
const block = v.strictObject({
  kind: v.picklist(['paragraph', 'heading', 'listItem', 'quote', 'tableRow']),
  spans: v.array(
    v.strictObject({
      text: v.string(),
      strong: v.exactOptional(v.literal(true)),
      emphasis: v.exactOptional(v.literal(true)),
      href: v.exactOptional(address(/^(?:https?|mailto):$/u)),
    }),
  ),
});

const cited = {
  lang: v.string(),
  week,
  date: v.nullable(day),
  title: v.string(),
  situation,
  summary: v.string(),
  url: v.nullable(webAddress),
  authors: v.array(v.string()),
};

/** Looser than ours in one way: a later version of a brief may know more, and what it knows is kept. */
export const briefLine = v.looseObject({
  ...cited,
  id: v.string(),
  archiveId: v.string(),
  group: v.string(),
  entities: v.array(v.string()),
  body: v.array(block),
});

export const noteLine = v.strictObject({
  version: v.literal(1),
  id: v.string(),
  pinnedAt: moment,
  place: v.number(),
  text: v.string(),
  briefId: v.string(),
  brief: v.strictObject(cited),
  archiveTitle: v.string(),
  print: v.string(),
  passage: v.nullable(v.strictObject({ block: place, start: place, end: place, quote: v.string() })),
});

const entity = v.string();
export const editLine = v.strictObject({
  version: v.literal(1),
  id: v.string(),
  at: moment,
  label: v.string(),
  changes: v.array(
    v.variant('act', [
      v.strictObject({ act: v.literal('add-name'), entity, name }),
      v.strictObject({ act: v.literal('set-name'), entity, was: nameKey, name }),
      v.strictObject({ act: v.literal('remove-name'), entity, was: nameKey }),
      v.strictObject({ act: v.literal('set-type'), entity, type: v.picklist(ENTITY_TYPES) }),
      v.strictObject({ act: v.literal('set-ambiguous'), entity, ambiguous: v.picklist(['yes', 'no']) }),
      v.strictObject({ act: v.literal('merge'), entity, into: entity }),
      v.strictObject({ act: v.literal('split'), entity, names: v.array(nameKey), as: entity }),
      v.strictObject({ act: v.literal('mute'), entity }),
      v.strictObject({ act: v.literal('mute-name'), entity, text: v.string() }),
      v.strictObject({ act: v.literal('answer'), entity, name: v.string(), means: v.picklist(['yes', 'no']) }),
    ]),
  ),
});

function address(protocol: RegExp) {
  return v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), 'an address of the web'),
  );
}
