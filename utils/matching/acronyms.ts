/** How Latin letters spell the Cyrillic letters of an acronym: none stands for a sound it does not spell, so BBC is not БКК. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  а: ['a'],
  б: ['b'],
  в: ['v', 'w'],
  г: ['g', 'h'],
  ґ: ['g'],
  д: ['d'],
  е: ['e', 'ye', 'je', 'ie'],
  є: ['ye', 'je', 'ie', 'e'],
  ж: ['zh', 'ž', 'z', 'j'],
  з: ['z'],
  и: ['i', 'y'],
  і: ['i'],
  ї: ['yi', 'ji', 'i'],
  й: ['y', 'j', 'i'],
  к: ['k', 'c', 'q'],
  л: ['l', 'ł'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s', 'c'],
  т: ['t'],
  у: ['u'],
  ў: ['u', 'w', 'ŭ', 'v'],
  ф: ['f', 'ph'],
  х: ['kh', 'ch', 'h', 'x'],
  ц: ['ts', 'tz', 'c'],
  ч: ['ch', 'č', 'c'],
  ш: ['sh', 'š', 's'],
  щ: ['shch', 'šč', 'sch'],
  ы: ['y'],
  ь: [''],
  э: ['e'],
  ю: ['yu', 'ju', 'iu', 'u'],
  я: ['ya', 'ja', 'ia', 'a'],
};

/**
 * Whether two acronyms, one Cyrillic and one Latin, in small letters, are the same letter by letter. A Cyrillic word of a page may go
 * on with an ending (МАЗом), which the caller has judged. Work: a few steps a letter, for no letter has spellings that begin alike
 * for long.
 */
export function isSpeltAlike(
  { cyrillic, latin }: { cyrillic: string; latin: string },
  ending: 'none' | 'cyrillic',
): boolean {
  let reached = new Set([0]);
  for (const letter of cyrillic) {
    if (ending === 'cyrillic' && reached.has(latin.length)) return true;
    const next = new Set<number>();
    for (const at of reached)
      for (const spelling of SPELLINGS[letter] ?? [])
        if (latin.startsWith(spelling, at)) next.add(at + spelling.length);
    reached = next;
  }
  return reached.has(latin.length);
}
