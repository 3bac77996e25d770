import {
  isCompanyCue,
  isKnownGiven,
  isParticle,
  isPatronymic,
  isTitle,
  startsWithStem,
  stemSet,
} from '@/utils/language';
import type { PageWord } from './page-words';

/** What a word of a page says about the name beside it. Bits. */
export const TITLE = 1;
export const GIVEN = 2;
export const PARTICLE = 4;
export const PATRONYMIC = 8;
export const COMPANY_CUE = 16;
export const PLACE_CUE = 32;
export const OFFICE = 64;

/** What a place has one of, as folded stems: the Гродненский суд is of Гродно, a гродненский танец need not be. */
const OFFICES = stemSet(
  'суд област вобласт вобл край кра район раён горсовет горисполк гарвыканк облисполк аблвыканк исполком выканкам аэропорт вокзал вакзал завод комбинат камбінат университет універсітэт мэри горсуд облсуд рынок метро вул улиц проспект трасс шоссе'.split(
    ' ',
  ),
);

/** Words that stand before places, folded. */
const PLACE_CUES = new Set(
  'в во у ў ва из із з са с под пад к ка до да от ад под около за на гор город горад города горада г станция вокзал пасёлак поселок район in at from to near of outside around city town'.split(
    ' ',
  ),
);

/** Whether a word has a trait. All are found at once, once a word. */
export function hasTrait(word: PageWord, trait: number): boolean {
  if (word.traits < 0) word.traits = traitsOf(word.folded);
  return (word.traits & trait) !== 0;
}

function traitsOf(folded: string): number {
  return (
    (isTitle(folded) ? TITLE : 0) |
    (isKnownGiven(folded) ? GIVEN : 0) |
    (isParticle(folded) ? PARTICLE : 0) |
    (isPatronymic(folded) ? PATRONYMIC : 0) |
    (isCompanyCue(folded) ? COMPANY_CUE : 0) |
    (PLACE_CUES.has(folded) ? PLACE_CUE : 0) |
    (startsWithStem(OFFICES, folded) ? OFFICE : 0)
  );
}
