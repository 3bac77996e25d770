import type { Briefing, BriefHead, Mention, PageEntity, PageState, RelatedBrief, SiteState } from '@/utils/model';

/** Small things of every kind, to be changed in one place by the test that needs it so. */
export function sampleHead(change: Partial<BriefHead> = {}): BriefHead {
  return {
    id: 'a/1-en',
    archiveId: 'a',
    group: 'a/1',
    lang: 'en',
    week: { from: '2012-10-29', to: '2012-11-04' },
    date: null,
    title: 'A plan is signed',
    situation: { verdict: 'worsened', reason: 'Nobody knows the price.' },
    summary: 'Two governments agree on a plan.',
    entities: ['rogozin'],
    url: 'https://briefs.example/1',
    authors: [],
    ...change,
  };
}

export function sampleRelated(
  change: Partial<BriefHead> = {},
  because: RelatedBrief['because'] = BECAUSE,
): RelatedBrief {
  const head = sampleHead(change);
  return { head, translations: [{ lang: head.lang, id: head.id }], score: 0.5, because };
}

export function sampleEntity(change: Partial<PageEntity> = {}): PageEntity {
  return {
    id: 'rogozin',
    type: 'person',
    label: 'Rogozin',
    fullName: 'Dmitry Rogozin',
    mentions: [0, 2],
    briefs: 2,
    certainty: 'sure',
    ...change,
  };
}

export function sampleMention(entityId: string, change: Partial<Mention> = {}): Mention {
  return { entityId, block: 0, start: 0, end: 7, tier: 'exact', name: entityId, confidence: 1, ...change };
}

export function sampleBriefing(change: Partial<Briefing> = {}): Briefing {
  return {
    page: {
      url: 'https://dispatch.example/1',
      host: 'dispatch.example',
      title: 'Ministers sign',
      lang: 'en',
      publishedAt: '2012-10-23',
      blocks: 9,
      words: 412,
      extent: 'whole',
    },
    entities: [
      sampleEntity(),
      sampleEntity({ id: 'maz', type: 'company', label: 'MAZ', fullName: 'MAZ', mentions: [1] }),
    ],
    mentions: [sampleMention('rogozin'), sampleMention('maz'), sampleMention('rogozin')],
    related: [
      sampleRelated(),
      sampleRelated({ id: 'a/2-en', group: 'a/2', title: 'A merger', entities: ['rogozin', 'maz'], situation: null }),
    ],
    years: { from: 2010, to: 2014 },
    lastWord: {
      situation: { verdict: 'worsened', reason: '' },
      week: { from: '2014-12-22', to: '2014-12-28' },
      date: null,
    },
    ...change,
  };
}

export const SITE: SiteState = { host: 'dispatch.example', watch: 'watched' };

export function ready(change: Partial<Briefing> = {}): Extract<PageState, { status: 'ready' }> {
  return { status: 'ready', site: SITE, briefing: sampleBriefing(change), marks: 'on' };
}

const BECAUSE: RelatedBrief['because'] = { kind: 'in-headline', entities: ['rogozin'], times: 2 };
