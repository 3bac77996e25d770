import { done, failed, MAX_ARCHIVE_BYTES, type Result } from '@/utils/model';
import { webAddress } from './assemble';
import { decodeText } from './decode-text';
import type { IntakeProblem } from './problem';
import { sayingWhy } from './read-feed';
import type { SourceFile } from './unzip';
import { elementsOf, escaped, readXml, type XmlElement } from './xml-tree';

/** A subscription as other feed readers write it down. */
export interface OpmlFeed {
  title: string;
  /** http or https address of the feed. */
  feed: string;
  /** http or https address of its site. */
  site: string | null;
}

/** Reads the subscriptions of an OPML file, folders flattened, each address once. Outlines that are no feeds are left out. */
export function readOpml(file: SourceFile): Result<OpmlFeed[], IntakeProblem[]> {
  const refused = (problem: Pick<IntakeProblem, 'kind' | 'detail'>): Result<never, IntakeProblem[]> =>
    failed([{ file: file.path, item: null, field: '', ...problem }]);
  if (file.bytes.length > MAX_ARCHIVE_BYTES)
    return refused({ kind: 'too-large', detail: `${file.bytes.length} bytes` });
  const text = decodeText(file.bytes);
  if (!text.ok) return refused({ kind: 'not-text', detail: 'these bytes are no text' });
  const xml = readXml(text.value);
  if (!xml.ok) return refused(sayingWhy(xml.error));
  if (xml.value.tag !== 'opml') return refused({ kind: 'not-known', detail: 'not an OPML file' });
  const feeds = new Map<string, OpmlFeed>();
  for (const outline of outlinesIn(xml.value)) {
    const feed = webAddress(outline.attributes.get('xmlurl')?.trim() ?? null);
    if (feed === null || feeds.has(feed)) continue;
    const title = outline.attributes.get('title') ?? outline.attributes.get('text') ?? '';
    feeds.set(feed, {
      title: title.trim() || new URL(feed).host,
      feed,
      site: webAddress(outline.attributes.get('htmlurl')?.trim() ?? null),
    });
  }
  return done([...feeds.values()]);
}

/** An OPML 2.0 file that any feed reader takes; the same feeds give the same bytes. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map(({ title, feed, site }) => {
    const htmlUrl = site === null ? '' : ` htmlUrl="${escaped(site)}"`;
    return `    <outline type="rss" text="${escaped(title)}" title="${escaped(title)}" xmlUrl="${escaped(feed)}"${htmlUrl}/>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escaped(title)}</title>\n  </head>\n  <body>\n${outlines.join('')}  </body>\n</opml>\n`;
}

/** All outlines, however deep; the tree is bounded, so the recursion is. */
function outlinesIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(child.tag === 'outline' ? [child] : []), ...outlinesIn(child)]);
}
