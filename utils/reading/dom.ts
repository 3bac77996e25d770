/**
 * The DOM as its prototypes give it. `form.childNodes`, `form.parentNode` and the like are whatever input a page named so, even in
 * an extension's isolated world; a getter taken from the prototype cannot be named away.
 */
export interface Dom {
  nodeType(node: Node): number;
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  localName(element: Element): string;
  attribute(element: Element, name: string): string | null;
  /** The open shadow root; null without one, or where it is closed. */
  shadowRoot(element: Element): ShadowRoot | null;
  assignedNodes(slot: Element): readonly Node[];
  /** The document of a frame that the page itself could read; null for another site's, a sandboxed or an empty one, and for an editor's. */
  frameDocument(frame: Element): Document | null;
  /** All elements of a document that a selector finds, in order; empty where the selector is not understood. */
  all(document: Document, selector: string): readonly Element[];
  /** Whether an element of this selector stands under `element`. */
  holds(element: Element, selector: string): boolean;
  textContent(element: Element): string;
  /** Whether what stands in it can be seen: not `display: none`, not behind a closed `details`. */
  isRendered(element: Element): boolean;
  /** Rendered, and not `visibility: hidden`. */
  isVisible(element: Element): boolean;
  /** Computed `display`; '' where the document has no styles. */
  display(element: Element): string;
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Takes the getters once; a few dozen look-ups, done at the start of each reading. */
export function domOf(document: Document): Dom {
  const nodeType = getter<Node, number>(Node.prototype, 'nodeType');
  const firstChild = getter<Node, Node | null>(Node.prototype, 'firstChild');
  const nextSibling = getter<Node, Node | null>(Node.prototype, 'nextSibling');
  const textContent = getter<Element, string | null>(Element.prototype, 'textContent');
  const localName = getter<Element, string>(Element.prototype, 'localName');
  const shadowRoot = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
  const { getAttribute, querySelector } = Element.prototype;
  const { checkVisibility } = Element.prototype as Partial<Pick<Element, 'checkVisibility'>>;
  const { querySelectorAll } = Document.prototype;
  const { assignedNodes } = HTMLSlotElement.prototype;
  const contentDocument = getter<Element, Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
  const namespace = getter<Element, string | null>(Element.prototype, 'namespaceURI');
  const designMode = getter<Document, string>(Document.prototype, 'designMode');
  const view = document.defaultView;

  return {
    nodeType,
    firstChild,
    nextSibling,
    localName,
    shadowRoot,
    attribute: (element, name) => getAttribute.call(element, name),
    assignedNodes: (slot) => assignedNodes.call(slot as HTMLSlotElement),
    frameDocument: (frame) => {
      // Not by its class: a frame in a frame has that of another window.
      const isFrame = localName(frame) === 'iframe' && namespace(frame) === XHTML;
      const found = isFrame ? contentDocument(frame) : null;
      return found && designMode(found) !== 'on' ? found : null;
    },
    all: (from, selector) => [...querySelectorAll.call(from, selector)],
    holds: (element, selector) => querySelector.call(element, selector) !== null,
    textContent: (element) => textContent(element) ?? '',
    // An element that is `display: contents` has no box to be visible by, yet its children are seen; slots are such.
    isRendered: (element) =>
      !view || !checkVisibility || checkVisibility.call(element) || getComputedStyle(element).display === 'contents',
    isVisible: (element) =>
      !view ||
      !checkVisibility ||
      checkVisibility.call(element, { visibilityProperty: true }) ||
      (getComputedStyle(element).display === 'contents' && getComputedStyle(element).visibility === 'visible'),
    display: (element) => (view ? getComputedStyle(element).display : ''),
  };
}

/** A getter as a function, from the first prototype of the chain that has it: the platform's own, whatever an object's names say. */
function getter<N extends Node, T>(prototype: object, name: string): (node: N) => T {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const get = Object.getOwnPropertyDescriptor(at, name)?.get as ((this: N) => T) | undefined;
    if (get) return (node) => get.call(node);
  }
  return (node) => node[name as keyof N] as T;
}
