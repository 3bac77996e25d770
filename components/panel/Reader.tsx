import { ChevronDown, ChevronUp } from 'lucide-react';
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '@/utils/i18n';
import { type Brief, type EntityId, type EntityType, type Mention, textOf } from '@/utils/model';
import { SituationWord, whenText } from '../common/BriefMeta';
import { IconButton } from '../common/Button';
import { EntityGlyph } from '../common/Glyphs';
import { type KeyPress, useStrayKeys } from '../common/use-stray-keys';
import { useWide } from '../common/use-wide';
import { useKeptScroll } from '../common/use-kept-scroll';
import { alignBlocks } from './align-blocks';
import type { CiteHow } from './CiteMenu';
import { LanguageSegments, ReaderBar } from './ReaderBar';
import { ReaderColumn } from './ReaderColumn';
import { passagesOf, sameMention } from './reader-passages';

export interface ReaderBrief {
  brief: Brief;
  mentions: readonly Mention[];
  translations: readonly { lang: string; id: string }[];
}

export interface ReaderActs {
  onTranslation: (id: string) => void;
  /** Puts a translation beside the brief, or with null takes it away; absent where two columns are not offered. */
  onBeside?: (lang: string | null) => void;
  onPassage: (passage: number) => void;
  onScroll: (top: number) => void;
  /** `passage` is the text that is selected or stood at; null: the brief as a whole. */
  onCite?: (how: CiteHow, of: { id: string; passage: string | null }) => void;
  onPin?: (of: { id: string; passage: string | null }) => void;
  onBack: () => void;
}

/** From here on two columns have room, in CSS pixels. */
const TWO_COLUMNS = 640;

/**
 * A whole brief, the page's names marked in it. The entity one came for has a ground, the others an underline; J and K
 * go from passage to passage, C cites, P pins, Esc goes back.
 */
export function Reader({
  opened,
  beside,
  cameFor,
  passage,
  scroll,
  acts,
  backTo,
  bar,
  tail,
}: {
  opened: ReaderBrief;
  /** A translation at its side; drawn where there is room for it. */
  beside: ReaderBrief | null;
  /** The entity whose passages are stepped through; null: all names. */
  cameFor: { id: EntityId; type: EntityType; fullName: string } | null;
  passage: number | null;
  /** CSS pixels. */
  scroll: number;
  acts: ReaderActs;
  /** Where the way back leads, in words; the briefing where it is not said. */
  backTo?: string;
  /** Further acts in its bar. */
  bar?: ReactNode;
  /** What follows the brief. */
  tail?: ReactNode;
}): JSX.Element {
  const { brief, mentions, translations } = opened;
  const { onBeside, onCite, onPin } = acts;
  const article = useRef<HTMLElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [citing, setCiting] = useState<'yes' | 'no'>('no');
  const room = useWide(TWO_COLUMNS) === 'yes' ? 'wide' : 'narrow';
  const second = room === 'wide' ? beside : null;
  const passages = passagesOf(mentions, cameFor?.id ?? null);
  const current = passages[passage ?? -1];
  const isOfEntity = passages.length > 0 && passages[0]?.entityId === cameFor?.id;
  useKeptScroll(scroller, { top: scroll, onScroll: acts.onScroll });

  useEffect(() => article.current?.focus({ preventScroll: true }), [brief.id]);
  const [shownAt, setShownAt] = useState(scroll > 0 ? current : undefined);
  useEffect(() => {
    if (!current || current === shownAt) return;
    setShownAt(current);
    article.current?.querySelector(`[data-block="${current.block}"]`)?.scrollIntoView({ block: 'center' });
  }, [current, shownAt]);

  const step = (by: 1 | -1): void => {
    if (passages.length === 0) return;
    const from = passage === null ? (by === 1 ? -1 : 0) : passage;
    acts.onPassage((from + by + passages.length) % passages.length);
  };
  const passageText = (): string | null => selectedIn(scroller) ?? (current ? blockText(brief, current) : null);
  const onKeyDown = (event: KeyPress): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'KeyJ') step(1);
    else if (event.code === 'KeyK') step(-1);
    else if (event.code === 'KeyC' && onCite) setCiting('yes');
    else if (event.code === 'KeyP' && onPin) onPin({ id: brief.id, passage: passageText() });
    else if (event.key === 'Escape') acts.onBack();
    else return;
    event.preventDefault();
  };
  useStrayKeys(onKeyDown);

  const aligned = second && alignBlocks(brief.body, second.brief.body);
  const besideBlock = aligned && current ? aligned.right.indexOf(aligned.left[current.block] ?? -1) : -1;
  const meta = (
    <p className="card-meta">
      <SituationWord verdict={brief.situation?.verdict ?? 'none'} />
      <span aria-hidden="true"> · </span>
      {whenText(brief)}
    </p>
  );
  return (
    <main className="reader" onKeyDown={onKeyDown}>
      <ReaderBar
        opened={opened}
        room={room}
        form={second ? 'side by side' : 'one column'}
        backTo={backTo ?? t('backBriefing')}
        extra={bar}
        cite={
          onCite && {
            onCite: (how) => onCite(how, { id: brief.id, passage: passageText() }),
            ...(onPin ? { onPin: () => onPin({ id: brief.id, passage: passageText() }) } : {}),
            onPrint: () => print(),
          }
        }
        citing={citing}
        onCiting={setCiting}
        onTranslation={acts.onTranslation}
        onForm={
          onBeside &&
          ((form) =>
            onBeside(form === 'one column' ? null : (translations.find(({ id }) => id !== brief.id)?.lang ?? null)))
        }
        onBack={acts.onBack}
      />
      <div ref={setScroller} className="reader-scroll">
        <div className="reader-columns" data-columns={second ? 2 : 1}>
          <ReaderColumn
            focusRef={article}
            brief={brief}
            mentions={mentions}
            cameFor={cameFor?.id ?? null}
            current={current}
            currentBlock={current?.block}
            {...(aligned ? { rows: { of: aligned.left, count: aligned.rows } } : {})}
            head={second ? <LanguageSegments value={brief.id} of={translations} onChoose={acts.onTranslation} /> : meta}
          />
          {second && aligned && (
            <ReaderColumn
              brief={second.brief}
              mentions={second.mentions}
              cameFor={cameFor?.id ?? null}
              current={current && sameMention(current, { here: mentions, there: second.mentions, block: besideBlock })}
              currentBlock={besideBlock < 0 ? undefined : besideBlock}
              rows={{ of: aligned.right, count: aligned.rows }}
              head={
                <LanguageSegments
                  value={second.brief.id}
                  of={translations}
                  onChoose={(id) => {
                    // The language at the left comes here: then the two change places.
                    if (id === brief.id) acts.onTranslation(second.brief.id);
                    else onBeside?.(translations.find((other) => other.id === id)?.lang ?? null);
                  }}
                />
              }
            />
          )}
        </div>
        {tail}
      </div>
      {passages.length > 0 && (
        <footer className="foot-bar">
          <span className="foot-name">
            {cameFor !== null && isOfEntity && (
              <>
                <EntityGlyph type={cameFor.type} />
                {cameFor.fullName}
              </>
            )}
          </span>
          <span className="foot-count" aria-live="polite">
            {passage === null
              ? t('nPassages', { n: passages.length })
              : t('passageOf', { x: passage + 1, y: passages.length })}
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

/** What the reader selected in the text, if it is there that something is selected. */
function selectedIn(scroller: HTMLElement | null): string | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !scroller?.contains(selection.anchorNode)) return null;
  return selection.toString().replaceAll('\u00a0', ' ').trim() || null;
}

function blockText(brief: Brief, { block }: Mention): string | null {
  const found = brief.body[block];
  return found ? textOf(found) : null;
}
