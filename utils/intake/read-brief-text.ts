import type { BodyBlock } from '@/utils/model';
import { type Draft, draftOf } from './draft';
import { blocksOfText } from './html-to-blocks';
import { situationIn } from './recognise-situation';
import { weekIn, weekLine } from './recognise-week';

/** Longest title, in UTF-16 code units, and shortest paragraph that ends the search for one. */
const MAX_TITLE = 200;

/**
 * Lines of a web page around the text: subscription forms, language switches, lists of other briefs. The first that stands behind the
 * paragraphs ends the brief; before them they are passed over.
 */
const FURNITURE =
  /^(?:you have been successfully subscribed|(?:subscribe|sign up)\b.{0,40}|read (?:more|also)|view all|see also|share(?: this)?|related(?: posts| articles)?|all rights reserved.*|©.*|copyright .*|home|menu|search|print|comments?|newer|older|previous|next|tags?:.*|(?:en|be|ru|by|бел|рус|eng)(?:\s*[/|]\s*(?:en|be|ru|by|бел|рус|eng))*|подпи(?:шитесь|саться|ска).{0,60}|вы успешно подписа.*|читать (?:далее|также|ещё|еще)|чита(?:йте|ть) также|смотреть все|все новости|поделиться|комментарии|падпі(?:шыцеся|сацца|ска).{0,60}|вы паспяхова падпіс.*|чытаць (?:далей|таксама)|чытайце таксама|глядзець усе|падзяліцца|каментары[іия])$/iu;

/**
 * Reads a brief copied out of a page as plain text: a line with the week, the title, a line with the verdict, the title again, a summary,
 * paragraphs, and the site's furniture, which is left out. Every part but the title may be missing; any text is a valid input.
 */
export function readBriefText(text: string): Draft {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim());
  const opening = readOpening(lines);
  const paragraphs = paragraphsOf(lines.slice(opening.end), opening.title);
  const [first, ...rest] = paragraphs;
  // A short first paragraph before longer ones is the summary; a text of one paragraph has none.
  const hasSummary = first !== undefined && rest.length > 0;
  return draftOf({
    title: opening.title,
    summary: hasSummary ? first : '',
    week: opening.week,
    situation: opening.situation,
    body: (hasSummary ? rest : paragraphs).flatMap((paragraph): BodyBlock[] => blocksOfText(paragraph)),
  });
}

interface Opening extends Pick<Draft, 'title' | 'week' | 'situation'> {
  /** Line behind the opening. */
  end: number;
}

/** Week, title and verdict, in any order, up to the first line that is none of them. */
function readOpening(lines: readonly string[]): Opening {
  const opening: Opening = { title: '', week: null, situation: null, end: 0 };
  for (const [at, line] of lines.entries()) {
    const week = weekLine(line);
    const situation = situationIn(line);
    if (week) opening.week ??= week;
    else if (situation) opening.situation ??= situation;
    else if (line !== '' && line !== opening.title && !FURNITURE.test(line)) {
      if (opening.title !== '' || line.length > MAX_TITLE) return { ...opening, end: at };
      opening.title = line.replace(/^#+\s*/u, '');
      opening.week ??= weekIn(line);
    }
    opening.end = at + 1;
  }
  return opening;
}

/** Paragraphs up to the first line of furniture. Lines without an empty one between them belong together. */
function paragraphsOf(lines: readonly string[], title: string): string[] {
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open.join(' '));
    open = [];
  };
  for (const line of lines) {
    if (FURNITURE.test(line) && paragraphs.length + open.length > 0) break;
    if (line === '') close();
    else if (line !== title && !FURNITURE.test(line)) open.push(line);
  }
  close();
  return paragraphs;
}
