import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CitationFormat, CitedBrief } from './cited-brief';
import { type Part, partsOf } from './reference-parts';

plugins.config.get('@bibtex').format.asciiOnly = false; // biber and every BibTeX of this century read UTF-8

/** A reference to a brief, ready to be pasted; ends without a line break. */
export function citationOf(brief: CitedBrief, format: CitationFormat): string {
  switch (format) {
    case 'text':
      return partsOf(brief)
        .map(({ text }) => text)
        .join('');
    case 'html':
      return partsOf(brief).map(inHtml).join('');
    case 'markdown':
      return partsOf(brief).map(inMarkdown).join('');
    case 'bibtex':
      return new Cite([ofMonth(itemOf(brief))]).format('bibtex').trim();
    case 'ris':
      return new Cite([itemOf(brief)]).format('ris').trim();
    case 'csl-json':
      return JSON.stringify([itemOf(brief)], null, 2);
  }
}

function inHtml({ kind, text }: Part): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  if (kind === 'archive') return `<i>${escaped}</i>`;
  return kind === 'address' ? `<a href="${escaped}">${escaped}</a>` : escaped;
}

function inMarkdown({ kind, text }: Part): string {
  if (kind === 'address') return `<${text}>`;
  const escaped = text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
  return kind === 'archive' ? `*${escaped}*` : escaped;
}

/** In CSL's own terms (https://docs.citationstyles.org/en/stable/specification.html). An issue is dated by its last day. */
function itemOf(brief: CitedBrief): Record<string, unknown> {
  const day = brief.week?.to ?? brief.date;
  return {
    id: brief.id,
    'citation-key': brief.id.replace(/\W+/gu, '_'),
    type: 'article-magazine',
    title: plain(brief.title),
    ...(brief.authors.length > 0 ? { author: brief.authors.map((name) => ({ literal: plain(name) })) } : {}),
    ...(brief.source !== '' ? { 'container-title': plain(brief.source) } : {}),
    ...(day !== null ? { issued: { 'date-parts': [day.slice(0, 10).split('-').map(Number)] } } : {}),
    ...(brief.url !== null ? { URL: brief.url } : {}),
    ...(brief.summary !== '' ? { abstract: plain(brief.summary) } : {}),
    language: brief.lang,
  };
}

/** CSL takes "<i>" in a title for italics; in a brief, an angle bracket is an angle bracket. */
function plain(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** BibTeX has a year and a month; a day would be written into the month. */
function ofMonth(item: Record<string, unknown>): Record<string, unknown> {
  const [year, month] = (item['issued'] as { 'date-parts': number[][] } | undefined)?.['date-parts'][0] ?? [];
  return { ...item, ...(year === undefined ? {} : { issued: { 'date-parts': [[year, month]] } }) };
}
