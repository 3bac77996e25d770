import { foldWord } from '@/utils/language';
import { adjectiveOf, casesWith, nominativeOf } from './cyrillic-adjective';
import { readingsOf } from './declension';
import { type Figure, listAt, newFigure, see } from './figure';
import { commonLemmas, lemmasOf } from './gather-people';
import type { AcronymSighting, Grammar, PhraseSighting, QuotedSighting, WordSighting } from './sighting';
import { isWorldName, worldNames, worldPlaceOf } from './world';

/** Single words, quoted or not: one figure for all cases of a word. */
export function gatherWords(
  { words, quoted }: { words: readonly WordSighting[]; quoted: readonly QuotedSighting[] },
  lang: Grammar,
): Map<string, Figure> {
  const single = quoted.filter((each) => each.words.length === 1);
  const forms = [...words, ...single.map(({ words: [text], isGoverned }) => ({ text: text!, isGoverned }))];
  const lemmas = commonLemmas(forms, lang);
  const figures = new Map<string, Figure>();
  const figureOf = (form: string): Figure => {
    const world = worldPlaceOf(form, lang);
    const lemma = world === undefined ? lemmas.get(form)! : (worldNames(world, lang)[0] ?? form);
    const key = foldWord(lemma);
    let figure = figures.get(key);
    if (figure === undefined) {
      figure = newFigure({ lang, kind: 'word', name: lemma, maybe: lemmasOf(form, lang) });
      figures.set(key, figure);
    }
    return figure;
  };
  for (const word of words) {
    const figure = figureOf(word.text);
    figure.forms.add(word.text);
    see(figure, word);
  }
  for (const each of single) {
    const figure = figureOf(each.words[0]!);
    figure.isQuoted = true;
    figure.forms.add(each.words[0]!);
    see(figure, each);
  }
  return figures;
}

/** Names of several quoted words, which are hardly ever declined. */
export function gatherQuoted(quoted: readonly QuotedSighting[], lang: Grammar): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const forms = new Map<string, Map<string, number>>();
  for (const each of quoted) {
    if (each.words.length < 2) continue;
    const key = keyOfQuoted(each);
    const text = nominativeOfTwo(each.words, lang) ?? each.words.join(' ');
    let figure = figures.get(key);
    if (figure === undefined) {
      figure = newFigure({ lang, kind: 'phrase', name: text, isQuoted: true });
      figures.set(key, figure);
      forms.set(key, new Map());
    }
    const counts = forms.get(key)!;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    see(figure, each);
  }
  for (const [key, figure] of figures) figure.name = mostOf(forms.get(key)!);
  return figures;
}

/** «Европейской Беларуси» is «Европейская Беларусь»: an adjective and its noun, which agree; null for other words. */
function nominativeOfTwo([first, second, third]: readonly string[], lang: Grammar): string | null {
  if (lang === 'en' || first === undefined || second === undefined || third !== undefined) return null;
  const adjective = adjectiveOf(first, lang);
  if (adjective === null) return null;
  const nouns = readingsOf(second, lang)
    .filter(
      ({ gender, cases, lemma }) => (casesWith(adjective, gender) & cases) !== 0 && (cases !== 63 || lemma !== second),
    )
    .sort((a, b) => b.weight - a.weight || (a.lemma < b.lemma ? -1 : 1));
  const noun = nouns.find(({ lemma }) => isWorldName(lemma)) ?? nouns[0];
  return noun === undefined ? null : `${nominativeOf(adjective, noun.gender, lang)} ${noun.lemma}`;
}

/** What names of several quoted words are one by: their words less endings. */
export function keyOfQuoted({ words }: QuotedSighting): string {
  return words.map((word) => foldWord(word).replace(/[аеёиоуыэюяіьй]{1,2}[мўв]?$/u, '')).join(' ');
}

/** Names around a noun. A tail belongs to the name where most of its sightings have it. */
export function gatherPhrases(sightings: readonly PhraseSighting[], lang: Grammar): Map<PhraseSighting, Figure> {
  const byCore = new Map<string, PhraseSighting[]>();
  for (const sighting of sightings) listAt(byCore, sighting.key).push(sighting);
  const owners = new Map<PhraseSighting, Figure>();
  for (const seen of byCore.values()) {
    const byTail = new Map<string, PhraseSighting[]>();
    for (const sighting of seen) listAt(byTail, foldWord(sighting.tail)).push(sighting);
    const usual = [...byTail].find(([tail, those]) => tail !== '' && those.length > seen.length / 2);
    const common = figureOf(seen, { lang, tail: usual === undefined ? '' : usual[1][0]!.tail });
    for (const those of byTail.values()) {
      const figure = seen[0]!.needsTail ? figureOf(those, { lang, tail: those[0]!.tail }) : common;
      for (const sighting of those) {
        owners.set(sighting, figure);
        see(figure, sighting);
      }
    }
  }
  mergeBelongings(owners);
  return owners;
}

function figureOf(seen: readonly PhraseSighting[], { lang, tail }: { lang: Grammar; tail: string }): Figure {
  const counts = new Map<string, number>();
  for (const { core } of seen) counts.set(core, (counts.get(core) ?? 0) + 1);
  const core = mostOf(counts);
  const name = tail === '' ? core : `${core} ${tail}`;
  const short = tail === '' || seen[0]!.needsTail ? [] : [core];
  return newFigure({ lang, kind: 'phrase', name, short, notion: seen[0]!.notion });
}

/** "Belarusian Foreign Ministry" is the Foreign Ministry, where the archive has that name too. */
function mergeBelongings(owners: Map<PhraseSighting, Figure>): void {
  const byKey = new Map<string, Figure>();
  for (const [{ key }, figure] of owners) byKey.set(key, figure);
  const merged = new Map<Figure, Figure>();
  for (const [key, figure] of byKey) {
    const rest = key.slice(key.indexOf(' ') + 1);
    if (!/(?:ian|ish|ese|an|[сц]к)$/u.test(key.slice(0, key.indexOf(' '))) || !rest.includes(' ') || figure.notion < 0)
      continue;
    const shorter = byKey.get(rest);
    if (shorter === undefined || shorter === figure) continue;
    merged.set(figure, shorter);
    shorter.short.push(figure.name);
    shorter.places.push(...figure.places);
    shorter.isFirm ||= figure.isFirm;
  }
  for (const [sighting, figure] of owners) {
    const into = merged.get(figure);
    if (into !== undefined) owners.set(sighting, into);
  }
}

/** Acronyms, and how often each stood in brackets behind a name. */
export function gatherAcronyms(sightings: readonly AcronymSighting[], lang: Grammar): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const sighting of sightings) {
    let figure = figures.get(sighting.text);
    if (figure === undefined) {
      figure = newFigure({ lang, kind: 'acronym', name: sighting.text });
      figures.set(sighting.text, figure);
    }
    see(figure, sighting);
  }
  return figures;
}

function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0];
}
