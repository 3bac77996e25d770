import { type Briefing, ENTITY_TYPES, type PageState, type RelatedBrief } from '@/utils/model';

/** Briefs that a table shows; the panel has them all. */
const MOST_BRIEFS = 8;
const WIDTH = 100;

const HEADINGS = {
  person: 'People',
  company: 'Companies',
  organisation: 'Organisations',
  place: 'Places',
  treaty: 'Treaties',
  event: 'Events',
  other: 'Other',
} as const;

/** Prints what the panel shows: entities by type with their counts, briefs with week, title and reason. */
export function printBriefing({ url, state }: { url: string; state: PageState }): void {
  console.log(`\n${'─'.repeat(WIDTH)}\n${url}`);
  if (state.status !== 'ready') {
    console.log(`No briefing: ${state.status}${state.status === 'failed' ? ` (${state.error})` : ''}`);
    return;
  }
  const { briefing } = state;
  console.log(`${briefing.page.title}\n`);
  printEntities(briefing);
  console.log(`\n${briefing.entities.length} known names · ${briefing.related.length} briefs\n`);
  for (const related of briefing.related.slice(0, MOST_BRIEFS)) printBrief(related, briefing);
}

function printEntities({ entities }: Briefing): void {
  for (const type of ENTITY_TYPES) {
    const chips = entities
      .filter((entity) => entity.type === type)
      .map(({ label, mentions, certainty }) => `${label}${certainty === 'sure' ? '' : '?'} ${mentions.length}`);
    if (chips.length > 0) console.log(`${HEADINGS[type].padEnd(15)}${chips.join(' · ')}`);
  }
}

function printBrief({ head, because }: RelatedBrief, { entities }: Briefing): void {
  const labels = new Map(entities.map(({ id, label }) => [id, label]));
  const week = head.week ? `${head.week.from} – ${head.week.to.slice(5)}` : (head.date ?? '');
  const names = because.entities.map((id) => labels.get(id) ?? id).join(', ');
  console.log(`${week.padEnd(20)}${head.title}`);
  console.log(`${''.padEnd(20)}Because: ${names} — ${REASONS[because.kind].replace('{n}', String(because.times))}`);
}

const REASONS = {
  'in-headline': 'in the headline and first lines',
  'named-together': 'named together, here and there',
  'rare-name': 'a rare name in the archive',
  'named-times': '{n} mentions on this page',
} as const;
