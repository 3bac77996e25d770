import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, type Entity, type EntityChange, type Name, splitId } from '@/utils/model';
import { applyEdits } from '.';

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
const after = (...changes: EntityChange[]): string[] => applyEdits(ARCHIVE, edits(...changes)).entities.map(written);
const [MAZ, KAMAZ, TARGET, MINSK] = ARCHIVE.map(written) as [string, string, string, string];

describe('edits', () => {
  it.each<[string, EntityChange[], string[]]>([
    ['none: nothing changes', [], [MAZ, KAMAZ, TARGET, MINSK]],
    [
      'a name more',
      [{ act: 'add-name', entity: 'maz', name: name('Minsk Trucks') }],
      ['maz: MAZ, МАЗ/ru, !Minsk Trucks', KAMAZ, TARGET, MINSK],
    ],
    [
      'a name that is there already',
      [{ act: 'add-name', entity: 'maz', name: name('МАЗ/ru') }],
      [MAZ, KAMAZ, TARGET, MINSK],
    ],
    [
      'the same text in another language is another name',
      [{ act: 'add-name', entity: 'maz', name: name('МАЗ/be') }],
      ['maz: MAZ, МАЗ/ru, !МАЗ/be', KAMAZ, TARGET, MINSK],
    ],
    [
      'another spelling',
      [{ act: 'set-name', entity: 'maz', was: { text: 'МАЗ', lang: 'ru' }, name: name('ОАО «МАЗ»/ru') }],
      ['maz: MAZ, !ОАО «МАЗ»/ru', KAMAZ, TARGET, MINSK],
    ],
    [
      'a spelling of a name that is gone',
      [{ act: 'set-name', entity: 'maz', was: { text: 'МАЗ' }, name: name('X') }],
      [MAZ, KAMAZ, TARGET, MINSK],
    ],
    [
      'a name less',
      [{ act: 'remove-name', entity: 'maz', was: { text: 'МАЗ', lang: 'ru' } }],
      ['maz: MAZ', KAMAZ, TARGET, MINSK],
    ],
    [
      'the last name stays',
      [{ act: 'remove-name', entity: 'kamaz', was: { text: 'KAMAZ' } }],
      [MAZ, KAMAZ, TARGET, MINSK],
    ],
    [
      'merged: one goes, its names stay',
      [{ act: 'merge', entity: 'kamaz', into: 'maz' }],
      ['maz: MAZ, МАЗ/ru, KAMAZ', TARGET, MINSK],
    ],
    ['merged with itself', [{ act: 'merge', entity: 'maz', into: 'maz' }], [MAZ, KAMAZ, TARGET, MINSK]],
    ['merged with nobody', [{ act: 'merge', entity: 'maz', into: 'gone' }], [MAZ, KAMAZ, TARGET, MINSK]],
    [
      'merged both ways',
      [
        { act: 'merge', entity: 'maz', into: 'kamaz' },
        { act: 'merge', entity: 'kamaz', into: 'maz' },
      ],
      ['kamaz: KAMAZ, MAZ, МАЗ/ru', TARGET, MINSK],
    ],
    [
      'a chain of merges',
      [
        { act: 'merge', entity: 'maz', into: 'kamaz' },
        { act: 'merge', entity: 'kamaz', into: 'target' },
      ],
      ['target: Target, KAMAZ, MAZ, МАЗ/ru', MINSK],
    ],
    [
      'a name for one that was merged away goes to the one that stays',
      [
        { act: 'merge', entity: 'maz', into: 'kamaz' },
        { act: 'add-name', entity: 'maz', name: name('X Y') },
      ],
      ['kamaz: KAMAZ, MAZ, МАЗ/ru, !X Y', TARGET, MINSK],
    ],
    [
      'split',
      [{ act: 'split', entity: 'minsk', names: [{ text: 'Minsk Region' }], as: splitId('1', 'a/minsk') }],
      [MAZ, KAMAZ, TARGET, 'minsk: Minsk, Мінск/be', 'a/+1: Minsk Region'],
    ],
    [
      'nobody is left without a name by a split',
      [{ act: 'split', entity: 'kamaz', names: [{ text: 'KAMAZ' }], as: splitId('1', 'a/minsk') }],
      [MAZ, KAMAZ, TARGET, MINSK],
    ],
    [
      'split and merged again',
      [
        { act: 'split', entity: 'minsk', names: [{ text: 'Minsk Region' }], as: splitId('1', 'a/minsk') },
        { act: 'merge', entity: splitId('1', 'a/minsk'), into: 'minsk' },
      ],
      [MAZ, KAMAZ, TARGET, 'minsk: Minsk, Мінск/be, Minsk Region'],
    ],
    ['muted', [{ act: 'mute', entity: 'target' }], [MAZ, KAMAZ, MINSK]],
    [
      'a muted name is not the entity’s any more',
      [{ act: 'mute-name', entity: 'minsk', text: 'Minsk Region' }],
      [MAZ, KAMAZ, TARGET, 'minsk: Minsk, Мінск/be'],
    ],
    ['its only name muted', [{ act: 'mute-name', entity: 'target', text: 'Target' }], [MAZ, KAMAZ, MINSK]],
    ['an entity that is not there', [{ act: 'set-type', entity: 'gone', type: 'person' }], [MAZ, KAMAZ, TARGET, MINSK]],
  ])('%s', (_, changes, expected) => {
    expect(after(...changes)).toEqual(expected);
  });

  it('set type and ambiguity, and keep a muted entity at hand', () => {
    const hand = applyEdits(ARCHIVE, edits({ act: 'set-type', entity: 'target', type: 'event' }, { act: 'set-ambiguous', entity: 'target', ambiguous: 'yes' }, { act: 'mute', entity: 'target' })); // prettier-ignore
    expect(hand.muted.get('target')).toMatchObject({ type: 'event', ambiguous: true });
  });
});

const ids = ['maz', 'kamaz', 'target', 'minsk', 'gone', splitId('e0', 'a/minsk')];
const texts = ['MAZ', 'KAMAZ', 'Target', 'Minsk', 'Minsk Region', 'X', 'Y'];
const id = fc.constantFrom(...ids);
const key = fc.constantFrom(...texts).map((text) => ({ text }));
const change: fc.Arbitrary<EntityChange> = fc.oneof(
  fc.record({ act: fc.constant('add-name' as const), entity: id, name: key.map(({ text }) => name(text)) }),
  fc.record({ act: fc.constant('set-name' as const), entity: id, was: key, name: key.map(({ text }) => name(text)) }),
  fc.record({ act: fc.constant('remove-name' as const), entity: id, was: key }),
  fc.record({
    act: fc.constant('set-type' as const),
    entity: id,
    type: fc.constantFrom('person' as const, 'place' as const),
  }),
  fc.record({ act: fc.constant('merge' as const), entity: id, into: id }),
  fc.record({
    act: fc.constant('split' as const),
    entity: id,
    names: fc.array(key, { maxLength: 2 }),
    as: fc.constant(splitId('e0', 'a/minsk')),
  }),
  fc.record({ act: fc.constant('mute' as const), entity: id }),
  fc.record({ act: fc.constant('mute-name' as const), entity: id, text: fc.constantFrom(...texts) }),
);
const history = fc.array(change, { maxLength: 12 }).map((changes) => edits(...changes));

describe('any edits', () => {
  it('leave every entity with a name, each id and each name of an entity once, and no id pointing nowhere', () => {
    fc.assert(
      fc.property(history, (made) => {
        const { entities, muted, standsFor } = applyEdits(ARCHIVE, made);
        const all = [...entities, ...muted.values()];
        expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
        for (const { names } of all) {
          expect(names.length).toBeGreaterThan(0);
          expect(new Set(names.map(({ text, lang }) => `${text} ${lang}`)).size).toBe(names.length);
        }
        for (const [gone, stays] of standsFor) {
          expect(all.some((one) => one.id === gone)).toBe(false);
          expect(all.some((one) => one.id === stays)).toBe(true);
        }
      }),
    );
  });

  it('undone are as if never made: what was before is exactly what is after', () => {
    fc.assert(
      fc.property(history, history, (before, more) => {
        const made = [...before, ...more.map((edit) => ({ ...edit, id: `later-${edit.id}` }))];
        const undone = made.filter((edit) => !edit.id.startsWith('later-'));
        expect(applyEdits(ARCHIVE, undone)).toEqual(applyEdits(ARCHIVE, before));
      }),
    );
  });

  it('change nothing that they were not about, and not what they were given', () => {
    fc.assert(
      fc.property(history, (made) => {
        const whole = JSON.stringify(ARCHIVE);
        const touched = new Set(
          made.flatMap(({ changes }) => changes.flatMap((one) => [one.entity, ...('into' in one ? [one.into] : [])])),
        );
        const { entities } = applyEdits(ARCHIVE, made);
        for (const one of ARCHIVE)
          if (!touched.has(one.id)) expect(entities.find(({ id: same }) => same === one.id)).toBe(one);
        expect(JSON.stringify(ARCHIVE)).toBe(whole);
      }),
    );
  });

  it('wait for what vanished: an update that brings an entity back finds its edits again', () => {
    fc.assert(
      fc.property(history, (made) => {
        applyEdits(ARCHIVE.slice(2), made);
        const back = applyEdits([...ARCHIVE], made);
        expect(back).toEqual(applyEdits(ARCHIVE, made));
      }),
    );
  });

  it('of which each is about another entity may come in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['maz', 'kamaz', 'target', 'minsk'], { minLength: 4 }), (order) => {
        const made = order.map((one): EntityChange => ({ act: 'add-name', entity: one, name: name(`New ${one}`) }));
        expect(after(...made)).toEqual(after(...made.toSorted((a, b) => (a.entity < b.entity ? -1 : 1))));
      }),
    );
  });

  it('that only add and join, applied once more to what they made, do nothing more', () => {
    // A name taken away or changed is not among them, nor is a type: the last one counts, and one that was set of an entity that is merged
    // away by now is not set again.
    const joining = change.filter(({ act }) => act === 'add-name' || act === 'merge' || act === 'mute');
    fc.assert(
      fc.property(fc.array(joining, { maxLength: 8 }), (changes) => {
        const once = applyEdits(ARCHIVE, edits(...changes));
        expect(applyEdits(once.entities, edits(...changes)).entities).toEqual(once.entities);
      }),
    );
  });
});
