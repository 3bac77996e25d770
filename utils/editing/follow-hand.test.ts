import { describe, expect, it } from 'vitest';
import { type Edit, type Entity, type EntityChange, type Mention, type Name } from '@/utils/model';
import { applyEdits, entitiesForTexts, headsByHand, mentionsByHand } from '.';

/** `id: Name, Name/ru, SHORT/be`, all full but for what is in capitals. */
function entity(line: string): Entity {
  const [id = '', names = ''] = line.split(': ');
  return { id, type: 'company', names: names.split(', ').map(name), ambiguous: false, saidBy: 'archive' };
}

function name(text: string): Name {
  const [written = '', lang] = text.split('/');
  return { text: written, ...(lang ? { lang } : {}), kind: written === written.toUpperCase() ? 'acronym' : 'full' };
}

/** The way back: "!" stands before a name that the user gave. */
function written({ id, names }: Entity): string {
  return `${id}: ${names.map(({ text, lang, saidBy }) => `${saidBy === 'user' ? '!' : ''}${text}${lang ? `/${lang}` : ''}`).join(', ')}`;
}

function edits(...changes: EntityChange[]): Edit[] {
  return changes.map((change, at) => ({ version: 1, id: `e${at}`, at, label: '', changes: [change] }));
}

const ARCHIVE = ['maz: MAZ, МАЗ/ru', 'kamaz: KAMAZ', 'target: Target', 'minsk: Minsk, Minsk Region, Мінск/be'].map(
  entity,
);
const [, , TARGET, MINSK] = ARCHIVE.map(written) as [string, string, string, string];

describe('what follows the hand', () => {
  const head = { id: 'b', entities: ['kamaz', 'maz', 'minsk'] } as never;
  it('briefs name the entity that stays, once', () => {
    const hand = applyEdits(ARCHIVE, edits({ act: 'merge', entity: 'kamaz', into: 'maz' }));
    expect(headsByHand([head], hand).map(({ entities }) => entities)).toEqual([['maz', 'minsk']]);
  });

  it('briefs name the entity that was split off where their text does', () => {
    const hand = applyEdits(
      ARCHIVE,
      edits({ act: 'split', entity: 'minsk', names: [{ text: 'Minsk Region' }], as: 'a/+1' }),
    );
    const named = new Map([['b', { add: ['a/+1'], remove: ['minsk'] }]]);
    expect(headsByHand([head], hand, named).map(({ entities }) => entities)).toEqual([['kamaz', 'maz', 'a/+1']]);
  });

  it('the full-text index finds the briefs of a merged entity by all names', () => {
    const hand = applyEdits(ARCHIVE, edits({ act: 'merge', entity: 'kamaz', into: 'maz' }));
    expect(entitiesForTexts(hand).map(written)).toEqual([
      'maz: MAZ, МАЗ/ru, KAMAZ',
      TARGET,
      MINSK,
      'kamaz: MAZ, МАЗ/ru, KAMAZ',
    ]);
  });

  const BORISOV = entity('borisov: Yuri Borisov, Юрий Борисов/ru');
  function mentions(text: string, change: EntityChange, recognised: { as: string; confidence?: number }): string[] {
    const [before = '', rest = ''] = text.split('[');
    const [inside = '', tail = ''] = rest.split(']');
    const mention: Mention = {
      entityId: 'borisov',
      block: 0,
      start: before.length,
      end: before.length + inside.length,
      tier: 'exact',
      name: recognised.as,
      confidence: recognised.confidence ?? 1,
    };
    const hand = applyEdits([BORISOV], edits(change));
    const isInDoubt = ({ confidence }: Mention): boolean => confidence < 0.6;
    return mentionsByHand([mention], { blocks: [{ text: before + inside + tail }], hand, isInDoubt }).map((one) => (isInDoubt(one) ? 'doubt' : 'sure')); // prettier-ignore
  }
  const mute: EntityChange = { act: 'mute-name', entity: 'borisov', text: 'Borisov' };
  it.each<[string, string, EntityChange, string, number, string[]]>([
    ['the muted name', 'from [Borisov] to', mute, 'Yuri Borisov', 1, []],
    ['the whole name is not muted with its part', '[Yuri Borisov] said', mute, 'Yuri Borisov', 1, ['sure']],
    ['the muted name in a case', 'с [Борисовым] в', { ...mute, text: 'Борисов' }, 'Юрий Борисов', 1, []],
    ['a muted name of another', '[Borisov] said', { ...mute, entity: 'other' }, 'Yuri Borisov', 1, ['sure']],
    [
      'not this',
      '[Borisov] said',
      { act: 'answer', entity: 'borisov', name: 'Yuri Borisov', means: 'no' },
      'Yuri Borisov',
      0.3,
      [],
    ],
    [
      'yes, this',
      '[Borisov] said',
      { act: 'answer', entity: 'borisov', name: 'Yuri Borisov', means: 'yes' },
      'Yuri Borisov',
      0.3,
      ['sure'],
    ],
    [
      'an answer is about doubts only',
      '[Borisov] said',
      { act: 'answer', entity: 'borisov', name: 'Yuri Borisov', means: 'no' },
      'Yuri Borisov',
      0.9,
      ['sure'],
    ],
    [
      'an answer about another name',
      '[Борисов]',
      { act: 'answer', entity: 'borisov', name: 'Yuri Borisov', means: 'no' },
      'Юрий Борисов',
      0.3,
      ['doubt'],
    ],
  ])('%s', (_, text, change, as, confidence, expected) => {
    expect(mentions(text, change, { as, confidence })).toEqual(expected);
  });
});
