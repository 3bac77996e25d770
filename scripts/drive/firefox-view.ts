import { until } from './until';

/** Our sidebar or popup in Firefox. Things in it are named by role and accessible name, as a person's screen reader names them. */
export interface FirefoxView {
  /** Waits until it has been drawn for the first time. */
  opened(): Promise<void>;
  /** Waits until it is gone. */
  closed(): Promise<void>;
  /** What stands in it, as a person reads it. */
  text(): Promise<string>;
  /** Accessible names of all elements of a role, in order. */
  names(role: Role): Promise<string[]>;
  /** Waits for the element and clicks it with a real click, in the middle. `name` is its beginning, or a pattern. */
  click(role: Role, name: string | RegExp): Promise<void>;
  /** Types text into whatever has the focus; `Enter`, `Escape`, `ArrowDown` by `press`. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Evaluates with `view`, the Window, in reach. */
  evaluate<T>(expression: string): Promise<T>;
}

const SELECTORS = {
  button: 'button, [role=button]',
  link: 'a[href], [role=link]',
  heading: 'h1, h2, h3, [role=heading]',
  article: 'article, [role=article]',
  switch: '[role=switch]',
  combobox: '[role=combobox]',
  option: '[role=option]',
  menuitem: '[role=menuitem]',
  textbox: 'input:not([type]), input[type=text], textarea',
  alert: '[role=alert]',
  status: '[role=status]',
} as const;
export type Role = keyof typeof SELECTORS;

type Evaluate = <T>(expression: string) => Promise<T>;

/** Reaches a view through the desk: they share a process, and the view has no address in the protocol. */
export function firefoxView(of: { kind: 'sidebar' | 'popup'; atDesk: Evaluate; inWindow: Evaluate }): FirefoxView {
  const evaluate: Evaluate = (expression) =>
    of.atDesk(
      `(() => { const view = browser.extension.getViews({ type: '${of.kind}' })[0]; ${NAME_OF} return (${expression}); })()`,
    );
  return {
    evaluate,
    opened: async () => {
      await until(
        `the ${of.kind} to be drawn`,
        async () =>
          (await evaluate<boolean>(
            `view?.document.readyState === 'complete' && view.document.body.innerText.trim() !== ''`,
          )) || undefined,
      );
    },
    closed: async () => {
      await until(`the ${of.kind} to close`, async () => (await evaluate<boolean>('!view')) || undefined);
    },
    text: () => evaluate(`view.document.body.innerText`),
    names: (role) => evaluate(`${all(role)}.map(nameOf)`),
    click: async (role, name) => {
      // Two looks at the same place: a sidebar that is just opening still moves what stands in it.
      let before: Point | null = null;
      const inView = await until(`${role} "${name}"`, async () => {
        const now = await evaluate<Point | null>(middleOf(role, name));
        // Scrolling to the same place rounds to one pixel or the next.
        const isAtRest = now && before && Math.hypot(now.x - before.x, now.y - before.y) < 2;
        before = now;
        return isAtRest ? now : undefined;
      });
      await of.inWindow(clickAt(of.kind, inView));
    },
    type: async (text) => {
      await of.inWindow(focusOn(of.kind));
      await of.inWindow(`(() => { ${KEYBOARD} for (const key of ${JSON.stringify(text)}) press(key); })()`);
    },
    press: async (key) => {
      await of.inWindow(focusOn(of.kind));
      await of.inWindow(`(() => { ${KEYBOARD} press(${JSON.stringify(key)}); })()`);
    },
  };
}

interface Point {
  x: number;
  y: number;
}

function all(role: Role): string {
  return `[...view.document.querySelectorAll('${SELECTORS[role]}')].filter((element) => element.checkVisibility())`;
}

function middleOf(role: Role, name: string | RegExp): string {
  const isIt =
    typeof name === 'string' ? `nameOf(element).startsWith(${JSON.stringify(name)})` : `${name}.test(nameOf(element))`;
  return `(() => {
    const found = ${all(role)}.find((element) => ${isIt});
    if (!found) return null;
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = found.getBoundingClientRect();
    const middle = { x: x + width / 2, y: y + height / 2 };
    // Something may lie over it, or it may still be moving; then it is looked for again.
    const hit = view.document.elementFromPoint(middle.x, middle.y);
    return found === hit || found.contains(hit) ? middle : null;
  })()`;
}

/** The accessible name as far as our own pages need it: what the author says, else what is written. */
const NAME_OF = `const nameOf = (element) => {
  const labelled = (element.getAttribute('aria-labelledby') ?? '').split(/\\s+/).filter(Boolean)
    .map((id) => view.document.getElementById(id)?.textContent ?? '').join(' ');
  const label = element.labels?.[0]?.textContent;
  return (element.getAttribute('aria-label') || labelled || label || element.innerText || '').replace(/\\s+/g, ' ').trim();
};`;

/** Waits until keys go to the view: a click gives it the focus, but that crosses from process to process. */
function focusOn(kind: 'sidebar' | 'popup'): string {
  const page = kind === 'sidebar' ? 'sidepanel.html' : 'popup.html';
  return `(async () => {
    for (let tries = 0; tries < 50; tries++) {
      if (Services.focus.focusedContentBrowsingContext?.currentURI.spec.includes('/${page}')) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The ${kind} has no focus: click into it first');
  })()`;
}

/** A real click of the mouse in the browser's window, at a point of the sidebar or popup. */
function clickAt(kind: 'sidebar' | 'popup', { x, y }: Point): string {
  const frame =
    kind === 'sidebar'
      ? `document.getElementById('sidebar')`
      : `document.querySelector('.webextension-popup-browser, [id$="-BAP"] browser, browser.webextension-preload-browser')`;
  return `(() => {
    const frame = ${frame};
    const { x, y } = frame.getBoundingClientRect();
    const at = [x + ${x}, y + ${y}];
    window.synthesizeMouseEvent('mousemove', ...at, { button: 0, clickCount: 0, buttons: 0 }, { isDOMEventSynthesized: false });
    window.synthesizeMouseEvent('mousedown', ...at, { button: 0, clickCount: 1, buttons: 1 }, { isDOMEventSynthesized: false });
    window.synthesizeMouseEvent('mouseup', ...at, { button: 0, clickCount: 1, buttons: 0 }, { isDOMEventSynthesized: false });
  })()`;
}

/** Keys as from a keyboard, to whatever has the focus. */
const KEYBOARD = `
  const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  keyboard.beginInputTransactionForTests(window);
  const press = (key) => {
    const code = /^[a-z]$/i.test(key) ? 'Key' + key.toUpperCase() : '';
    const event = new window.KeyboardEvent('', { key, code, bubbles: true });
    keyboard.keydown(event);
    keyboard.keyup(event);
  };`;
