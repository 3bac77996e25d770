/** Letters a stem keeps at least: "газа" is a form of "газ", but "мова" of nothing shorter than "мов". */
const LEAST_STEM = 3;

/** Endings of nouns, adjectives and verbs in folded letters. */
const ENDINGS = new Set(
  [
    'а я ы і у ю е э о ь й', // nouns: мова, мовы, мове; savings of one letter
    'ам ям ом ем аю яю ою ею ай яй ой ей эй аў яў оў еў ах ях амі ямі',
    'ія іі ію іяй іям іях іямі ый ыя ыі ыю ыяй ыям ыях ыямі ій', // партыя, кампанія
    'ым ім ых іх ымі імі ая яя ое ае яе ую юю ага яга ога ому аму яму', // новы, новага, новай
    'ць аць яць іць ыць уць ла лі ло ала алі ало яла ялі яло іла ілі іло ыла ылі ыло эць эў эла элі іў ыў уў', // казаць, казаў, казала
    'аеш ае аем аеце аюць яе яем яюць уе уем уюць юе юем юць іш іць ім ыш ым яць',
  ].flatMap((line) => line.split(' ')),
);
const LONGEST_ENDING = 4;

/**
 * The Belarusian key: what the grammatical forms of a folded word have in common. Snowball has no Belarusian, so this one is
 * ours. The longest known ending goes, then the consonants that alternate before endings are made one. It is a key, not a
 * dictionary form: "рэспубліка" and "рэспубліцы" both give "рэспублік", "савет" and "савеце" both give "савет".
 */
export function stemBelarusian(word: string): string {
  const plain = withoutReflexive(word);
  for (let length = Math.min(LONGEST_ENDING, plain.length - LEAST_STEM); length > 0; length--) {
    const ending = plain.slice(-length);
    if (ENDINGS.has(ending) && !isOfStem(plain, ending)) return alternated(plain.slice(0, -length), ending);
  }
  return alternated(plain, '');
}

/** "сустрэўся" is "сустрэў", "сустракацца" is "сустракаць". */
function withoutReflexive(word: string): string {
  if (word.length < LEAST_STEM + 3) return word;
  if (word.endsWith('цца')) return `${word.slice(0, -3)}ць`;
  return word.endsWith('ся') ? word.slice(0, -2) : word;
}

/** "новаму" ends in -аму, but "праграму" and "рэкламу" in -у. */
function isOfStem(word: string, ending: string): boolean {
  return ending === 'аму' && 'рл'.includes(word.at(-4)!);
}

/** т softens to ц before е only (савет, савеце); every other ц at a stem's end may be a к (рэспубліка, рэспубліцы). */
function alternated(stem: string, ending: string): string {
  if (stem.endsWith('дз')) return stem.slice(0, -1); // горад, у горадзе
  return stem.endsWith('ц') ? `${stem.slice(0, -1)}${ending === 'е' ? 'т' : 'к'}` : stem;
}
