/** Syllables at the end of names that offices and firms of the East put together: Россельхознадзор, Белтрансгаз, Gomselmash. */
const LAST = [
  'пром прам газ нефть нафта хим хім маш строй буд экспорт банк телеком атом атам космос космас надзор нагляд авто аўта калий калій ком кам союз саюз парламент',
  'энерго энерга азот электроника электроніка инвест інвест департамент технологии тэхналогіі тасс',
  'prom gaz neft nafta khim chem mash stroy stroi bud export bank telecom atom cosmos kosmos nadzor avto kali kaliy energo elektronika invest',
]
  .join(' ')
  .replaceAll(' ', '|');
const ENDED = new RegExp(`.{3}(?:${LAST})(?:[аеуыіои]|ом|ам|ем|ею|ой|ай)?$`, 'u');

const WHOLE = new RegExp(`.{3}(?:${LAST})$`, 'u');

/** And at their head: Госдума, Минсельхоз, Евросоюз, Центризбирком; not Минск. */
const BEGUN = /^(?:гос|дзярж|евро|еўра|центр|цэнтр|мин(?!ск)|мін(?!ск))[а-яіў]{4,}$/u;

/** Whether a folded word ends in such a syllable as it stands: then it is in the nominative. */
export function endsInSyllable(folded: string): boolean {
  return WHOLE.test(folded);
}

/** Whether a folded word is put together of syllables as offices and firms are, in whatever case. */
export function isMadeOfSyllables(folded: string): boolean {
  return ENDED.test(folded) || BEGUN.test(folded);
}
