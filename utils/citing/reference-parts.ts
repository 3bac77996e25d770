import type { Week } from '@/utils/model';
import type { CitedBrief } from './cited-brief';

/** A piece of a reference, by what a format may do with it. */
export interface Part {
  kind: 'text' | 'archive' | 'address';
  text: string;
}

/** Author. Title. Archive, week. Address: in the brief's language, months written out. */
export function partsOf(brief: CitedBrief): Part[] {
  const words = WORDS[brief.lang.split('-')[0] ?? ''] ?? ENGLISH;
  const when = brief.week ? weekOf(brief.week, words) : brief.date ? dayOf(brief.date, words) : '';
  const opening = [listed(brief.authors, words), brief.title].filter((text) => text !== '').map(ended);
  const standing: Part[] = [
    ...(brief.source === '' ? [] : [{ kind: 'archive' as const, text: brief.source }]),
    ...(brief.source === '' && when === ''
      ? []
      : [{ kind: 'text' as const, text: `${brief.source !== '' && when !== '' ? ', ' : ''}${when}.` }]),
  ];
  const sentences: Part[][] = [
    ...opening.map((text): Part[] => [{ kind: 'text', text }]),
    ...(standing.length === 0 ? [] : [standing]),
    ...(brief.url === null ? [] : [[{ kind: 'address' as const, text: brief.url }]]),
  ];
  return sentences.flatMap((sentence, place) =>
    place === 0 ? sentence : [{ kind: 'text' as const, text: ' ' }, ...sentence],
  );
}

interface Words {
  months: readonly string[];
  and: string;
}

const ENGLISH: Words = {
  months: 'January February March April May June July August September October November December'.split(' '),
  and: 'and',
};

const WORDS: Readonly<Record<string, Words>> = {
  ru: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
    and: 'и',
  },
  be: {
    months: 'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня'.split(
      ' ',
    ),
    and: 'і',
  },
};

/** A title that ends in a mark of its own needs no full stop. */
function ended(text: string): string {
  return /[.!?…]["”»’]?$/u.test(text) ? text : `${text}.`;
}

function listed(names: readonly string[], { and }: Words): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** "22–28 October 2012", "29 October – 4 November 2012"; what is no ISO 8601 date is shown as it was written. */
function weekOf(week: Week, words: Words): string {
  const from = /^(\d{4})-(\d{2})-(\d{2})/u.exec(week.from);
  const to = /^(\d{4})-(\d{2})/u.exec(week.to);
  if (!from || !to) return `${week.from} – ${week.to}`;
  const [, year, month, day] = from;
  if (year !== to[1]) return `${dayOf(week.from, words)} – ${dayOf(week.to, words)}`;
  if (month !== to[2]) return `${Number(day)} ${words.months[Number(month) - 1] ?? ''} – ${dayOf(week.to, words)}`;
  return `${Number(day)}–${dayOf(week.to, words)}`;
}

function dayOf(isoDate: string, { months }: Words): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})/u.exec(isoDate);
  const month = months[Number(date?.[2]) - 1];
  return date && month ? `${Number(date[3])} ${month} ${date[1]}` : isoDate;
}
