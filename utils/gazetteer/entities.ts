import { type Brief, type Entity, type EntityId, ENTITY_TYPES, type EntityType, type Name } from '@/utils/model';
import { foldWord } from '@/utils/language';
import type { Figure } from './figure';
import type { Found } from './find-entities';
import { soundLikeness } from './name-sound';
import type { Grammar, Votes } from './sighting';
import { isMadeOfSyllables } from './syllables';
import { worldNames, worldPlaceOf } from './world';

/** Mentions a name without any other support needs to be kept. */
const LEAST_ALONE = 2;

/** Makes entities of figures that were joined; what has too little support is left out, what is declared already goes to the declared. */
export function entitiesOf(
  clusters: readonly (readonly Figure[])[],
  {
    briefs,
    declared,
    isWord,
  }: { briefs: readonly Brief[]; declared: readonly Entity[]; isWord: (figure: Figure) => boolean },
): Found {
  const owners = declaredNames(declared);
  const entities = new Map<EntityId, Entity>();
  const counts = briefs.map(() => new Map<EntityId, number>());
  const made = clusters
    .map((members) => ({ members, names: namesOf(members), type: typeOf(members) }))
    .filter(({ members, names, type }) => names.length > 0 && isSupported(members, type))
    .sort((a, b) =>
      a.names[0]!.text < b.names[0]!.text
        ? -1
        : a.names[0]!.text > b.names[0]!.text
          ? 1
          : a.members.length - b.members.length,
    );
  for (const { members, names, type } of made) {
    const archive = briefs[members[0]!.places[0]!.brief]!.archiveId;
    const own = ownerOf(names, owners);
    const id = own ?? freeId(`${archive}/~${slugOf(names[0]!.text)}`, entities);
    if (own === null) entities.set(id, { id, type, names, ambiguous: isAlsoWord(members, isWord), saidBy: 'found' });
    for (const { brief } of members.flatMap(({ places }) => places))
      counts[brief]!.set(id, (counts[brief]!.get(id) ?? 0) + 1);
  }
  return {
    entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    named: new Map(
      briefs.map((brief, at) => [
        brief.id,
        [...counts[at]!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id),
      ]),
    ),
  };
}

/** A name of one word that the archive writes small too (Интеграл, Мир) counts only with support. */
function isAlsoWord(members: readonly Figure[], isWord: (figure: Figure) => boolean): boolean {
  return members.some(
    (figure) => figure.kind === 'word' && worldPlaceOf(figure.name, figure.lang) === undefined && isWord(figure),
  );
}

/** The strongest of the votes; a company is an organisation that somebody called one. */
function typeOf(members: readonly Figure[]): EntityType {
  const votes: Votes = {};
  for (const figure of members) {
    for (const [type, weight] of Object.entries(figure.votes) as [EntityType, number][])
      votes[type] = (votes[type] ?? 0) + weight;
  }
  if (members.some(({ kind }) => kind === 'person')) return 'person';
  const best = ENTITY_TYPES.filter((type) => type !== 'person' || (votes.person ?? 0) > 0).reduce<EntityType>(
    (a, b) => ((votes[b] ?? 0) > (votes[a] ?? 0) ? b : a),
    'other',
  );
  return best;
}

function isSupported(members: readonly Figure[], type: EntityType): boolean {
  if (!members.some(({ isFirm }) => isFirm)) return false;
  const isWorld = members.some(({ name, lang }) => worldPlaceOf(name, lang) !== undefined);
  const languages = new Set(members.map(({ lang }) => lang)).size;
  if (isWorld || languages > 1) return true;
  const seen = members.reduce((sum, { places }) => sum + places.length, 0);
  if (type === 'person') return members.some(({ votes }) => (votes.person ?? 0) > 0) || seen >= LEAST_ALONE;
  // Северной, Второй: half a name of which the noun was not understood.
  if (members.every(({ kind, name, isQuoted }) => kind === 'word' && !isQuoted && HALF.test(name))) return false;
  const isNamed = members.some(
    ({ kind, name, isQuoted, notion, votes }) =>
      notion >= 0 ||
      isQuoted ||
      (kind === 'word' && isMadeOfSyllables(foldWord(name))) ||
      (votes.company ?? 0) >= 1 ||
      (kind === 'acronym' && name.length >= FEWEST_LETTERS),
  );
  return isNamed || seen >= LEAST_ALONE;
}

/** Shorter acronyms may be anything. */
const FEWEST_LETTERS = 3;

const HALF = /(?:[^сц]к|[^к])(?:ий|ый|ой|ая|ое|ые|ого|ай)$/u;

/** Names of a cluster: of each language the fullest first. Where a form left two nominatives open, the one that sounds like the other languages. */
function namesOf(members: readonly Figure[]): Name[] {
  const names: Name[] = [];
  for (const lang of ['en', 'ru', 'be'] as const) {
    const own = members
      .filter((figure) => figure.lang === lang)
      .sort((a, b) => rankOf(b) - rankOf(a) || b.places.length - a.places.length || (a.name < b.name ? -1 : 1));
    for (const [at, figure] of own.entries()) {
      const { surname, text } = nominativesOf(figure, members);
      const kind = figure.kind === 'acronym' ? 'acronym' : at === 0 ? 'full' : 'alias';
      add(names, { text: worldName(text, lang) ?? text, lang, kind });
      if (figure.kind === 'person' && figure.given !== '') add(names, { text: surname, lang, kind: 'short' });
      for (const short of figure.short) add(names, { text: short, lang, kind: 'short' });
    }
  }
  return names;
}

function nominativesOf(figure: Figure, members: readonly Figure[]): { text: string; surname: string } {
  const { kind, lang, name, given, surname, maybe, maybeGiven, forms } = figure;
  if (lang === 'en' || kind === 'phrase' || kind === 'acronym') return { text: name, surname };
  if (kind === 'word') {
    if (worldPlaceOf(name, lang) !== undefined) return { text: name, surname };
    const english = members.find((other) => other.lang === 'en' && other.kind === 'word')?.name ?? '';
    return { text: chosen(name, maybe, { english, forms }), surname };
  }
  const english = englishPerson(members);
  const last = chosen(surname, maybe, { english: english.surname, forms });
  if (given === '') return { text: last, surname: last };
  const first = chosen(given, maybeGiven, { english: english.given, forms: NONE_WRITTEN });
  return { text: `${first} ${last}`, surname: last };
}

/** The English name of a person: a known one, or two words that were taken for something else. */
function englishPerson(members: readonly Figure[]): { given: string; surname: string } {
  const own = members.filter(({ lang }) => lang === 'en');
  const person =
    own.find(({ kind, given }) => kind === 'person' && given !== '') ?? own.find(({ kind }) => kind === 'person');
  if (person !== undefined) return person;
  const [given = '', surname = ''] =
    own.find(({ kind, name }) => kind === 'phrase' && name.split(' ').length === 2)?.name.split(' ') ?? [];
  return { given, surname };
}

function rankOf({ kind, given, places }: Figure): number {
  return (kind === 'acronym' ? 0 : 1) + (given === '' ? 0 : 1) + Math.min(places.length, 99) / 100;
}

/** The usual nominative of a place of the world. */
function worldName(text: string, lang: Grammar): string | null {
  const place = worldPlaceOf(text, lang);
  if (place === undefined || text === text.toUpperCase()) return null;
  const known = worldNames(place, lang);
  return known.find((name) => name.toLowerCase() === text.toLowerCase()) ?? known[0] ?? null;
}

/**
 * Where the forms left several nominatives open, the one that sounds like the English name, which has no cases. One that is written
 * among other forms is the likelier.
 */
function chosen(
  text: string,
  maybe: readonly string[],
  { english, forms }: { english: string; forms: ReadonlySet<string> },
): string {
  if (english === '' || maybe.length < 2) return text;
  const worth = (lemma: string): number =>
    soundLikeness(lemma, english) + (forms.has(lemma) ? (forms.size > 1 ? WRITTEN_AMONG_OTHERS : WRITTEN) : 0);
  return maybe.reduce((best, lemma) => (worth(lemma) > worth(best) + CLEARLY ? lemma : best), text);
}

/** So much more alike another nominative must sound to be preferred; less than a vowel at the end. */
const CLEARLY = 0.002;
const WRITTEN_AMONG_OTHERS = 0.05;
const WRITTEN = 0.005;
const NONE_WRITTEN: ReadonlySet<string> = new Set();

function add(names: Name[], name: Name): void {
  if (!names.some(({ text, lang }) => text === name.text && lang === name.lang)) names.push(name);
}

function declaredNames(declared: readonly Entity[]): Map<string, EntityId | null> {
  const owners = new Map<string, EntityId | null>();
  for (const { id, names } of declared) {
    for (const { text } of names) {
      const key = keyOf(text);
      owners.set(key, owners.has(key) && owners.get(key) !== id ? null : id);
    }
  }
  return owners;
}

/** The declared entity that has one of these names, the fullest first; null for none. */
function ownerOf(names: readonly Name[], owners: ReadonlyMap<string, EntityId | null>): EntityId | null {
  for (const { text } of names) {
    const owner = owners.get(keyOf(text));
    if (owner !== undefined && owner !== null) return owner;
  }
  return null;
}

function keyOf(text: string): string {
  return text
    .split(/[\s-]+/u)
    .map(foldWord)
    .join(' ');
}

function freeId(wanted: string, taken: ReadonlyMap<EntityId, unknown>): EntityId {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}

/** Letters and digits of a name, in the script it has. */
function slugOf(name: string): string {
  return (
    name
      .split(/[^\p{L}\p{N}]+/u)
      .map(foldWord)
      .filter((word) => word !== '')
      .join('-') || 'name'
  );
}
