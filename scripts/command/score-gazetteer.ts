import type { Entity, EntityType, Name } from '@/utils/model';

/** What is scored: those that archives declare by name. Places, treaties and events are found too, but not counted. */
const SCORED: readonly EntityType[] = ['person', 'organisation', 'company'];

/** What somebody who looked says of found entities that the archive does not declare: the name, and whether it is a real one. */
export interface Reviewed {
  name: string;
  isReal: boolean;
}

/** How well a gazetteer did against the declared entities of the same archive. */
export interface Score {
  declared: number;
  declaredFound: number;
  found: number;
  foundDeclared: number;
  foundReal: number;
  foundWrong: number;
  /** Names that nobody has looked at: neither declared nor reviewed. Counted as wrong. */
  unknown: string[];
  missed: string[];
  /** Found ones of which the archive declares names in all its languages, and those of them with a name in each. */
  inAllLanguages: number;
  joined: number;
  split: string[];
}

/**
 * Scores found entities. A declared one is found if a found person, organisation or company has one of its names, letter for letter but for
 * case, quotation marks and hyphens. A found one is right if it has a declared name of such an entity, or was reviewed as real. It is
 * joined if it has a name, of the same declared entity, in each of the languages in which that entity was found by anything at all.
 */
export function scoreGazetteer(
  found: readonly Pick<Entity, 'id' | 'type' | 'names'>[],
  declared: readonly Entity[],
  reviewed: readonly Reviewed[],
): Score {
  const mine = found.filter(({ type }) => SCORED.includes(type));
  const theirs = declared.filter(({ type }) => SCORED.includes(type));
  const owners = new Map<string, Entity>();
  for (const entity of theirs) for (const { text } of entity.names) owners.set(keyOf(text), entity);
  const opinions = new Map(reviewed.map(({ name, isReal }) => [keyOf(name), isReal]));
  const score: Score = {
    declared: theirs.length,
    declaredFound: 0,
    found: mine.length,
    foundDeclared: 0,
    foundReal: 0,
    foundWrong: 0,
    unknown: [],
    missed: [],
    inAllLanguages: 0,
    joined: 0,
    split: [],
  };
  const seen = new Map<Entity, Set<string>[]>();
  for (const entity of mine) {
    const owner = ownerOf(entity.names, owners);
    if (owner !== undefined) {
      score.foundDeclared++;
      const list = seen.get(owner) ?? [];
      list.push(
        new Set(entity.names.filter(({ text }) => owners.get(keyOf(text)) === owner).map(({ lang }) => lang ?? '')),
      );
      seen.set(owner, list);
      continue;
    }
    const opinion = entity.names.map(({ text }) => opinions.get(keyOf(text))).find((each) => each !== undefined);
    if (opinion === true) score.foundReal++;
    else if (opinion === false) score.foundWrong++;
    else
      score.unknown.push(
        `${entity.type}: ${entity.names.map(({ text, lang }) => `${text} (${lang ?? ''})`).join(' | ')}`,
      );
  }
  score.declaredFound = seen.size;
  score.missed = theirs.filter((entity) => !seen.has(entity)).map(({ id }) => id);
  for (const [entity, parts] of seen) {
    score.inAllLanguages++;
    const languages = new Set(entity.names.map(({ lang }) => lang ?? ''));
    if (parts.some((part) => [...languages].every((lang) => part.has(lang)))) score.joined++;
    else score.split.push(`${entity.id}: ${parts.map((part) => [...part].join('+')).join(', ')}`);
  }
  return score;
}

function ownerOf(names: readonly Name[], owners: ReadonlyMap<string, Entity>): Entity | undefined {
  for (const { text } of names) {
    const owner = owners.get(keyOf(text));
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[«»“”"]/gu, '')
    .replace(/[-‐‑–]/gu, ' ')
    .replace(/ё/gu, 'е')
    .replace(/[‘’ʼ]/gu, "'")
    .trim();
}

/** The list of a file: a line a name, `real` or `wrong`, a tab, the name; lines that begin with # say something else. */
export function readReviewed(text: string): Reviewed[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [opinion, name = ''] = line.split('\t');
      return { name, isReal: opinion === 'real' };
    });
}
