/**
 * Months in English, whole or abbreviated, and by their first letters in Russian and Belarusian, long enough to tell them apart in every
 * case (марта, сакавіка). English is exact, because "market" and "maybe" are words too.
 */
const MONTHS: readonly RegExp[] = [
  /^(?:jan(?:uary)?|янв\p{L}*|студз\p{L}*)$/iu,
  /^(?:feb(?:ruary)?|фев\p{L}*|лют\p{L}{0,3})$/iu,
  /^(?:mar(?:ch)?|март?|марта|сак(?:авік\p{L}*)?)$/iu,
  /^(?:apr(?:il)?|апр\p{L}*|крас(?:авік\p{L}*)?)$/iu,
  /^(?:may|ма[йяюеі]|маем|трав(?:ень|ня|ні)|траўн\p{L}*)$/iu,
  /^(?:june?|июн\p{L}*|чэрв\p{L}*)$/iu,
  /^(?:july?|июл\p{L}*|ліп(?:ен\p{L}*)?)$/iu,
  /^(?:aug(?:ust)?|авг\p{L}*|жні(?:в\p{L}*|ўн\p{L}*)?)$/iu,
  /^(?:sept?(?:ember)?|сен\p{L}*|вер(?:ас\p{L}*)?)$/iu,
  /^(?:oct(?:ober)?|окт\p{L}*|кастр\p{L}*)$/iu,
  /^(?:nov(?:ember)?|ноя\p{L}*|ліст(?:апад\p{L}*)?)$/iu,
  /^(?:dec(?:ember)?|дек\p{L}*|снеж\p{L}*)$/iu,
];

/** Month of a name or an abbreviation (without its full stop) in any of the three languages, 1–12; null for any other word. */
export function monthOf(word: string): number | null {
  const found = MONTHS.findIndex((month) => month.test(word));
  return found < 0 ? null : found + 1;
}
