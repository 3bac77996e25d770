/**
 * Language: what letters, sounds and kinds of words are, for every room that compares names.
 *
 * Ground beside the model: folding, the sounds of a word whatever alphabet spells it, given names, titles, legal forms.
 * Touches nothing, imports nothing.
 * Promises: any string is a valid input; folding keeps its length, so offsets stay those of the text; the same word gives the
 * same answer everywhere, so what one room finds another recognises.
 */
export { APOSTROPHE, CYRILLIC, DIGIT, IGNORED, LATIN, LETTER, SLOW, UPPER } from './fold';
export { foldAndKindOf, foldOf, foldWord, initialOf, kindOf } from './fold';
export { hashEnd, HASH_START, hashStep, hashWord } from './fold';
export { areEquivalent, isGivenName, isKnownGiven } from './given-names';
export { isCompanyCue, isLegalForm } from './legal-forms';
export { isParticle, isPatronymic, isTitle } from './titles';
export { startsWithStem, stemSet } from './stem-set';
export { NONE, C, CH, E, F, G, H, J, O, S, SH, SHCH, T, U, V, W, X, Z, ZH } from './phonemes';
export { CLASS_G, CLASS_K, CLASS_M, CLASS_S, CLASS_V, classOf, FIRST_CONSONANT, PHONEMES } from './phonemes';
export { type Reading, soundOf } from './phonemes';
export { cyrillicReadings, readCyrillic } from './sound-cyrillic';
export { readLatin } from './sound-latin';
export { firstOf, groupOf, GROUPS, keyOf, lastOf, type Skeleton, skeletonOf } from './skeleton';
export { type CleanWord, cleanWord, languageCode, languageOf, looseHash } from './word-shape';
export { BE, CYRILLIC_SCRIPT, LATIN_SCRIPT, OTHER, RU, UK, UNKNOWN } from './word-shape';
