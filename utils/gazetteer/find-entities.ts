import { type Brief, type Entity, type EntityId, textOf } from '@/utils/model';
import { newClusters } from './clusters';
import { entitiesOf } from './entities';
import type { Figure } from './figure';
import { gatherPeople } from './gather-people';
import { gatherAcronyms, gatherPhrases, gatherQuoted, gatherWords, keyOfQuoted } from './gather-things';
import { joinAcronyms } from './join-acronyms';
import { joinBySound } from './join-by-sound';
import { joinTranslations } from './join-translations';
import { readCyrillicBlock } from './read-cyrillic';
import { readEnglishBlock } from './read-english';
import type { BlockToRead, Grammar, Sighting } from './sighting';
import { countWords, isOrdinaryWord, isWrittenSmall, newTallies, type Tallies } from './tallies';
import { wordsOf } from './words';

/** What the gazetteer made of an archive's briefs. */
export interface Found {
  /** Sorted by id; ids are qualified by the archive. */
  entities: readonly Entity[];
  /** For each brief the entities it names, the most named first. */
  named: ReadonlyMap<string, readonly EntityId[]>;
}

export interface FindOptions {
  /** Entities the archive declares: what has one of their names is theirs, and is not found again. */
  declared?: readonly Entity[];
  /** Called with the share done, 0..1, some hundred times; waited for, so that a caller can give its thread away or stop by throwing. */
  onProgress?: (share: number) => void | Promise<void>;
}

/** Briefs between two calls of `onProgress`. */
const BRIEFS_A_STEP = 25;

/**
 * Finds the people, organisations, companies and places that briefs name, and brings all names of one together: within a brief, across briefs,
 * and across languages. Work is linear in the text. The answer does not depend on the order of the briefs.
 */
export async function findEntities(
  briefs: readonly Brief[],
  { declared = [], onProgress }: FindOptions = {},
): Promise<Found> {
  const sorted = [...briefs].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const groups = new Map<string, number>();
  const tallies: Record<Grammar, Tallies> = { en: newTallies(), ru: newTallies(), be: newTallies() };
  const sightings: Record<Grammar, Sighting[]> = { en: [], ru: [], be: [] };
  for (const [at, brief] of sorted.entries()) {
    if (at % BRIEFS_A_STEP === 0) await onProgress?.((COUNTING * at) / sorted.length);
    for (const text of textsOf(brief)) countWords(tallies[grammarOf(brief)], wordsOf(text), grammarOf(brief));
  }
  for (const [at, brief] of sorted.entries()) {
    if (at % BRIEFS_A_STEP === 0) await onProgress?.(COUNTING + (READING * at) / sorted.length);
    const group = groups.get(brief.group) ?? groups.size;
    groups.set(brief.group, group);
    readBrief(brief, { at, group, tallies, into: sightings[grammarOf(brief)] });
  }
  const figures: Figure[] = [];
  const links: [Figure, Figure][] = [];
  for (const lang of ['en', 'ru', 'be'] as const) gather(sightings[lang], { lang, figures, links });
  await onProgress?.(COUNTING + READING);
  const clusters = newClusters(figures);
  for (const [a, b] of links) clusters.unite(a, b);
  joinAcronyms(clusters, figures);
  joinBySound(clusters, figures);
  await onProgress?.(COUNTING + READING + JOINING / 2);
  joinTranslations(clusters);
  const isWord = ({ name, lang }: Figure): boolean => isWrittenSmall(tallies[lang], name, lang);
  const found = entitiesOf(clusters.all(), { briefs: sorted, declared, isWord });
  await onProgress?.(1);
  return found;
}

/** Shares of the work. */
const COUNTING = 0.3;
const READING = 0.5;
const JOINING = 0.2;

function grammarOf({ lang }: Brief): Grammar {
  const main = lang.slice(0, 2).toLowerCase();
  return main === 'be' ? 'be' : main === 'ru' || main === 'uk' || main === 'bg' ? 'ru' : 'en';
}

/** Title, summary and body less headings and bare addresses. */
function textsOf(brief: Brief): string[] {
  const body = brief.body.filter(
    ({ kind, spans }) =>
      kind !== 'heading' && !spans.every(({ href, text }) => href !== undefined || text.trim() === ''),
  );
  return [brief.title, brief.summary, ...body.map(textOf)];
}

function readBrief(
  brief: Brief,
  { at, group, tallies, into }: { at: number; group: number; tallies: Record<Grammar, Tallies>; into: Sighting[] },
): void {
  const grammar = grammarOf(brief);
  const texts = textsOf(brief);
  const isOrdinary: BlockToRead['isOrdinary'] = (word) => isOrdinaryWord(tallies[grammar], word, grammar);
  for (const [block, text] of texts.entries()) {
    const words = wordsOf(text);
    if (isShouted(words)) continue;
    const place = { brief: at, group, block, depth: 0 };
    const read = { words, place, isOrdinary };
    const seen = grammar === 'en' ? readEnglishBlock(read) : readCyrillicBlock(read, grammar);
    // Sightings of a block share its place; each then has its own depth in the block, by its turn.
    for (const [turn, sighting] of seen.entries())
      into.push(
        Object.assign(sighting, { place: { ...place, depth: seen.length < 2 ? 0.5 : turn / (seen.length - 1) } }),
      );
  }
}

/** WHERE ALL IS IN CAPITALS they say nothing. */
function isShouted(words: ReturnType<typeof wordsOf>): boolean {
  const capitals = words.filter(({ capitals: each, text }) => each === 'all' && text.length > 3).length;
  return words.length > 2 && capitals > words.length / 2;
}

function gather(
  sightings: readonly Sighting[],
  { lang, figures, links }: { lang: Grammar; figures: Figure[]; links: [Figure, Figure][] },
): void {
  const of = <K extends Sighting['kind']>(kind: K): Extract<Sighting, { kind: K }>[] =>
    sightings.filter((each): each is Extract<Sighting, { kind: K }> => each.kind === kind);
  const quoted = of('quoted');
  const people = gatherPeople({ people: of('person'), words: of('word') }, lang);
  const words = gatherWords({ words: people.words, quoted }, lang);
  const titles = gatherQuoted(quoted, lang);
  const phrases = gatherPhrases(of('phrase'), lang);
  const acronyms = gatherAcronyms(of('acronym'), lang);
  for (const { text, expands } of of('acronym')) {
    const phrase =
      expands === null
        ? undefined
        : expands.kind === 'phrase'
          ? phrases.get(expands)
          : titles.get(keyOfQuoted(expands));
    if (phrase !== undefined) links.push([acronyms.get(text)!, phrase]);
  }
  figures.push(
    ...people.figures,
    ...words.values(),
    ...titles.values(),
    ...new Set(phrases.values()),
    ...acronyms.values(),
  );
}
