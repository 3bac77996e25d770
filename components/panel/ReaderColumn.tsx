import type { CSSProperties, JSX, ReactNode, Ref } from 'react';
import { glue } from '@/utils/i18n';
import { type BodyBlock, type Brief, type EntityId, type Mention, textOf } from '@/utils/model';
import { MarkedText, type MarkedPassage } from '../common/MarkedText';
import { marksOfBlock } from './reader-passages';

/** A brief as its reader reads it: title, standfirst, body, with names marked. One column of one or two. */
export function ReaderColumn({
  brief,
  mentions,
  cameFor,
  current,
  currentBlock,
  rows,
  head,
  tail,
  focusRef,
}: {
  brief: Brief;
  mentions: readonly Mention[];
  cameFor: EntityId | null;
  /** The mention that is stepped to. */
  current: Mention | undefined;
  /** The block that has the bar at its side, also where no mention of it is current. */
  currentBlock: number | undefined;
  /** Where two columns stand side by side: the row of each block, and how many there are. */
  rows?: { of: readonly number[]; count: number };
  head: ReactNode;
  /** Under the body. */
  tail?: ReactNode;
  focusRef?: Ref<HTMLElement>;
}): JSX.Element {
  const titleId = `reader-title-${brief.lang}`;
  const inRow = (row: number): CSSProperties | undefined => (rows ? { gridRow: row } : undefined);
  return (
    <article
      ref={focusRef}
      tabIndex={focusRef ? 0 : undefined}
      className="reader-text"
      lang={brief.lang}
      aria-labelledby={titleId}
      style={rows ? { gridRow: `1 / span ${HEAD_ROWS + rows.count}` } : undefined}
    >
      <div className="reader-head" lang={document.documentElement.lang} style={inRow(1)}>
        {head}
      </div>
      <h1 id={titleId} className="reader-title written" style={inRow(2)}>
        {glue(brief.title, brief.lang)}
      </h1>
      <p className="reader-standfirst" style={inRow(3)}>
        {glue(brief.summary, brief.lang)}
      </p>
      {brief.body.map((block, place) => (
        <Block
          key={place}
          block={block}
          place={place}
          lang={brief.lang}
          passages={marksOfBlock(mentions, { block: place, cameFor, current })}
          look={currentBlock === place ? 'current' : 'plain'}
          style={inRow(HEAD_ROWS + 1 + (rows?.of[place] ?? 0))}
        />
      ))}
      {tail}
    </article>
  );
}

/** Language switch, title, standfirst. */
const HEAD_ROWS = 3;

function Block({
  block,
  place,
  lang,
  passages,
  look,
  style,
}: {
  block: BodyBlock;
  place: number;
  lang: string;
  passages: MarkedPassage[];
  look: 'current' | 'plain';
  style: CSSProperties | undefined;
}): JSX.Element {
  const Tag = ({ paragraph: 'p', heading: 'h2', listItem: 'p', quote: 'blockquote', tableRow: 'p' } as const)[
    block.kind
  ];
  return (
    <Tag
      className="reader-block"
      data-kind={block.kind}
      data-block={place}
      data-current={look === 'current'}
      style={style}
    >
      <MarkedText spans={tied(block, lang)} passages={passages} />
    </Tag>
  );
}

/** Ties words over the whole block and cuts it into its spans again: the length stays the same. */
function tied(block: BodyBlock, lang: string): BodyBlock['spans'] {
  const text = glue(textOf(block), lang);
  let offset = 0;
  return block.spans.map((span) => ({ ...span, text: text.slice(offset, (offset += span.text.length)) }));
}
