import type { BriefHead } from '@/utils/model';

/** What a reference needs of a brief. */
export interface CitedBrief extends Pick<
  BriefHead,
  'id' | 'lang' | 'week' | 'date' | 'title' | 'summary' | 'url' | 'authors'
> {
  /** Title of the archive it stands in; '' where that is not known. */
  source: string;
}

/** What a reference can be copied as. */
export type CitationFormat = 'text' | 'markdown' | 'html' | 'bibtex' | 'ris' | 'csl-json';
