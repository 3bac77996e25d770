import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readArchiveFile } from '.';

/** docs/archive-file.schema.json is for people who write archives; what it says must be what the reader does. */
const accepts = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync('docs/archive-file.schema.json', 'utf8')) as object,
);

const feed = (extra: object = {}, ...items: unknown[]): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'T',
  items,
  ...extra,
});
const entity = { id: 'e', type: 'place', names: [{ text: 'Minsk', kind: 'full' }] };

describe('the published schema and the reader agree on', () => {
  it.each<[string, object, 'taken' | 'refused']>([
    ['an empty feed', feed(), 'taken'],
    ['an item with an id only', feed({}, { id: '1' }), 'taken'],
    ['a number for an id', feed({}, { id: 1 }), 'taken'],
    ['unknown fields', feed({ icon: 'x' }, { id: '1', image: 'y' }), 'taken'],
    [
      'declared entities',
      feed({ _backgrounder: { version: 1, entities: [entity] } }, { id: '1', _backgrounder: { entities: ['e'] } }),
      'taken',
    ],
    ['an archive for the panel only', feed({ _backgrounder: { version: 1, private: true } }), 'taken'],
    ['a privacy in words', feed({ _backgrounder: { version: 1, private: 'yes' } }), 'refused'],
    [
      'an entity that was found',
      feed({ _backgrounder: { version: 1, entities: [{ ...entity, saidBy: 'found' }] } }),
      'taken',
    ],
    [
      'an entity that nobody we know of named',
      feed({ _backgrounder: { version: 1, entities: [{ ...entity, saidBy: 'guessed' }] } }),
      'refused',
    ],
    ['no version', { title: 'T', items: [] }, 'refused'],
    ['an empty title', feed({ title: ' ' }), 'refused'],
    ['items that are no list', feed({ items: {} }), 'refused'],
    ['a newer extension', feed({ _backgrounder: { version: 2 } }), 'refused'],
    [
      'an entity without names',
      feed({ _backgrounder: { version: 1, entities: [{ ...entity, names: [] }] } }),
      'refused',
    ],
    [
      'a kind of name we do not know',
      feed({ _backgrounder: { version: 1, entities: [{ ...entity, names: [{ text: 'M', kind: 'nick' }] }] } }),
      'refused',
    ],
    [
      'an entity of another type',
      feed({ _backgrounder: { version: 1, entities: [{ ...entity, type: 'ship' }] } }),
      'refused',
    ],
    ['half a week', feed({}, { id: '1', _backgrounder: { week: { from: '2012-10-29' } } }), 'refused'],
    ['a date in words', feed({}, { id: '1', _backgrounder: { week: { from: 'Monday', to: 'Sunday' } } }), 'refused'],
    ['a verdict of another kind', feed({}, { id: '1', _backgrounder: { situation: { verdict: 'worse' } } }), 'refused'],
    ['an address that runs code', feed({}, { id: '1', url: 'javascript:alert(1)' }), 'refused'],
  ])('%s', (_, file, verdict) => {
    const read = readArchiveFile({ text: JSON.stringify(file), fileName: 'f', archiveId: 'f' });
    expect([accepts(file), read.ok]).toEqual([verdict === 'taken', verdict === 'taken']);
  });
});
