import { test } from 'vitest';
import type { Entity } from '@/utils/model';
import { compileNames, findMentions, openNames, snapshotOf } from './index';

/**
 * A page of some 1,800 words and a list of 5,000 names: compare two states of the code with it, nothing else. Vitest reads every import
 * through a getter, which makes the whole some ten times slower than it is; `npm run bench` has the true times and races the libraries.
 */
const STEMS = 'бар вор гал дор жук зим кар лан мор нес пав рог сел тур фар хол цар чер шум яр'.split(' ');
const ENDS = 'енко овский ович ин ев чук дзе ян ский ник'.split(' ');
const surnames = STEMS.flatMap((a) => STEMS.flatMap((b) => ENDS.map((end) => capital(a + b + end))));
const entities = surnames.slice(0, 5_000).map((surname, i): Entity => ({
  id: `e${i}`,
  type: 'person',
  names: [{ text: `Олег ${surname}`, kind: 'full' }],
  ambiguous: false,
  saidBy: 'archive',
}));
const index = compileNames(entities);
const bytes = snapshotOf(index);
const text = Array.from(
  { length: 300 },
  (_, i) => `На встрече ${surnames[(i * 37) % surnames.length]!} говорил о ценах.`,
).join(' ');
const page = { lang: 'ru', blocks: [{ text, part: 'body' as const }] };

test('matching', async ({ bench }) => {
  await bench.compare(
    bench('find mentions', () => void findMentions(index, page)),
    bench('find mentions, misspellings off', () => void findMentions(index, page, { near: 'off' })),
    bench('open from bytes', () => void openNames(bytes)),
  );
});

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
