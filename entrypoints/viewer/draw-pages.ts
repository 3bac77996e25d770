import type { PDFDocumentProxy, PDFPageProxy, TextLayer } from 'pdfjs-dist';
import type { PdfLibrary } from './open-pdf';

export interface DrawnPages {
  /** The text of a page's piece as it lies over its picture; null while the page is not drawn. Pages and pieces count from 0. */
  nodeOf(page: number, piece: number): Text | null;
  /** Brings a page into the window and draws it. */
  bring(page: number): Promise<void>;
  stop(): void;
}

/** Pages are drawn this far before they come into sight, as a share of the window; further away they are let go. */
const AHEAD = '100% 0px';
/** Widest page, in CSS pixels a point: larger looks like a poster. */
const MAX_SCALE = 1.6;
/** Most pixels of a page's picture; a plan of a building at full size would take a gigabyte. */
const MAX_PIXELS = 16_000_000;

interface Drawn {
  layer: TextLayer;
}

/** Draws the pages of a PDF as they come into sight, each with its text over its picture, and forgets those far away. */
export async function drawPages({
  pdf,
  library,
  into,
  onDrawn,
}: {
  pdf: PDFDocumentProxy;
  library: PdfLibrary;
  into: HTMLElement;
  /** A page came or went: marks on it must be painted again. */
  onDrawn: () => void;
}): Promise<DrawnPages> {
  const drawn = new Map<number, Promise<Drawn | null>>();
  const ready = new Map<number, Drawn>();
  const sheets: HTMLElement[] = [];
  const first = await pdf.getPage(1);
  for (let page = 0; page < pdf.numPages; page++) sheets.push(sheetFor(into, first, page));

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const page = sheets.indexOf(target as HTMLElement);
        if (isIntersecting) void draw(page);
        else letGo(page);
      }
    },
    { rootMargin: AHEAD },
  );
  sheets.forEach((sheet) => seen.observe(sheet));

  return {
    nodeOf(page, piece) {
      const node = ready.get(page)?.layer.textDivs[piece]?.firstChild;
      return node instanceof Text ? node : null;
    },
    async bring(page) {
      await draw(page);
      sheets[page]?.scrollIntoView({ block: 'nearest' });
    },
    stop: () => seen.disconnect(),
  };

  function draw(page: number): Promise<Drawn | null> {
    const known = drawn.get(page);
    if (known) return known;
    const drawing = drawOnce(page);
    drawn.set(page, drawing);
    return drawing;
  }

  async function drawOnce(at: number): Promise<Drawn | null> {
    const sheet = sheets[at];
    if (!sheet) return null;
    const page = await pdf.getPage(at + 1);
    const scale = fit(sheet, page, into);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    const { width, height } = viewport;
    const sharp = Math.min(devicePixelRatio, Math.sqrt(MAX_PIXELS / (width * height)));
    canvas.width = Math.floor(width * sharp);
    canvas.height = Math.floor(height * sharp);
    const over = document.createElement('div');
    over.className = 'textLayer';
    sheet.replaceChildren(canvas, over);
    const layer = new library.TextLayer({
      textContentSource: await page.getTextContent(),
      container: over,
      viewport,
    });
    await Promise.all([
      page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] }).promise.catch(() => undefined),
      layer.render(),
    ]);
    if (!drawn.has(at)) return null; // it went out of sight meanwhile
    const result = { layer };
    ready.set(at, result);
    onDrawn();
    return result;
  }

  function letGo(page: number): void {
    if (!drawn.delete(page)) return;
    ready.delete(page);
    sheets[page]?.replaceChildren();
    onDrawn();
  }
}

/** A sheet of paper with the size of the first page, until it is drawn and has its own. */
function sheetFor(into: HTMLElement, first: PDFPageProxy, page: number): HTMLElement {
  const sheet = document.createElement('section');
  sheet.className = 'pdf-sheet';
  sheet.setAttribute('aria-label', String(page + 1));
  into.append(sheet);
  fit(sheet, first, into);
  return sheet;
}

function fit(sheet: HTMLElement, page: PDFPageProxy, into: HTMLElement): number {
  const { width } = page.getViewport({ scale: 1 });
  const scale = Math.min(MAX_SCALE, into.clientWidth / width);
  const box = page.getViewport({ scale });
  sheet.style.width = `${box.width}px`;
  sheet.style.height = `${box.height}px`;
  // What pdf.js lays its text out by.
  sheet.style.setProperty('--total-scale-factor', String(scale));
  return scale;
}
