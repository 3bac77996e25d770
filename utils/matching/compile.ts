import { BE, cleanWord, foldWord, languageOf, RU, UK } from '@/utils/language';
import { type Entity, ENTITY_TYPES, type Name } from '@/utils/model';
import { append, grown, groupedBy, growing } from './columns-builder';
import {
  anchorWeight,
  type Lexicon,
  newLexicon,
  WORD_ACRONYM,
  WORD_ANY_CASE,
  WORD_CAPITAL,
  WORD_SCRIPT,
  wordId,
} from './lexicon';
import { layOut } from './entries';
import { type Columns, packColumns } from './layout';
import { nearStem, nearTable } from './near';
import { type ParsedName, parseName, ROLE_SURNAME } from './parse-name';
import { smallPrefixes } from './small-anchors';

/** Bits of `nameFlags`. */
export const NAME_PERSON = 1;
/** Of a company, organisation or treaty. */
export const NAME_ORGANISATION = 16;

/** Bit of `entityFlags`; the bits below are the type. */
export const ENTITY_AMBIGUOUS = 16;
export const ENTITY_TYPE = 15;

/** The name itself is a domain (Lenta.ru), so that an address may be a mention. */
export const NAME_DOMAIN = 32;

const DOMAIN = /\p{L}\.\p{Ll}/u;
const ORGANISED = new Set<string>(['company', 'organisation', 'treaty']);

/** Names between two reports of progress. */
const PROGRESS_STEP = 2_000;
/** Shortest stem that misspellings are kept of. */
const NEAR_STEM = 5;
/** Longest name and most words of one: what is longer is a sentence, not a name. */
const MAX_NAME_CHARS = 300;
const MAX_NAME_WORDS = 24;

interface Builder {
  lexicon: Lexicon;
  chars: ReturnType<typeof growing>;
  nameTextAt: ReturnType<typeof growing>;
  nameEntity: ReturnType<typeof growing>;
  nameFlags: ReturnType<typeof growing>;
  nameTokenAt: ReturnType<typeof growing>;
  nameAnchor: ReturnType<typeof growing>;
  tokenWord: ReturnType<typeof growing>;
  tokenRole: ReturnType<typeof growing>;
  anchorWord: ReturnType<typeof growing>;
}

/**
 * Compiles entities into the bytes of an index. The same entities give the same bytes, in whatever order they come: they are
 * sorted by id, their names by text. `onProgress` hears shares from 0 to 1 and may throw to stop.
 */
export function compileBytes(
  entities: readonly Entity[],
  onProgress: (share: number) => void,
): Uint8Array<ArrayBuffer> {
  const sorted = [...entities].sort((a, b) => order(a.id, b.id));
  const builder = newBuilder();
  const entityIdAt = growing();
  const entityFlags = growing();
  sorted.forEach((entity, index) => {
    if (index % PROGRESS_STEP === 0) onProgress((0.9 * index) / sorted.length);
    append(entityIdAt, builder.chars.length);
    appendText(builder, entity.id);
    append(entityFlags, ENTITY_TYPES.indexOf(entity.type) | (entity.ambiguous ? ENTITY_AMBIGUOUS : 0));
    for (const name of distinctNames(entity.names)) addName(builder, { entity, index, name });
  });
  const bytes = packColumns(columnsOf(builder, { entityIdAt: grown(entityIdAt), entityFlags: grown(entityFlags) }));
  onProgress(1);
  return bytes;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function distinctNames(names: readonly Name[]): Name[] {
  const keyed = new Map(names.map((name) => [`${name.text}\u0000${name.lang ?? ''}\u0000${name.kind}`, name]));
  return [...keyed].sort(([a], [b]) => order(a, b)).map(([, name]) => name);
}

function newBuilder(): Builder {
  return {
    lexicon: newLexicon(),
    chars: growing(),
    nameTextAt: growing(),
    nameEntity: growing(),
    nameFlags: growing(),
    nameTokenAt: growing(),
    nameAnchor: growing(),
    tokenWord: growing(),
    tokenRole: growing(),
    anchorWord: growing(),
  };
}

function addName(builder: Builder, { entity, index, name }: { entity: Entity; index: number; name: Name }): void {
  if (name.text.length > MAX_NAME_CHARS) return;
  const parsed = parseName(name.text, entity.type);
  if (parsed.parts.length === 0 || parsed.parts.length > MAX_NAME_WORDS) return;
  const capitals =
    parsed.parts.length > 1 && parsed.parts.every((part) => part.isAllCaps || part.folded.length === 1)
      ? 'all'
      : 'telling';
  const lang = name.lang ?? tagOf(languageOf(cleanWord(name.text).letters, undefined));
  const words = parsed.parts.map((part) =>
    wordId(builder.lexicon, {
      text: part.text,
      lang,
      type: entity.type === 'person' || entity.type === 'place' ? entity.type : 'thing',
      isAnyCase: entity.ambiguous && parsed.shape === 'phrase' && parsed.parts.length > 1,
      capitals,
    }),
  );
  const anchor = anchorOf(parsed);
  append(builder.nameTextAt, builder.chars.length);
  appendText(builder, name.text);
  append(builder.nameEntity, index);
  append(builder.nameFlags, nameFlags(parsed, name) | (ORGANISED.has(entity.type) ? NAME_ORGANISATION : 0));
  append(builder.nameTokenAt, builder.tokenWord.length);
  append(builder.nameAnchor, anchor);
  append(builder.anchorWord, words[anchor]!);
  parsed.parts.forEach((part, i) => {
    append(builder.tokenWord, words[i]!);
    append(builder.tokenRole, part.role);
  });
}

/** The tag of a language that was told by letters; undefined where they did not tell. */
function tagOf(language: number): string | undefined {
  return language === RU ? 'ru' : language === BE ? 'be' : language === UK ? 'uk' : undefined;
}

function nameFlags(parsed: ParsedName, name: Name): number {
  return (parsed.shape === 'person' ? NAME_PERSON : 0) | (DOMAIN.test(name.text) ? NAME_DOMAIN : 0);
}

function anchorOf(parsed: ParsedName): number {
  if (parsed.shape === 'person') return parsed.parts.findIndex((part) => part.role === ROLE_SURNAME);
  let best = 0;
  let weight = -1;
  parsed.parts.forEach((part, i) => {
    const own = anchorWeight(part);
    if (own > weight) {
      best = i;
      weight = own;
    }
  });
  return best;
}

/** Appends a text behind its length. */
function appendText(builder: Builder, text: string): void {
  append(builder.chars, text.length);
  for (let i = 0; i < text.length; i++) append(builder.chars, text.charCodeAt(i));
}

function columnsOf(
  builder: Builder,
  own: { entityIdAt: Uint32Array; entityFlags: Uint32Array },
): { [K in keyof Columns]: ArrayLike<number> } {
  const { lexicon } = builder;
  const wordTextAt = growing();
  for (const text of lexicon.texts) {
    append(wordTextAt, builder.chars.length);
    appendText(builder, text);
  }
  append(builder.nameTokenAt, builder.tokenWord.length);
  const postings = groupedBy(grown(builder.anchorWord), lexicon.texts.length);
  return {
    ...own,
    ...layOut(lexicon, (word) => postings.starts[word + 1]! > postings.starts[word]!),
    chars: grown(builder.chars),
    nameTextAt: grown(builder.nameTextAt),
    nameEntity: grown(builder.nameEntity),
    nameFlags: grown(builder.nameFlags),
    nameTokenAt: grown(builder.nameTokenAt),
    nameAnchor: grown(builder.nameAnchor),
    tokenWord: grown(builder.tokenWord),
    tokenRole: grown(builder.tokenRole),
    wordTextAt: grown(wordTextAt),
    wordFlags: grown(lexicon.flags),
    postingAt: postings.starts,
    postingName: postings.members,
    smallPrefixes: smallPrefixes(smallAnchors(lexicon, postings.starts)),
    nearSlots: nearTable(nearStems(lexicon, postings.starts)),
  };
}

/** The anchors that need no capital. */
function smallAnchors(lexicon: Lexicon, postings: Uint32Array): string[] {
  const flags = lexicon.flags.values;
  return lexicon.texts.filter((_, word) => {
    const isAnchor = postings[word + 1]! > postings[word]!;
    return isAnchor && (!(flags[word]! & WORD_CAPITAL) || (flags[word]! & WORD_ANY_CASE) !== 0);
  });
}

/** Stems of the anchors that may be misspelt. */
function nearStems(lexicon: Lexicon, postings: Uint32Array): { word: number; stem: string }[] {
  const flags = grown(lexicon.flags);
  return lexicon.texts.flatMap((text, word) => {
    const isAnchor = postings[word + 1]! > postings[word]!;
    if (!isAnchor || flags[word]! & WORD_ACRONYM || !(flags[word]! & WORD_CAPITAL) || !(flags[word]! & WORD_SCRIPT))
      return [];
    const stem = nearStem(foldWord(text), flags[word]! & WORD_SCRIPT);
    return stem.length < NEAR_STEM ? [] : [{ word, stem }];
  });
}
