import type { Dom } from './dom';

/** What an element means for the text around it. */
export type ElementKind = 'skip' | 'break' | 'block' | 'inline';

/**
 * Tag and attributes decide first; only elements that are inline by nature are asked for their style, because a link or span
 * laid out as a block separates words and its markup does not say so.
 */
export function kindOf({ dom, element, name }: { dom: Dom; element: Element; name: string }): ElementKind {
  if (SKIPPED.has(name) || isEditable(dom, element) || isSilent(dom, element)) return 'skip';
  if (name === 'br' || name === 'hr') return 'break';
  if (BLOCKS.has(name)) return 'block';
  return BLOCK_DISPLAYS.has(dom.display(element)) ? 'block' : 'inline';
}

/** Roles of what a user types into. Their text is the user's, not the page's. */
const EDITING_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox']);

/** Code and document editors that draw text outside editable elements. */
const EDITOR_CLASSES =
  /(?:^|\s)(?:monaco-editor|CodeMirror|cm-editor|ace_editor|kix-appview-editor|ProseMirror|ql-editor)(?:$|\s)/;

/** Never read: fields, code, drawings, what is not text, and readings printed above ruby text. */
const SKIPPED = new Set(
  (
    'input textarea select option optgroup datalist output script style noscript template svg canvas object embed applet ' +
    'iframe frame frameset noframes noembed audio video picture img map head title meta link base progress meter rt rp'
  ).split(' '),
);

const BLOCKS = new Set(
  (
    'html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup legend li listing main menu nav ol p plaintext pre search section summary table ' +
    'tbody td tfoot th thead tr ul xmp'
  ).split(' '),
);

/** A floated initial is a block to the browser, but its letter belongs to the word after it; so floats are not among these. */
const BLOCK_DISPLAYS = new Set([
  'block',
  'flex',
  'grid',
  'list-item',
  'table',
  'table-row',
  'table-cell',
  'table-caption',
  'flow-root',
]);

function isEditable(dom: Dom, element: Element): boolean {
  const editable = dom.attribute(element, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = dom.attribute(element, 'role');
  if (role !== null && EDITING_ROLES.has(role.toLowerCase())) return true;
  const classes = dom.attribute(element, 'class');
  return classes !== null && EDITOR_CLASSES.test(classes);
}

/**
 * Hidden from screen readers is mostly ornament. But a dialog's page is hidden so too while the dialog is open, so what holds
 * paragraphs counts as text.
 */
function isSilent(dom: Dom, element: Element): boolean {
  return dom.attribute(element, 'aria-hidden') === 'true' && !dom.holds(element, 'p,h1,h2,article,main');
}
