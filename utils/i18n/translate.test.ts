import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  day,
  glue,
  languageName,
  monthYear,
  onSpeech,
  speak,
  spoken,
  t,
  wantedLanguage,
  weekRange,
  yearRange,
} from '.';
import type { Language } from './tables';

afterEach(() => {
  speak('en');
  vi.unstubAllGlobals();
});

describe('t', () => {
  it.each<[Language, number, string]>([
    ['en', 0, '0 briefs'],
    ['en', 1, '1 brief'],
    ['en', 2, '2 briefs'],
    ['en', 2140, '2,140 briefs'],
    ['ru', 16, 'справок: 16'],
    ['ru', 2140, 'справок: 2140'],
    ['be', 21400, 'даведак: 21 400'],
  ])('%s counts %i', (language, n, expected) => {
    speak(language);
    expect(spaced(t('nBriefs', { n }))).toBe(expected);
  });

  it.each<[Language, number, string]>([
    ['en', 1, 'MAZ, company, 1 mention'],
    ['ru', 1, 'MAZ, company, 1 упоминание'],
    ['ru', 3, 'MAZ, company, 3 упоминания'],
    ['ru', 11, 'MAZ, company, 11 упоминаний'],
    ['ru', 21, 'MAZ, company, 21 упоминание'],
    ['be', 2, 'MAZ, company, 2 згадкі'],
    ['be', 5, 'MAZ, company, 5 згадак'],
  ])('%s inflects after %i', (language, n, expected) => {
    speak(language);
    expect(spaced(t('chipName', { name: 'MAZ', type: 'company', n }))).toBe(expected);
  });

  it('puts names in as they are, also such as look like patterns', () => {
    expect(t('noHitsText', { query: '$& {n} <b>' })).toBe(
      'No entity and no brief in the archive is like “$& {n} <b>”.',
    );
  });

  it('leaves a placeholder nobody filled', () => expect(t('xOfY', { x: 3 })).toBe('3 of {y}'));
});

describe('the language', () => {
  it.each<[string, string[], Language]>([
    ['en-US', ['en-US'], 'en'],
    ['ru', ['ru', 'en'], 'ru'],
    ['en-GB', ['ru', 'en'], 'en'],
    ['ru', ['be', 'ru', 'en'], 'be'],
    ['pl', ['pl', 'be-BY', 'ru'], 'be'],
    ['de', ['de'], 'en'],
  ])('of a browser in %s that asks for %j is %s', (ui, asked, expected) => {
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(ui);
    vi.stubGlobal('navigator', { languages: asked });
    expect(wantedLanguage('auto')).toBe(expected);
  });

  it('is what was chosen, whatever the browser speaks', () => expect(wantedLanguage('be')).toBe('be'));

  it('tells who listens when it changes, and only then', () => {
    const heard: string[] = [];
    const stop = onSpeech(() => heard.push(spoken()));
    speak('ru');
    speak('ru');
    stop();
    speak('be');
    expect(heard).toEqual(['ru']);
  });

  it.each([
    ['be', 'Беларуская'],
    ['en', 'English'],
    ['pl', 'polski'],
    ['!', '!'],
  ])('%s is called %s', (tag, name) => expect(languageName(tag)).toBe(name));
});

describe('dates', () => {
  it.each<[Language, string, string, string]>([
    ['en', '2012-10-29', '2012-11-04', '29 Oct – 4 Nov 2012'],
    ['ru', '2012-10-29', '2012-11-04', '29 окт – 4 ноя 2012'],
    ['be', '2012-10-29', '2012-11-04', '29 кас – 4 ліс 2012'],
    ['en', '2012-10-22', '2012-10-28', '22 – 28 Oct 2012'],
    ['en', '2014-12-29', '2015-01-04', '29 Dec 2014 – 4 Jan 2015'],
    ['en', 'spring', 'summer', 'spring – summer'],
  ])('%s: the week from %s', (language, from, to, expected) => {
    speak(language);
    expect(spaced(weekRange({ from, to }))).toBe(expected);
    expect(weekRange({ from, to })).not.toContain(' ');
  });

  it('take the day of a moment as it was written, and leave alone what is no date', () => {
    expect(
      [day('2012-10-23T23:30:00-05:00'), monthYear('2014-12-28'), day('yesterday'), day('2012-13-01')].map(spaced),
    ).toEqual(['23 Oct 2012', 'Dec 2014', 'yesterday', '2012-13-01']);
  });

  it.each([
    [{ from: 2010, to: 2014 }, '2010–2014'],
    [{ from: 2012, to: 2012 }, '2012'],
  ])('%j', (years, expected) => expect(yearRange(years)).toBe(expected));
});

describe('words that stay together', () => {
  it.each([
    ['ru', 'Рогозин в Минске — и о заводах', 'Рогозин в~Минске~— и~о~заводах'],
    ['be', 'У Мінску і ў Маскве', 'У~Мінску і~ў~Маскве'],
    ['be', 'Масква хацела б узяць', 'Масква хацела~б узяць'],
    ['be-tarask', 'з’езд у Гомелі', 'з’езд у~Гомелі'],
    ['en', 'a plan – and a plant', 'a plan – and a plant'],
    ['', 'в Минске', 'в Минске'],
  ])('%s: %s', (lang, text, expected) => {
    expect(glue(text, lang)).toBe(expected.replaceAll('~', '\u00a0'));
    expect(glue(text, lang)).toHaveLength(text.length);
  });
});

/** No-break spaces of any width, as a person would type them. */
function spaced(text: string): string {
  return text.replace(/[\u00a0\u202f]/gu, ' ');
}
