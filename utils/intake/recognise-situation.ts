import type { Situation, Verdict } from '@/utils/model';

/** Longest verdict line, in UTF-16 code units; a longer line is a paragraph that happens to use the words. */
const MAX_LINE = 200;

/**
 * "The situation has not changed", «Ситуация не изменилась», «Сітуацыя палепшылася», with or without a reason after a colon or a dash.
 * The three languages of the original series; the subject begins the line, the verdict follows it.
 */
const SUBJECT =
  /^[^\p{L}]*(?:the\s+|в\s+целом\s+|у\s+цэлым\s+)?(?:overall\s+|general\s+|общая\s+|агульная\s+)?(?:situation|ситуация|сітуацыя)\s+/iu;
const VERDICTS: readonly (readonly [Verdict, RegExp])[] = [
  [
    'unchanged',
    /^(?:(?:has|did)\s+not\s+(?:significantly\s+)?chang\w*|hasn['’]t\s+changed|(?:has\s+)?remain(?:s|ed)\s+(?:unchanged|the\s+same|stable)|is\s+unchanged|(?:существенно\s+)?не\s+(?:измени|меня)[а-яё]*|осталась\s+(?:прежней|без\s+изменений)|без\s+изменений|(?:істотна\s+)?не\s+(?:змяні|мяня)[а-яёўі]*|засталася\s+(?:ранейшай|без\s+змен\S*)|без\s+змен\S*)/iu,
  ],
  [
    'improved',
    /^(?:(?:has\s+)?(?:slightly\s+|significantly\s+)?(?:improved|gotten\s+better|got\s+better)|is\s+(?:improving|better)|(?:несколько\s+|значительно\s+|немного\s+)?улучши?[а-яё]*|(?:крыху\s+|значна\s+|некалькі\s+)?палепшы[а-яёўі]*|(?:крыху\s+|значна\s+)?паляпша[а-яёўі]*)/iu,
  ],
  [
    'worsened',
    /^(?:(?:has\s+)?(?:slightly\s+|significantly\s+)?(?:worsened|deteriorated|gotten\s+worse|got\s+worse)|is\s+(?:worsening|worse|deteriorating)|(?:несколько\s+|значительно\s+|немного\s+)?ухудши?[а-яё]*|(?:крыху\s+|значна\s+|некалькі\s+)?пагорш[а-яёўі]*)/iu,
  ],
];

/** The verdict that a line gives, with what follows it as the reason; null where the line gives none. */
export function situationIn(line: string): Situation | null {
  if (line.length > MAX_LINE) return null;
  const subject = SUBJECT.exec(line)?.[0];
  if (subject === undefined) return null;
  const said = line.slice(subject.length);
  for (const [verdict, pattern] of VERDICTS) {
    const found = pattern.exec(said);
    if (!found) continue;
    const rest = said.slice(found[0].length).trim();
    // After the verdict comes nothing, an end of sentence, or the reason. Other words make it a sentence about something else.
    if (rest === '' || /^[.!]+$/u.test(rest)) return { verdict, reason: '' };
    const reason = /^(?:[:–—,;-]\s*|[.]\s+)(\S.*)$/u.exec(rest)?.[1];
    return reason === undefined ? null : { verdict, reason: reason.trim() };
  }
  return null;
}
