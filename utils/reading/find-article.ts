import type { BlockPart } from '@/utils/model';
import type { Container } from './container';
import { headlineOf, plain } from './find-headline';
import type { RawBlock } from './gather-blocks';
import type { PageFacts } from './page-facts';

interface Page {
  blocks: readonly RawBlock[];
  containers: readonly Container[];
  facts: PageFacts;
}

/**
 * Each block's part of its page, in the order of the blocks.
 *
 * Every block weighs for or against being running text: sentences count by their length, links and loose words against. The article
 * is the container whose blocks weigh most together (the maximum subtree sum), so it takes in all paragraphs and as little else as
 * the page's structure allows; inside it, containers that weigh against themselves are lists of links and stay out. What tags, roles
 * and class names claim to be furniture weighs nothing, unless most of the text is in there.
 */
export function partsOf(page: Page): BlockPart[] {
  const weights = page.blocks.map(weightOf);
  const furniture = furnitureIn(page, weights);
  const sums = sumUp(page, (at, block) => (furniture.has(block.container) ? 0 : (weights[at] ?? 0)));
  const headline = headlineOf(page.blocks, page.facts);
  const root = ofHeadline({
    root: heaviest(page.containers, sums),
    page,
    sums,
    headline: page.blocks[Math.min(...headline)]?.container,
  });
  const inside = insideOf(page.containers, root);
  const loose = looseIn({ ...page, inside, root });

  const parts = page.blocks.map(({ container }, at): BlockPart => {
    if (headline.has(at)) return 'headline';
    return !root || (inside.has(container) && !furniture.has(container) && !loose.has(container))
      ? 'body'
      : 'furniture';
  });
  return withLead(page, parts);
}

/** Shorter text without a link is no proof of anything: a heading, a name, "Yes." */
const SHORT = 40;

/** Above this share of linked text a block is a link, not a sentence with links. */
const LINKED = 0.45;

/** One very long block (a transcript, a comment) does not outweigh an article; in UTF-16 code units. */
const MOST_WEIGHT = 1_200;

/** Sentences around links are running text from here on, however long the links are; in UTF-16 code units. */
const SENTENCE = 60;

/** In code units of running text. Negative for what is not. */
function weightOf({ text, linked, container }: RawBlock): number {
  const { length } = text;
  if (container.heading > 0) return linked > length / 2 ? -length : 0;
  if (linked > LINKED * length) return length - linked >= SENTENCE ? length - linked : -Math.min(length, 200);
  if (length < SHORT) return /[.!?…:;”"»]$/u.test(text) ? 0 : -length;
  return Math.min(length - linked, MOST_WEIGHT);
}

/** Containers that are furniture by their claim, or stand in one that is. */
function furnitureIn(page: Page, weights: readonly number[]): Set<Container> {
  const prose = sumUp(page, (at) => Math.max(0, weights[at] ?? 0));
  const all = prose.get(page.containers[0] as Container) ?? 0;
  const furniture = new Set<Container>();
  for (const container of page.containers) {
    const isInside = container.parent !== null && furniture.has(container.parent);
    const isClaimed = container.claim === 'furniture' && (prose.get(container) ?? 0) <= MOST_FURNITURE * all;
    if (isInside || isClaimed) furniture.add(container);
  }
  return furniture;
}

/** A claim to be furniture is not believed of what holds more than this share of a page's running text. */
const MOST_FURNITURE = 0.5;

/** Sums what blocks weigh over each container, with all that stands in it. Cost is linear: children come after their parents. */
function sumUp(page: Page, weigh: (at: number, block: RawBlock) => number): Map<Container, number> {
  const sums = new Map<Container, number>();
  const add = (container: Container, weight: number): void =>
    void sums.set(container, (sums.get(container) ?? 0) + weight);
  page.blocks.forEach((block, at) => add(block.container, weigh(at, block)));
  for (let at = page.containers.length - 1; at > 0; at--) {
    const container = page.containers[at];
    if (container?.parent) add(container.parent, sums.get(container) ?? 0);
  }
  return sums;
}

/** The deepest container with the greatest sum; null on a page without running text. */
function heaviest(containers: readonly Container[], sums: ReadonlyMap<Container, number>): Container | null {
  let best: Container | null = null;
  let most = 0;
  for (const container of containers) {
    const sum = (sums.get(container) ?? 0) * (container.claim === 'article' ? ARTICLE_BONUS : 1);
    if (sum > 0 && sum >= most) {
      most = sum;
      best = container;
    }
  }
  // One paragraph outweighs its article where the rest is short; the article is what it stands in.
  return best?.name === 'p' ? best.parent : best;
}

/** How much the claim to be an article counts. */
const ARTICLE_BONUS = 1.1;

function insideOf(containers: readonly Container[], root: Container | null): Set<Container> {
  const inside = new Set<Container>();
  for (const container of containers) {
    if (container === root || (container.parent && inside.has(container.parent))) inside.add(container);
  }
  return inside;
}

/**
 * Corrects the heaviest by where the headline stands. Of several whole articles (endless scrolling adds them) the headline's is the
 * page's; and a short article close under its headline comes before longer text that stands elsewhere.
 */
function ofHeadline(of: {
  root: Container | null;
  page: Page;
  sums: ReadonlyMap<Container, number>;
  headline: Container | undefined;
}): Container | null {
  const { root, page, sums, headline } = of;
  if (!root) return null;
  const sumOf = (container: Container): number => sums.get(container) ?? 0;
  const around = new Set<Container>();
  for (let at: Container | null = root; at; at = at.parent) around.add(at);
  for (let at = headline ?? null; at; at = at.parent) {
    if (at !== root && at.name === 'article' && sumOf(at) >= ARTICLE_SHARE * sumOf(root)) return at;
    if (around.has(at)) return root;
    if (sumOf(at) >= NEAR_SHARE * sumOf(root)) return heaviest([...insideOf(page.containers, at)], sums);
  }
  return root;
}

/** Text around the headline with less than this share of the heaviest text is a standfirst, not the article. */
const NEAR_SHARE = 0.3;

/** An article element with less of the text than this is a teaser or a box, whatever stands in it. */
const ARTICLE_SHARE = 0.15;

/** Parts of the article that are more links than text, or are headed as something else. A single paragraph is not judged alone: it may hold nothing but one link. */
function looseIn(of: Page & { inside: ReadonlySet<Container>; root: Container | null }): Set<Container> {
  const unlinked = sumUp(of, (_, { text, linked }) =>
    linked > LINKED * text.length && text.length - linked < SENTENCE ? -text.length : text.length - linked,
  );
  const titled = new Set(of.blocks.filter(isRelatedTitle).flatMap(({ container }) => boxOf(container)));
  const most = MOST_RELATED * ((of.root && unlinked.get(of.root)) ?? 0);
  const loose = new Set<Container>();
  for (const container of of.containers) {
    if (!of.inside.has(container) || container === of.root) continue;
    const sum = unlinked.get(container) ?? 0;
    const isLoose = sum < (container.name === 'p' ? -FEW_LINKED : 0) || (titled.has(container) && sum <= most);
    if (isLoose || (container.parent && loose.has(container.parent))) loose.add(container);
  }
  return loose;
}

/** A paragraph of links up to this long is left in its article; in UTF-16 code units. */
const FEW_LINKED = 60;

function isRelatedTitle({ text }: RawBlock): boolean {
  return text.length < 60 && RELATED.test(text);
}

/** What introduces other articles, in the languages we read. A box that says so is one. */
const RELATED =
  /^(?:related|read (?:also|more|next)|see also|(?:you )?(?:may|might) (?:also )?(?:like|be interested)|more (?:from|on|news|stories|in)|most (?:read|popular)|recommended|trending|latest news|comments|leave a (?:comment|reply)|share this|sign up|subscribe|читайте (?:также|по теме|ещ[её])|по теме|ещ[её] по теме|похожие|другие новости|последние новости|главные новости|комментарии|подпис(?:аться|ывайтесь)|поделиться|чытайце (?:таксама|яшчэ)|па тэме|апошнія навіны|іншыя навіны|каментар|падзяліцца)(?![\p{L}])/iu;

/** The element a title heads: its own, and the one around where that is nothing but the title's wrapper. */
function boxOf(title: Container): Container[] {
  return title.parent ? [title, title.parent] : [title];
}

/** A box headed as related holds no more than this share of the article; else the title stands loose in the article itself. */
const MOST_RELATED = 0.3;

/** First paragraphs are the lead until they have this many UTF-16 code units. */
const LEAD_CHARS = 240;

/** Marks the lead: what introduces the article between its headline and its body, and the first paragraphs. */
function withLead({ blocks, facts }: Page, parts: BlockPart[]): BlockPart[] {
  const description = plain(facts.description ?? '');
  const afterHeadline = parts.lastIndexOf('headline');
  const firstBody = parts.indexOf('body');
  let chars = 0;
  parts.forEach((part, at) => {
    const block = blocks[at];
    if (!block || part === 'headline' || block.container.heading > 0 || block.text.length < SHORT) return;
    const isNear =
      afterHeadline !== -1 && afterHeadline < at && at < firstBody && block.container.claim !== 'furniture';
    const isStandfirst = isNear && (block.container.standfirst === 'yes' || describes(block.text, description));
    if (isStandfirst || (part === 'body' && (chars < LEAD_CHARS || describes(block.text, description)))) {
      parts[at] = 'lead';
      chars += block.text.length;
    }
  });
  return parts;
}

/** Whether a block is what the page gives as its description, which sites cut at their own lengths. */
function describes(text: string, description: string): boolean {
  return description !== '' && description.startsWith(plain(text).slice(0, 100));
}
