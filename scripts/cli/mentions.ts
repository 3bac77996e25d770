import { parseArgs } from 'node:util';
import { type Care, compileNames, findMentions } from '@/utils/matching';
import {
  type Entity,
  ENTITY_TYPES,
  type EntityType,
  isInDoubt,
  type Name,
  NAME_KINDS,
  type NameKind,
} from '@/utils/model';
import { BadInput, type Line, readLines, withBadInput } from '../command/input';

const CARES = ['careful', 'balanced', 'generous'] as const;

/** What the command takes and prints. */
export const usage = `backgrounder mentions --names NAMES.jsonl --texts TEXTS.jsonl [--care ${CARES.join('|')}]
  Finds the names in each text. A line of NAMES: {"id", "type", "names": [{"text", "lang"?, "kind"?}], "ambiguous"?}.
  A line of TEXTS: {"id", "lang", "text"}; an empty line in a text parts two blocks.
  Prints a line a text: {"id", "mentions": [{"entity", "start", "end", "tier", "name", "confidence", "inDoubt"}]}, offsets in UTF-16.
  Mentions are those the side panel shows with the same care, sure or in doubt; "balanced" where none is given.`;

/** Runs the command; 2 for bad usage or input, said on stderr with file and line. */
export function run(argv: readonly string[]): Promise<number> {
  return withBadInput(() => {
    const { names, texts, care } = optionsOf(argv);
    const index = compileNames(readLines(names).map(entityOf));
    for (const line of readLines(texts)) console.log(JSON.stringify(answerOf(index, textOf(line), care)));
    return 0;
  });
}

interface TextLine {
  id: string;
  lang: string;
  text: string;
}

function optionsOf(argv: readonly string[]): { names: string; texts: string; care: Care } {
  let values: { names?: string; texts?: string; care?: string };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: { names: { type: 'string' }, texts: { type: 'string' }, care: { type: 'string' } },
    }));
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  const care = CARES.find((each) => each === (values.care ?? 'balanced'));
  if (values.names === undefined || values.texts === undefined || care === undefined) throw new BadInput(usage);
  return { names: values.names, texts: values.texts, care };
}

function entityOf({ where, value }: Line): Entity {
  const { id, type, names, ambiguous } = value;
  if (typeof id !== 'string' || id === '') throw new BadInput(`${where}: "id" must be a text`);
  if (!Array.isArray(names) || names.length === 0)
    throw new BadInput(`${where}: "names" must be a list with a name in it`);
  const known = ENTITY_TYPES.find((each) => each === type);
  if (known === undefined) throw new BadInput(`${where}: "type" must be one of ${ENTITY_TYPES.join(', ')}`);
  return {
    id,
    type: known satisfies EntityType,
    names: names.map((name: unknown) => nameOf(name, where)),
    ambiguous: ambiguous === true,
    saidBy: 'archive',
  };
}

function nameOf(value: unknown, where: string): Name {
  if (typeof value !== 'object' || value === null) throw new BadInput(`${where}: a name must be an object`);
  const { text, lang, kind } = value as Record<string, unknown>;
  if (typeof text !== 'string') throw new BadInput(`${where}: a name's "text" must be a text`);
  const known: NameKind = NAME_KINDS.find((each) => each === kind) ?? 'full';
  return { text, kind: known, ...(typeof lang === 'string' ? { lang } : {}) };
}

function textOf({ where, value }: Line): TextLine {
  const { id, lang, text } = value;
  if (typeof id !== 'string' || typeof text !== 'string') throw new BadInput(`${where}: "id" and "text" must be texts`);
  return { id, text, lang: typeof lang === 'string' ? lang : '' };
}

const BLOCK_BREAK = '\n\n';

function answerOf(index: ReturnType<typeof compileNames>, line: TextLine, care: Care): object {
  const texts = line.text.split(BLOCK_BREAK);
  let at = 0;
  const starts = texts.map((text) => {
    const start = at;
    at += text.length + BLOCK_BREAK.length;
    return start;
  });
  const page = { lang: line.lang, blocks: texts.map((text) => ({ text, part: 'body' as const })) };
  const mentions = findMentions(index, page, { care }).map((mention) => ({
    entity: mention.entityId,
    start: mention.start + starts[mention.block]!,
    end: mention.end + starts[mention.block]!,
    tier: mention.tier,
    name: mention.name,
    confidence: mention.confidence,
    ...(isInDoubt(mention) ? { inDoubt: true } : {}),
  }));
  return { id: line.id, mentions };
}
