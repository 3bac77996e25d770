/** The node a node stands in as the reader sees it: out of a shadow tree into its host. */
function nodeAbove(node: Node): Node | null {
  const above = taken<Node | null>(node, 'parentNode');
  return above && taken<number>(above, 'nodeType') === FRAGMENT
    ? ((above as Partial<ShadowRoot>).host ?? above)
    : above;
}

/** The element a node stands in; null at the top. */
export function elementAbove(node: Node): Element | null {
  const above = nodeAbove(node);
  return above && taken<number>(above, 'nodeType') === ELEMENT ? (above as Element) : null;
}

// Kinds and not classes: a frame has classes of its own.
const ELEMENT = 1;
const FRAGMENT = 11;

/** Read by the prototype's getter, because `form.parentNode` may be a field of that name. */
function taken<T>(node: Node, name: 'parentNode' | 'nodeType'): T {
  const get = Object.getOwnPropertyDescriptor(Node.prototype, name)?.get as ((this: Node) => T) | undefined;
  return get ? get.call(node) : (node[name] as T);
}
