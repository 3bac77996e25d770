import type { Dom } from './dom';

/** What an element says of the text in it, by tag, role and class names; a claim, which the text may prove wrong. */
export type Claim = 'article' | 'furniture' | 'nothing';

/** An element that blocks stand in. Containers keep the shape of the page, so that its parts are told without asking the DOM again. */
export interface Container {
  name: string;
  parent: Container | null;
  claim: Claim;
  /** 1–6 inside a heading, else 0. */
  heading: number;
  /** White space is text here: an empty line ends a paragraph. */
  preformatted: 'yes' | 'no';
  /** Named as an article's introduction. */
  standfirst: 'yes' | 'no';
}

/** Reads tag, role, class and id of an element once. */
export function containerOf(
  dom: Dom,
  { element, name, parent }: { element: Element; name: string; parent: Container | null },
): Container {
  const hints = hintsOf(dom, element);
  const own = HEADING.test(name) ? Number(name[1]) : 0;
  return {
    name,
    parent,
    claim: claimOf({ name, hints, role: dom.attribute(element, 'role'), parent }),
    heading: own || (parent?.heading ?? 0),
    preformatted: PREFORMATTED.has(name) || parent?.preformatted === 'yes' ? 'yes' : 'no',
    standfirst: STANDFIRST.test(hints) || parent?.standfirst === 'yes' ? 'yes' : 'no',
  };
}

const HEADING = /^h[1-6]$/;
const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);

/** Tags and roles whose meaning is not the article. `header` and `footer` of an article hold its bylines, dates and share buttons. */
const FURNITURE_NAMES = new Set(['nav', 'aside', 'footer', 'dialog', 'menu', 'button', 'dir', 'address']);
const FURNITURE_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tablist form button status'.split(
    ' ',
  ),
);

// Words of class names and ids, between separators. Written for many sites, for none in particular.
const FURNITURE_WORDS =
  /(?:^|[ _-])(?:ads?|adv|advert\w*|author-?(?:bio|box|info)|banners?|bio|breadcrumbs?|bylines?|captcha|categor(?:y|ies)|comments?|commentlist|consent\w*|cookie\w*|copyright|credits?|disclaimer|disqus|donat\w+|feedback|follow|footer|gdpr\w*|hashtags?|inline-?related|jump|keywords|latest|links?|login|mailing|masthead|menus?|meta|metadata|modal|more|most|nav\w*|newsletters?|notice|outbrain|overlay|pager|pagination|partners?|paywall|popular|popup|post-?tags|pr[ei]nt|promos?|promoted|prompt|prev|privacy\w*|rating|recirc\w*|recommend\w*|read-?(?:also|more|next)|related|replies|reviews|sharing|share|shares|sidebar|sign-?up|skip|social|socials|sponsor\w*|subscri\w+|tags?|taglist|teasers?|toc|tools?|toolbar|topbar|topics?|trending|utility|widgets?)(?:$|[ _-])/;
const ARTICLE_WORDS =
  /(?:^|[ _-])(?:article-?(?:body|content|text)|articlebody|body-?(?:content|text|copy)|content-?(?:body|article|text)|entry-?(?:content|body)|news-?(?:text|body|content)|post-?(?:body|content|text)|story-?(?:body|content|text)|storytext|text-?body|js-mediator-article|rich-?text|page-?content)(?:$|[ _-])/;
const STANDFIRST =
  /(?:^|[ _-])(?:standfirst|lead|lede|deck|dek|intro|subhead(?:line|ing)?|sub-?title|summary|abstract|excerpt|anons|announce)(?:$|[ _-])/;

function claimOf(of: { name: string; hints: string; role: string | null; parent: Container | null }): Claim {
  const role = of.role?.toLowerCase() ?? '';
  if (FURNITURE_NAMES.has(of.name) || FURNITURE_ROLES.has(role)) return 'furniture';
  if (of.name === 'header' && !isInside(of.parent, 'article') && !isInside(of.parent, 'main')) return 'furniture';
  if (of.name === 'html' || of.name === 'body') return 'nothing';
  if (ARTICLE_WORDS.test(of.hints)) return 'article';
  if (of.name !== 'article' && of.name !== 'main' && FURNITURE_WORDS.test(of.hints)) return 'furniture';
  return of.name === 'article' || of.name === 'main' || role === 'main' || role === 'article' ? 'article' : 'nothing';
}

function isInside(container: Container | null, name: string): boolean {
  // Headers stand near the top of their article; a bound keeps a page of nested boxes from costing its depth squared.
  for (let at = container, steps = 0; at && steps < 12; at = at.parent, steps++) if (at.name === name) return true;
  return false;
}

/** Class, id and itemprop as lower-case words: "ArticleBody_text" reads "article-body_text". */
function hintsOf(dom: Dom, element: Element): string {
  const hints = `${dom.attribute(element, 'class') ?? ''} ${dom.attribute(element, 'id') ?? ''} ${dom.attribute(element, 'itemprop') ?? ''}`;
  return hints === '  '
    ? ''
    : hints
        .slice(0, MAX_HINT_CHARS)
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase();
}

/** Class lists of utility frameworks run long and say nothing; in UTF-16 code units. */
const MAX_HINT_CHARS = 300;
