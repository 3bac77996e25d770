import { Parser } from 'htmlparser2';

/** What a walk over markup tells, in the order of the source. */
export interface MarkupWalker {
  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void;
  ontext(text: string): void;
  onclosetag(tag: string): void;
  /** The source was nested too deeply here: all open tags count as closed, and the walk goes on behind this place. */
  onflatten?(): void;
}

interface Walk {
  mode: 'html' | 'xml';
  /** Open tags at once. */
  maxDepth: number;
  /** `flatten` goes on at the top level, `stop` leaves the rest unread. */
  tooDeep: 'flatten' | 'stop';
}

/**
 * Walks over HTML or XML with htmlparser2, never deeper than `maxDepth`. The parser keeps its open tags in an array that it
 * shifts at every tag: 2 MB of `<div>` held it for 45 s, bounded depth makes the walk linear. Any string is a valid input.
 *
 * @returns `cut` where `stop` was asked for and the source was nested too deeply
 */
export function walkMarkup(source: string, walker: MarkupWalker, walk: Walk): 'whole' | 'cut' {
  let from = 0;
  while (from < source.length) {
    const cutAt = walkFrom(source.slice(from), walker, walk);
    if (cutAt === null) return 'whole';
    if (walk.tooDeep === 'stop') return 'cut';
    walker.onflatten?.();
    from += cutAt;
  }
  return 'whole';
}

/** Walks to the end, or to the tag that is one too many: then the offset behind it. */
function walkFrom(source: string, walker: MarkupWalker, { mode, maxDepth }: Walk): number | null {
  let depth = 0;
  let cutAt: number | null = null;
  const parser: Parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (cutAt !== null) return;
        walker.onopentag(tag, attributes);
        if (++depth < maxDepth) return;
        cutAt = parser.endIndex + 1;
        parser.pause();
      },
      ontext(text) {
        if (cutAt === null) walker.ontext(text);
      },
      onclosetag(tag) {
        if (cutAt !== null) return;
        depth--;
        walker.onclosetag(tag);
      },
    },
    { xmlMode: mode === 'xml' },
  );
  parser.write(source);
  if (cutAt === null) parser.end();
  return cutAt;
}
