import type { Draft, DraftSource } from './draft';
import { draftsOfFeed } from './feed-to-drafts';
import { plainOfHtml } from './html-to-blocks';
import { readRss } from './read-rss';
import { first, markupOf, trimmedText } from './xml-find';
import { elementsOf, type XmlElement } from './xml-tree';

/** Shortcodes of WordPress around pictures and players, which a brief does not keep. */
const SHORTCODE = /\[\/?(?:caption|gallery|embed|audio|video|playlist|wp_caption)(?:\s[^\]]*)?\]/giu;

/** Tags that WordPress writes itself once a post has been saved with blocks. */
const PARAGRAPH_TAG = /<(?:p|div|ul|ol|blockquote|table|h[1-6])[\s>]/iu;

/**
 * Reads WordPress' own export (WXR): its published posts, with languages and translation groups of Polylang where the site had it. Drafts, pages,
 * menus and attachments are left out. Null where the XML is no such export.
 */
export function readWxr(root: XmlElement): DraftSource | null {
  const channel = elementsOf(root).find(({ tag }) => tag === 'channel');
  if (root.tag !== 'rss' || !channel || !elementsOf(channel).some(({ tag }) => tag === 'wp:wxr_version')) return null;
  const head = elementsOf(channel).filter(({ tag }) => tag !== 'item');
  const posts = elementsOf(channel).filter((item) => item.tag === 'item' && isPublished(item));
  const source = draftsOfFeed(readRss({ ...channel, children: [...head, ...posts.map(prepared)] }));
  const drafts = source.drafts.map((draft, at) => {
    const post = posts[at];
    return post ? { ...draft, ...saidByWordPress(post, draft) } : draft;
  });
  return { ...source, drafts };
}

function isPublished(item: XmlElement): boolean {
  const isPost = (first(item, ['wp:post_type'], trimmedText) ?? 'post') === 'post';
  const isShown = (first(item, ['wp:status'], trimmedText) ?? 'publish') === 'publish';
  return isPost && isShown && first(item, ['wp:post_password'], trimmedText) === null;
}

/** A post with paragraphs where WordPress leaves them to be guessed from empty lines. */
function prepared(post: XmlElement): XmlElement {
  const children = post.children.map((part) =>
    typeof part !== 'string' && part.tag === 'content:encoded' ? { ...part, children: [withParagraphs(part)] } : part,
  );
  return { ...post, children };
}

function saidByWordPress(post: XmlElement, draft: Draft): Partial<Draft> {
  const named = (domain: string): string | null =>
    elementsOf(post)
      .find(({ tag, attributes }) => tag === 'category' && attributes.get('domain') === domain)
      ?.attributes.get('nicename') ?? null;
  const excerpt = first(post, ['excerpt:encoded'], markupOf);
  return {
    published: first(post, ['wp:post_date', 'pubdate'], trimmedText),
    updated: first(post, ['wp:post_modified'], trimmedText),
    lang: named('language') ?? draft.lang,
    group: named('post_translations'),
    summary: excerpt === null ? draft.summary : plainOfHtml(excerpt),
  };
}

function withParagraphs(content: XmlElement): string {
  const html = (trimmedText(content) ?? '').replace(SHORTCODE, '');
  if (PARAGRAPH_TAG.test(html)) return html;
  return html
    .split(/\r?\n\s*\r?\n/u)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
}
