import type { Dom } from './dom';

/** Whether the document shows a field for a password: then a person is signing in, and the page is theirs. */
export function hasPasswordField(dom: Dom, document: Document): boolean {
  return dom.all(document, 'input').some((field) => isPasswordField(dom, field));
}

/** A visible field for a password, also one that shows what is typed. */
export function isPasswordField(dom: Dom, field: Element): boolean {
  const isPassword =
    dom.attribute(field, 'type')?.toLowerCase() === 'password' ||
    /\b(?:current|new)-password\b/i.test(dom.attribute(field, 'autocomplete') ?? '');
  return isPassword && dom.isVisible(field);
}
