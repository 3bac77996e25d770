import { type JSX, useEffect, useRef, useState } from 'react';
import { ViewerFrame, type ViewerState } from '@/components/viewer/ViewerFrame';
import { openPanel } from '@/utils/messaging';
import type { Result } from '@/utils/model';
import { drawPages, type DrawnPages } from './draw-pages';
import { followPdf } from './follow-pdf';
import { fetchPdf, openPdf, type PdfFailure, readPdfFile } from './open-pdf';
import { nameOf, readPdf } from './read-pdf';

/** Opens the PDF it was asked for, or one that is chosen; reads it and shows its pages with the known names marked. */
export function ViewerPage({ source, windowId }: { source: string | null; windowId: number }): JSX.Element {
  const [state, setState] = useState<ViewerState>(source === null ? { step: 'empty' } : { step: 'opening', share: 0 });
  const into = useRef<HTMLDivElement>(null);
  const shown = useRef<DrawnPages | null>(null);

  const open = async (name: string, read: Promise<Result<Uint8Array, PdfFailure>>): Promise<void> => {
    setState({ step: 'opening', share: 0 });
    const bytes = await read;
    const opened = bytes.ok ? await openPdf(bytes.value) : bytes;
    if (!opened.ok) return setState({ step: 'failed', failure: opened.error });
    const { library, document: pdf } = opened.value;
    const text = await readPdf(pdf, { address: name, onProgress: (share) => setState({ step: 'opening', share }) });
    const { title, blocks } = text.text;
    setState(
      blocks.length === 0 ? { step: 'failed', failure: 'no-text' } : { step: 'open', title, pages: pdf.numPages },
    );
    document.title = title;
    if (!into.current) return;
    shown.current?.stop();
    into.current.replaceChildren();
    let repaint = (): void => undefined;
    shown.current = await drawPages({ pdf, library, into: into.current, onDrawn: () => repaint() });
    ({ repaint } = followPdf({ read: text, pages: shown.current }));
  };

  // Once: in development React would run it twice, and fetch twice.
  const started = useRef<'no' | 'yes'>('no');
  useEffect(() => {
    if (source === null || started.current === 'yes') return;
    started.current = 'yes';
    void open(source, fetchPdf(source));
  });

  return (
    <ViewerFrame
      state={state}
      source={source}
      use={{
        // The name stands for an address that a file of one's own does not have.
        onFile: (file) => void open(`file:///${encodeURIComponent(nameOf(file.name))}`, readPdfFile(file)),
        onBriefing: () => void openPanel(windowId),
      }}
    >
      <div ref={into} className="pdf-pages" />
    </ViewerFrame>
  );
}
