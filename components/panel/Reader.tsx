import { ChevronDown, ChevronLeft, ChevronUp, ExternalLink } from 'lucide-react';
import { type JSX, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { glue, languageName, t } from '@/utils/i18n';
import { type BodyBlock, type Brief, type EntityId, type EntityType, type Mention, textOf } from '@/utils/model';
import { languageCode, SituationWord, whenText } from '../common/BriefMeta';
import { Button, IconButton } from '../common/Button';
import { EntityGlyph } from '../common/Glyphs';
import { MarkedText, type MarkedPassage } from '../common/MarkedText';
import { Segments } from '../common/Segments';

export interface ReaderBrief {
  brief: Brief;
  mentions: readonly Mention[];
  translations: readonly { lang: string; id: string }[];
}

/**
 * A whole brief, the page's names marked in it. The entity one came for has a ground, the others an underline; J and K
 * go from passage to passage, Esc goes back.
 */
export function Reader({
  opened,
  cameFor,
  backTo,
  acts,
  onTranslation,
  onBack,
}: {
  opened: ReaderBrief;
  /** The entity whose passages are stepped through; null: all names. */
  cameFor: { id: EntityId; type: EntityType; fullName: string } | null;
  /** Where the way back leads, in words; the briefing where it is not said. */
  backTo?: string;
  /** Further acts in its bar. */
  acts?: ReactNode;
  onTranslation: (id: string) => void;
  onBack: () => void;
}): JSX.Element {
  const { brief, mentions, translations } = opened;
  const article = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const ofEntity = mentions.filter((mention) => mention.entityId === cameFor?.id);
  const passages = ofEntity.length > 0 ? ofEntity : mentions;

  useEffect(() => {
    setCurrent(null);
    article.current?.focus({ preventScroll: true });
  }, [brief.id]);

  const step = (by: 1 | -1): void => {
    if (passages.length === 0) return;
    const next =
      current === null ? (by === 1 ? 0 : passages.length - 1) : (current + by + passages.length) % passages.length;
    setCurrent(next);
    const block = passages[next]?.block ?? 0;
    article.current?.querySelector(`[data-block="${block}"]`)?.scrollIntoView({ block: 'center' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'KeyJ') step(1);
    else if (event.code === 'KeyK') step(-1);
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
  };

  return (
    <main className="reader" onKeyDown={onKeyDown}>
      <div className="reader-bar">
        <Button kind="quiet" onClick={onBack}>
          <ChevronLeft size={16} aria-hidden="true" />
          {backTo ?? t('backBriefing')}
        </Button>
        <span className="reader-acts">
          {acts}
          {translations.length > 1 && (
            <Segments
              label={t('language')}
              value={brief.id}
              of={translations.map(({ lang, id }) => ({
                value: id,
                text: languageCode(lang),
                name: languageName(lang),
                lang,
              }))}
              onChoose={onTranslation}
            />
          )}
          {brief.url !== null && (
            <a
              className="icon-button"
              href={brief.url}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('openSource')}
              title={t('openSource')}
            >
              <ExternalLink size={16} aria-hidden="true" />
            </a>
          )}
        </span>
      </div>
      <article ref={article} tabIndex={0} className="reader-text" lang={brief.lang} aria-labelledby="reader-title">
        <p className="card-meta" lang={document.documentElement.lang}>
          <SituationWord verdict={brief.situation?.verdict ?? 'none'} />
          <span aria-hidden="true"> · </span>
          {whenText(brief)}
        </p>
        <h1 id="reader-title" className="reader-title written">
          {glue(brief.title, brief.lang)}
        </h1>
        <p className="reader-standfirst">{glue(brief.summary, brief.lang)}</p>
        {brief.body.map((block, place) => (
          <Block
            key={place}
            block={block}
            place={place}
            lang={brief.lang}
            passages={mentions
              .filter((mention) => mention.block === place)
              .map((mention) => marked(mention, { cameFor: cameFor?.id ?? null, at: passages[current ?? -1] }))}
            isCurrent={passages[current ?? -1]?.block === place}
          />
        ))}
      </article>
      {passages.length > 0 && (
        <footer className="foot-bar">
          <span className="foot-name">
            {cameFor !== null && ofEntity.length > 0 && (
              <>
                <EntityGlyph type={cameFor.type} />
                {cameFor.fullName}
              </>
            )}
          </span>
          <span className="foot-count" aria-live="polite">
            {current === null
              ? t('nPassages', { n: passages.length })
              : t('passageOf', { x: current + 1, y: passages.length })}
          </span>
          <IconButton label={t('prevPassage')} onClick={() => step(-1)}>
            <ChevronUp size={18} aria-hidden="true" />
          </IconButton>
          <IconButton label={t('nextPassage')} onClick={() => step(1)}>
            <ChevronDown size={18} aria-hidden="true" />
          </IconButton>
        </footer>
      )}
    </main>
  );
}

function Block({
  block,
  place,
  lang,
  passages,
  isCurrent,
}: {
  block: BodyBlock;
  place: number;
  lang: string;
  passages: MarkedPassage[];
  isCurrent: boolean;
}): JSX.Element {
  const Tag = ({ paragraph: 'p', heading: 'h2', listItem: 'p', quote: 'blockquote', tableRow: 'p' } as const)[
    block.kind
  ];
  return (
    <Tag className="reader-block" data-kind={block.kind} data-block={place} data-current={isCurrent}>
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

function marked(
  mention: Mention,
  { cameFor, at }: { cameFor: EntityId | null; at: Mention | undefined },
): MarkedPassage {
  const { start, end } = mention;
  if (mention === at) return { start, end, mark: 'current' };
  return { start, end, mark: mention.entityId === cameFor ? 'came-for' : 'name' };
}
