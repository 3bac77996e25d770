import { foldWord, isKnownGiven, isLegalForm, isParticle, isPatronymic, isTitle } from '@/utils/language';
import { IS_ALL_CAPS, IS_CAPITAL, newTokens, tokenise } from './tokenise';

/** What a word does in a name. */
const ROLE_WORD = 0; // a word of a phrase, which must be there
export const ROLE_GIVEN = 1; // of a person: must agree where the page has one
export const ROLE_MIDDLE = 2; // patronymic or second given name: may be missing
export const ROLE_SURNAME = 3;
export const ROLE_INITIAL = 4; // a given name the list knows by its letter only

/** A word of a name, as written. */
interface NamePart {
  text: string;
  folded: string;
  role: number;
  isCapital: boolean;
  isAllCaps: boolean;
}

/** A name cut into words with roles; `shape` says how it is matched. */
export interface ParsedName {
  shape: 'person' | 'phrase';
  parts: NamePart[];
}

const scratch = newTokens(32);

/** Cuts a name into its words. A person's words get roles; legal forms and titles are taken off the ends of any name. */
export function parseName(text: string, type: string): ParsedName {
  const { parts, comma } = wordsOf(text);
  if (type === 'person' && parts.length > 0) return { shape: 'person', parts: withRoles(dropTitles(parts), comma) };
  return { shape: 'phrase', parts: dropLegalForms(parts) };
}

function wordsOf(text: string): { parts: NamePart[]; comma: number } {
  tokenise(text, scratch);
  const parts: NamePart[] = [];
  const commaAt = text.indexOf(',');
  let comma = -1;
  for (let i = 0; i < scratch.count; i++) {
    const word = text.slice(scratch.start[i], scratch.end[i]);
    const flags = scratch.flags[i]!;
    if (commaAt >= 0 && comma < 0 && scratch.start[i]! > commaAt) comma = i;
    parts.push({
      text: word,
      folded: foldWord(word),
      role: ROLE_WORD,
      isCapital: (flags & IS_CAPITAL) !== 0,
      isAllCaps: (flags & IS_ALL_CAPS) !== 0,
    });
  }
  return { parts, comma };
}

function dropTitles(parts: NamePart[]): NamePart[] {
  let first = 0;
  while (
    first < parts.length - 1 &&
    !parts[first]!.isAllCaps &&
    isTitle(parts[first]!.folded) &&
    !isKnownGiven(parts[first]!.folded)
  )
    first++;
  return parts.slice(first);
}

function dropLegalForms(parts: NamePart[]): NamePart[] {
  let first = 0;
  let end = parts.length;
  while (end - first > 1 && isLegalForm(parts[first]!.folded)) first++;
  while (end - first > 1 && isLegalForm(parts[end - 1]!.folded)) end--;
  return parts.slice(first, end);
}

/** Which word is the surname: before a comma, the one in capitals, before given name and patronymic; else the last. */
function withRoles(parts: NamePart[], comma: number): NamePart[] {
  const surname = surnameAt(parts, comma);
  let givens = 0;
  return parts.map((part, i) => {
    if (i === surname) return { ...part, role: ROLE_SURNAME };
    if (isParticle(part.folded) && !(i === 0 && part.isCapital && parts.length > 2 && surname === 0))
      return { ...part, role: ROLE_MIDDLE };
    if (i > surname && surname > 0) return { ...part, role: ROLE_MIDDLE };
    const role = givens++ > 0 ? ROLE_MIDDLE : part.folded.length === 1 ? ROLE_INITIAL : ROLE_GIVEN;
    return { ...part, role };
  });
}

function surnameAt(parts: NamePart[], comma: number): number {
  const last = parts.length - 1;
  if (last === 0) return 0;
  if (comma > 0) return comma - 1;
  const capitals = parts.filter((part) => part.isAllCaps);
  if (capitals.length === 1 && parts.some((part) => part.folded.length > 1 && !part.isAllCaps))
    return parts.findIndex((part) => part.isAllCaps);
  if (
    last >= 2 &&
    isPatronymic(parts[last]!.folded) &&
    !isPatronymic(parts[1]!.folded) &&
    isKnownGiven(parts[last - 1]!.folded)
  )
    return 0;
  if (
    last === 1 &&
    isKnownGiven(parts[1]!.folded) &&
    !isKnownGiven(parts[0]!.folded) &&
    /[а-я]/u.test(parts[0]!.folded)
  )
    return 0;
  // "Дэвид Джонс мл.", "В Л": a last word of one letter is an initial.
  if (parts[last]!.folded.length === 1 && parts[0]!.folded.length > 1) return 0;
  return last;
}
