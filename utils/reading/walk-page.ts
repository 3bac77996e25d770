import { type Container, containerOf } from './container';
import type { Dom } from './dom';
import { kindOf } from './element-kinds';
import { beginPart, closeBlock, gathering, type Gathering, gatherText, isFull, type RawBlock } from './gather-blocks';
import { isPasswordField } from './password-field';
import type { Pace, ReadingBounds } from './pace';

export interface Walked {
  blocks: readonly RawBlock[];
  /** In document order, so that a parent stands before its children. */
  containers: readonly Container[];
  extent: 'whole' | 'part';
  /** Which part of a long page this is, from 0: the last one where there are fewer than were asked for. */
  part: number;
  /** Shadow trees and frames that were walked into: an observer of the document hears nothing of them. */
  roots: readonly Node[];
  outcome: 'read' | 'login-page' | 'stopped';
}

/** What a walk is made with. */
export interface WalkNeeds {
  dom: Dom;
  pace: Pace;
  bounds: ReadingBounds;
  /** Which part of a long page is wanted; 0 is its beginning. */
  part: number;
  /** A page with a visible password field is left alone unless its reader asked. */
  asked: 'by-reader' | 'by-us';
}

/**
 * Walks everything a reader can see, open shadow trees and the site's own frames included, once and without recursion, so that no depth can exhaust the
 * stack. Gives the thread back whenever a slice is used up; what the page changes meanwhile is read as it then stands, or not at all.
 */
export async function walkPage(root: Element, needs: WalkNeeds): Promise<Walked> {
  const { dom, pace, bounds, part } = needs;
  const top = containerOf(dom, { element: root, name: dom.localName(root), parent: null });
  const lang = langOf(dom, root) ?? '';
  const walk: Walk = {
    needs,
    text: gathering(bounds),
    containers: [top],
    roots: [],
    frames: 0,
    stack: [],
    outcome: 'read',
  };
  walk.stack.push(frameOf(dom, { element: root, name: top.name, container: top, lang, inLink: 'no', ends: 'block' }));

  let nodes = 0;
  let reached = 0;
  for (let frame = walk.stack.at(-1); frame && walk.outcome === 'read'; frame = walk.stack.at(-1)) {
    if (pace.isDue()) await pace.rest();
    if (pace.isStopped()) walk.outcome = 'stopped';
    else if (frame.current === null) leave(walk, frame);
    else if (++nodes > bounds.nodes || isFull(walk.text)) {
      if (reached === part) {
        walk.text.extent = 'part';
        break;
      }
      beginPart(walk.text);
      [reached, nodes] = [reached + 1, 0];
    } else visit(walk, { frame, node: frame.current });
  }
  closeBlock(walk.text);
  const { containers, roots, outcome } = walk;
  const { blocks, from, extent } = walk.text;
  return {
    blocks: blocks.slice(from),
    containers,
    roots,
    extent: reached > 0 ? 'part' : extent,
    part: reached,
    outcome,
  };
}

interface Walk {
  needs: WalkNeeds;
  text: Gathering;
  containers: Container[];
  roots: Node[];
  frames: number;
  stack: Frame[];
  outcome: Walked['outcome'];
}

/** An open element: where the walk goes on inside it, and what holds for its text. */
interface Frame {
  element: Element;
  current: Node | null;
  /** How much of `current` is read, where it is a text; in UTF-16 code units. */
  at: number;
  /** In place of siblings: what still is to come of the nodes assigned to a slot, last first. */
  assigned: Node[] | null;
  container: Container;
  lang: string;
  inLink: 'yes' | 'no';
  ends: 'block' | 'nothing';
  /** Asked once an element's first text is met. */
  visible: 'yes' | 'no' | 'unasked';
}

function leave(walk: Walk, frame: Frame): void {
  walk.stack.pop();
  if (frame.ends === 'block') closeBlock(walk.text);
}

function visit(walk: Walk, { frame, node }: { frame: Frame; node: Node }): void {
  const { dom } = walk.needs;
  const type = dom.nodeType(node);
  if (type === 3 || type === 4) {
    const text = node as Text;
    const isRead = isTextVisible(dom, frame);
    frame.at = isRead ? gatherText(walk.text, { node: text, at: frame.at, source: frame }) : text.length;
    if (frame.at < text.length) return;
  }
  // Moved on before going in: whatever the page does to this element while we rest, its siblings are already known.
  frame.current = frame.assigned ? (frame.assigned.pop() ?? null) : dom.nextSibling(node);
  frame.at = 0;
  if (type === 1) enter(walk, { element: node as Element, parent: frame });
}

function enter(walk: Walk, { element, parent }: { element: Element; parent: Frame }): void {
  const { dom, asked } = walk.needs;
  const name = dom.localName(element);
  if (name === 'input' && asked === 'by-us' && isPasswordField(dom, element)) walk.outcome = 'login-page';
  const inner = name === 'iframe' ? bodyOf(walk, element) : null;
  const kind = inner ? 'block' : kindOf({ dom, element, name });
  if (kind === 'break') closeBlock(walk.text);
  if (kind === 'break' || kind === 'skip' || !dom.isRendered(element)) return;
  let { container } = parent;
  if (kind === 'block') {
    closeBlock(walk.text);
    container = containerOf(dom, { element, name, parent: container });
    walk.containers.push(container);
  }
  const lang = langOf(dom, element) ?? parent.lang;
  const inLink = name === 'a' || name === 'button' ? 'yes' : parent.inLink;
  const root = inner?.root ?? dom.shadowRoot(element);
  if (root && walk.roots.length < MOST_ROOTS) walk.roots.push(root);
  const within = inner?.body ?? element;
  const ends = kind === 'block' ? 'block' : 'nothing';
  walk.stack.push(frameOf(dom, { element: within, name, container, lang, inLink, ends }));
}

/** Looking into a frame costs a script context of its own, some 10 ms; pages that have more of their own are no articles. */
const MOST_FRAMES = 10;

/** Told by its attributes, without looking in. An empty frame that a script fills is an advertisement. */
function isOwnFrame(dom: Dom, frame: Element): boolean {
  if (dom.attribute(frame, 'srcdoc') !== null) return true;
  const address = dom.attribute(frame, 'src') ?? '';
  const { baseURI } = frame; // it may stand in a frame itself
  return address !== '' && URL.canParse(address, baseURI) && new URL(address, baseURI).origin === location.origin;
}

/** A page with more is not watched in all of them; each costs the observer an entry. */
const MOST_ROOTS = 1_000;

/** What is shown in a frame of the page's own site; null where nothing of it may be read. */
function bodyOf(walk: Walk, frame: Element): { root: Document; body: Element } | null {
  const { dom } = walk.needs;
  if (walk.frames >= MOST_FRAMES || !dom.isRendered(frame) || !isOwnFrame(dom, frame)) return null;
  walk.frames++;
  const root = dom.frameDocument(frame);
  const body = root && dom.all(root, 'body')[0];
  return root && body && kindOf({ dom, element: body, name: 'body' }) === 'block' ? { root, body } : null;
}

function frameOf(
  dom: Dom,
  open: { element: Element; name: string } & Pick<Frame, 'container' | 'lang' | 'inLink' | 'ends'>,
): Frame {
  const { element, name, ...rest } = open;
  const assigned = name === 'slot' ? [...dom.assignedNodes(element)].reverse() : [];
  const first = assigned.pop();
  return {
    ...rest,
    element,
    // A host shows its shadow tree; its own children only where a slot takes them.
    current: first ?? dom.firstChild(dom.shadowRoot(element) ?? element),
    at: 0,
    assigned: first ? assigned : null,
    // A closed `details` shows its summary, an element; its own text is behind the door.
    visible: name === 'details' && dom.attribute(element, 'open') === null ? 'no' : 'unasked',
  };
}

/** `visibility` may be turned back on inside, so a hidden element's children are asked themselves. */
function isTextVisible(dom: Dom, frame: Frame): boolean {
  if (frame.visible === 'unasked') frame.visible = dom.isVisible(frame.element) ? 'yes' : 'no';
  return frame.visible === 'yes';
}

function langOf(dom: Dom, element: Element): string | null {
  return dom.attribute(element, 'lang') ?? dom.attribute(element, 'xml:lang');
}
