import { describe, expect, it } from 'vitest';
import type { Brief } from '@/utils/model';
import { findEntities, type Found } from '.';
import { briefOf } from './briefs-for-tests';

/** What was found, a line an entity: type and names. */
function linesOf({ entities }: Found): string[] {
  return entities.map(({ type, names }) => `${type}: ${names.map(({ text }) => text).join(' | ')}`).sort();
}

async function linesIn(lang: string, text: string): Promise<string[]> {
  return linesOf(await findEntities([briefOf(`\n${text}`, { lang })]));
}

describe('finds in English', () => {
  it.each([
    [
      'a full name, then the surname',
      'On Monday Dmitry Rogozin spoke. Rogozin left.',
      ['person: Dmitry Rogozin | Rogozin'],
    ],
    ['a title in small letters', 'He met vice premier Rogozin.', ['person: Rogozin']],
    ['titles in capitals', 'So said Deputy Prime Minister Igor Sechin.', ['person: Igor Sechin | Sechin']],
    [
      'a name behind a title and a comma',
      'It was the German foreign minister, Guido Westerwelle.',
      ['person: Guido Westerwelle | Westerwelle'],
    ],
    ['an initial', 'It was signed by A. Miller.', ['person: Miller']],
    ['a possessive', 'It was Dmitry Rogozin’s plan.', ['person: Dmitry Rogozin | Rogozin']],
    [
      'an acronym and what it is short for',
      'He joined the Common Economic Space (CES).',
      ['organisation: Common Economic Space | CES'],
    ],
    [
      'an acronym without brackets',
      'The Common Economic Space grew; the CES grew.',
      ['organisation: Common Economic Space | CES'],
    ],
    [
      'small words inside',
      'He spoke to the Organization for Security and Co-operation in Europe.',
      ['organisation: Organization for Security and Co-operation in Europe'],
    ],
    [
      'two names that "and" joins',
      'He left the Customs Union and the Common Economic Space.',
      ['organisation: Common Economic Space', 'organisation: Customs Union'],
    ],
    [
      'whose it is, left out',
      'So ruled the Supreme Court of Belarus.',
      ['organisation: Supreme Court', 'place: Belarus'],
    ],
    [
      'a company by its legal form',
      'It was bought by Uralkali Ltd and the company Zubr.',
      ['company: Uralkali', 'company: Zubr'],
    ],
    ['a company by its noun', 'It went to the Belarusian Potash Company.', ['company: Belarusian Potash Company']],
    ['quotation marks', 'They are the plant “Integral” and others.', ['company: Integral']],
    ['a country', 'They live in Germany.', ['place: Germany']],
    ['nothing in months, days, peoples', 'On Monday in October the Russians and the Belarusian side met.', []],
    ['nothing at the heads of sentences', 'Talks go on. Nobody knows. Meanwhile talks fail.', []],
    ['nothing in addresses', 'See https://Example.org/Dmitry/Rogozin and Dmitry@Rogozin.org', []],
  ])('%s', async (_, text, expected) => expect(await linesIn('en', text)).toEqual(expected));
});

it('finds nothing in titles where every word has a capital', async () => {
  const { entities } = await findEntities([briefOf('Ministers Sign Another Plan About Minsk Works', { lang: 'en' })]);
  expect(entities).toEqual([]);
});

describe('finds in Russian', () => {
  it.each([
    ['a name in the instrumental', 'Встреча с Дмитрием Рогозиным прошла.', ['person: Дмитрий Рогозин | Рогозин']],
    [
      'cases of one person',
      'Об этом Рогозину сказали. Дмитрия Рогозина ждали, о Рогозине писали.',
      ['person: Дмитрий Рогозин | Рогозин'],
    ],
    ['a man in the genitive, not a woman', 'Слова Александра Волошина.', ['person: Александр Волошин | Волошин']],
    ['a woman', 'Встреча с Анной Волошиной.', ['person: Анна Волошина | Волошина']],
    [
      'a surname of an adjective',
      'Дело Алеся Беляцкого. Алесь Беляцкий свободен.',
      ['person: Алесь Беляцкий | Беляцкий'],
    ],
    ['a patronymic', 'Пришёл Сергей Николаевич Мартынов.', ['person: Сергей Мартынов | Мартынов']],
    ['initials', 'Это решил А. Миллер.', ['person: Миллер']],
    ['a title', 'Так решил вице-премьер Семашко.', ['person: Семашко']],
    ['not the place a title is of', 'Так решил губернатор Айовы.', []],
    [
      'an organisation in small letters',
      'Он вошёл в Единое экономическое пространство (ЕЭП).',
      ['organisation: Единое экономическое пространство | ЕЭП'],
    ],
    ['an office in the genitive', 'По данным Следственного комитета, нет.', ['organisation: Следственный комитет']],
    [
      'an office with what it is for',
      'Он написал в Комитет государственной безопасности.',
      ['organisation: Комитет государственной безопасности'],
    ],
    ['a company in quotation marks', 'Доля «Газпрома» и ОАО «Пеленг» растёт.', ['company: Газпром', 'company: Пеленг']],
    ['a movement', 'Лидер движения «Говори правду» ушёл.', ['organisation: Говори правду']],
    ['an acronym with an ending', 'Слияние МАЗа и КАМАЗа.', ['organisation: КАМАЗ', 'organisation: МАЗ']],
    ['a plant', 'Он видел Мозырский НПЗ.', ['company: Мозырский НПЗ']],
    ['a country in any case', 'Он жил в Германии.', ['place: Германия']],
    ['no speech', 'Он сказал: «Мы не знаем ничего».', []],
    ['no common acronym', 'Так пишут СМИ.', []],
  ])('%s', async (_, text, expected) => expect(await linesIn('ru', text)).toEqual(expected));
});

describe('finds in Belarusian', () => {
  it.each([
    ['a name in the genitive', 'Словы Андрэя Саннікава.', ['person: Андрэй Саннікаў | Саннікаў']],
    ['a name in -энка', 'Словы Аляксандра Лукашэнкі.', ['person: Аляксандр Лукашэнка | Лукашэнка']],
    ['an office', 'Ён у Палаце прадстаўнікоў.', ['organisation: Палата прадстаўнікоў']],
    ['a country', 'Ён жыў у Францыі.', ['place: Францыя']],
    ['nothing in small words', 'Паводле слоў. Акрамя таго, не.', []],
  ])('%s', async (_, text, expected) => expect(await linesIn('be', text)).toEqual(expected));
});

const TRANSLATED: readonly Brief[] = [
  briefOf(
    '\nDmitry Rogozin spoke for the IMF in Moscow.\nThe International Monetary Fund agreed, and so did Belaruskali.',
    { id: 'a/en', group: 'a/g', lang: 'en' },
  ),
  briefOf(
    '\nДмитрий Рогозин говорил от имени МВФ в Москве.\nМеждународный валютный фонд согласен, как и «Беларуськалий».',
    { id: 'a/ru', group: 'a/g', lang: 'ru' },
  ),
  briefOf('\nДзмітрый Рагозін гаварыў ад імя МВФ у Маскве.\nМіжнародны валютны фонд згодны, як і «Беларуськалій».', {
    id: 'a/be',
    group: 'a/g',
    lang: 'be',
  }),
];

describe('joins', () => {
  it('the languages of one thing, by sound, by place and by acronym', async () => {
    expect(linesOf(await findEntities(TRANSLATED))).toEqual([
      'company: Belaruskali | Беларуськалий | Беларуськалій',
      'organisation: International Monetary Fund | IMF | Международный валютный фонд | МВФ | Міжнародны валютны фонд | МВФ',
      'person: Dmitry Rogozin | Rogozin | Дмитрий Рогозин | Рогозин | Дзмітрый Рагозін | Рагозін',
      'place: Moscow | Москва | Масква',
    ]);
  });

  it('a surname alone with the person of the same archive, and says which briefs name whom', async () => {
    const briefs = [
      briefOf('\nПришёл Дмитрий Рогозин.', { id: 'a/1' }),
      briefOf('\nВстреча с Рогозиным.', { id: 'a/2' }),
    ];
    const { entities, named } = await findEntities(briefs);
    expect(entities).toHaveLength(1);
    expect([...named]).toEqual([['a/1', [entities[0]!.id]], ['a/2', [entities[0]!.id]]]); // prettier-ignore
  });

  it('no namesakes: another given name is another person', async () => {
    const { entities } = await findEntities([briefOf('\nДмитрий Рогозин и Игорь Рогозин пришли.')]);
    expect(entities.map(({ names }) => names[0]!.text)).toEqual(['Дмитрий Рогозин', 'Игорь Рогозин']);
  });

  it('no countries that only sound alike', async () => {
    const briefs = [
      briefOf('\nHe lives in Latvia.', { id: 'a/1', group: 'a/g', lang: 'en' }),
      briefOf('\nОн живёт в Литве.', { id: 'a/2', group: 'a/g' }),
    ];
    expect(linesOf(await findEntities(briefs))).toEqual(['place: Latvia', 'place: Литва']);
  });
});

describe('respects', () => {
  it('what is declared: it is named, and not found again', async () => {
    const rogozin = {
      id: 'a/rogozin',
      type: 'person',
      names: [{ text: 'Дмитрий Рогозин', kind: 'full' }],
      ambiguous: false,
      saidBy: 'archive',
    } as const;
    const { entities, named } = await findEntities([briefOf('\nВстреча с Дмитрием Рогозиным в Минске.')], {
      declared: [rogozin],
    });
    expect(entities.map(({ id, saidBy }) => [id, saidBy])).toEqual([['a/~минск', 'found']]);
    expect(named.get('a/1')).toContain('a/rogozin');
  });

  it('doubt: a name that is written small elsewhere is an ordinary word too', async () => {
    const text = '\nНа заводе «Интеграл» праздник. Завод «Интеграл» растёт. Это интеграл по контуру.';
    const { entities } = await findEntities([briefOf(text)]);
    expect(entities.map(({ names, ambiguous }) => [names[0]!.text, ambiguous])).toEqual([['Интеграл', true]]);
  });

  it('its caller: the share of the work done only grows, and ends at one', async () => {
    const shares: number[] = [];
    await findEntities(TRANSLATED, { onProgress: (share) => void shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
