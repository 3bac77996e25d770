import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date';
import { situationIn } from './recognise-situation';
import { weekIn, weekLine } from './recognise-week';
import { languageFor, languageOf, languageTag } from './tell-language';

describe('a week is recognised in', () => {
  it.each<[string, string | null]>([
    ['October 29 – November 4, 2012', '2012-10-29/2012-11-04'],
    ['October 29 - November 4 2012', '2012-10-29/2012-11-04'],
    ['October 29th to November 4th, 2012', '2012-10-29/2012-11-04'],
    ['Oct. 29 – Nov. 4, 2012', '2012-10-29/2012-11-04'],
    ['29 October – 4 November 2012', '2012-10-29/2012-11-04'],
    ['October 22 – 28, 2012', '2012-10-22/2012-10-28'],
    ['Situation in Belarus: October 22 — 28, 2012', '2012-10-22/2012-10-28'],
    ['29 октября – 4 ноября 2012', '2012-10-29/2012-11-04'],
    ['29 октября — 4 ноября 2012 года', '2012-10-29/2012-11-04'],
    ['с 29 октября по 4 ноября 2012 г.', '2012-10-29/2012-11-04'],
    ['22–28 октября 2012', '2012-10-22/2012-10-28'],
    ['29 кастрычніка – 4 лістапада 2012', '2012-10-29/2012-11-04'],
    ['22–28 кастрычніка 2012 г.', '2012-10-22/2012-10-28'],
    ['29.10.2012 – 04.11.2012', '2012-10-29/2012-11-04'],
    ['29.10–04.11.2012', '2012-10-29/2012-11-04'],
    ['December 31, 2012 – January 6, 2013', '2012-12-31/2013-01-06'],
    ['December 31 – January 6, 2013', '2012-12-31/2013-01-06'],
    ['31 снежня – 6 студзеня 2013', '2012-12-31/2013-01-06'],
    ['March 18 – March 24', null], // no year
    ['October 30 – November 5, 2012', null], // from Tuesday to Monday
    ['February 27 – February 31, 2012', null],
    ['2010–2012', null],
    ['2012 – 2013 budget', null],
    ['The market fell 5 – 11 per cent in 2012', null],
    ['', null],
  ])('%s', (line, expected) => {
    const week = weekIn(line);
    expect(week && `${week.from}/${week.to}`).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['October 29 – November 4, 2012', true],
    ['с 29 октября по 4 ноября 2012 г.', true],
    ['The week of October 29 – November 4, 2012', true],
    ['October 29 – November 4, 2012: the harbour', false],
  ])('a line that is nothing else: %s, %s', (line, expected) => expect(weekLine(line) !== null).toBe(expected));
});

describe('a situation is recognised in', () => {
  it.each<[string, string | null]>([
    ['The situation has not changed', 'unchanged'],
    ['The situation hasn’t changed.', 'unchanged'],
    ['Situation remains unchanged', 'unchanged'],
    ['The situation has improved', 'improved'],
    ['The situation has slightly improved: talks began', 'improved: talks began'],
    ['The situation has deteriorated', 'worsened'],
    ['The situation got worse – two bidders left', 'worsened: two bidders left'],
    ['Ситуация не изменилась', 'unchanged'],
    ['Ситуация существенно не изменилась.', 'unchanged'],
    ['Ситуация улучшилась', 'improved'],
    ['Ситуация ухудшилась: двое ушли', 'worsened: двое ушли'],
    ['Сітуацыя не змянілася', 'unchanged'],
    ['Сітуацыя палепшылася', 'improved'],
    ['Сітуацыя пагоршылася', 'worsened'],
    ['СІТУАЦЫЯ ПАГОРШЫЛАСЯ!', 'worsened'],
    ['The situation has improved somewhat for exporters of milk', null],
    ['He said the situation has improved', null],
    ['Ситуация на границе не изменилась', null],
    ['Улучшилась ли ситуация?', null],
    ['', null],
  ])('%s', (line, expected) => {
    const situation = situationIn(line);
    expect(situation && [situation.verdict, situation.reason].filter((part) => part !== '').join(': ')).toBe(expected);
  });
});

describe('a date', () => {
  it.each<[string, string | null]>([
    ['Mon, 12 Nov 2012 01:30:00 +0300', '2012-11-12 2012-11-11T22:30:00Z'],
    ['Mon, 12 Nov 2012 01:30 GMT', '2012-11-12 2012-11-12T01:30:00Z'],
    ['12 Nov 12 01:30:00 EST', '2012-11-12 2012-11-12T06:30:00Z'],
    ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01 2004-01-01T19:48:21Z'],
    ['Nov 12, 2012', '2012-11-12 2012-11-12T00:00:00Z'],
    ['November 12, 2012 5:04 PM', '2012-11-12 2012-11-12T17:04:00Z'],
    ['Sun Nov 11 16:29:06 PST 2012', '2012-11-11 2012-11-12T00:29:06Z'],
    ['12 ноября 2012', '2012-11-12 2012-11-12T00:00:00Z'],
    ['12 лістапада 2012 г.', '2012-11-12 2012-11-12T00:00:00Z'],
    ['12.11.2012', '2012-11-12 2012-11-12T00:00:00Z'],
    ['2012-11-12', '2012-11-12 2012-11-12T00:00:00Z'],
    ['2012-11-12T01:30:00+03:00', '2012-11-12 2012-11-11T22:30:00Z'],
    ['2012-11-12T01:30:00.123Z', '2012-11-12 2012-11-12T01:30:00Z'],
    ['2012-11-12 01:30:00', '2012-11-12 2012-11-12T01:30:00Z'],
    ['20121112', '2012-11-12 2012-11-12T00:00:00Z'],
    ['2012-11', '2012-11-01 2012-11-01T00:00:00Z'],
    ['2012', '2012-01-01 2012-01-01T00:00:00Z'],
    ['2012-335', '2012-11-30 2012-11-30T00:00:00Z'],
    ['Thu, 31 Feb 2012 10:00:00 GMT', null],
    ['2012-02-30', null],
    ['2012-13-01', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', null],
    ['1970-01-01', null],
    ['0000-00-00 00:00:00', null],
    ['-0001-11-30', null],
    ['9999-12-31', null],
    ['04/11/2012', null], // April or November?
    ['yesterday', null],
    ['maybe 5, 2012', null],
    ['', null],
  ])('%s', (text, expected) => {
    const date = parseDate(text);
    expect(date && `${date.day} ${date.instant}`).toBe(expected);
  });
});

describe('a language is told by letters', () => {
  it.each<[string, string]>([
    ['The board of the harbour is in trouble', 'en'],
    ['Совет порта не назвал причину', 'ru'],
    ['Рада порта не назвала прычыну, і ўсё', 'be'],
    ['Рада порту не назвала причину, і її члени', 'uk'],
    ['Der Rat hat keinen Grund genannt', ''],
    ['Порт', ''],
    ['', ''],
  ])('%s: %s', (text, expected) => expect(languageOf(text)).toBe(expected));

  it.each<[string, string, string]>([
    ['en-US', 'Совет порта не назвал причину', 'ru'],
    ['ru', 'The board of the harbour is in trouble', 'en'],
    ['be', 'Совет порта не назвал причину', 'be'], // of one script: the source knows better
    ['de', 'Der Rat', 'de'],
    ['', 'The board of the harbour is in trouble', 'en'],
  ])('a source that says %j of %j means %s', (said, text, expected) => expect(languageFor(said, text)).toBe(expected));

  it.each([
    ['EN_us.UTF-8', 'en-US'],
    ['ru', 'ru'],
    ['be-tarask', 'be-tarask'],
    ['x-default', ''],
    ['english please', ''],
  ])('the tag %j is %j', (given, expected) => expect(languageTag(given)).toBe(expected));
});
