/** A news story of our own, in each language of the interface: what the live demo of the first-run page reads. */
export interface DemoArticle {
  paper: string;
  title: string;
  paragraphs: readonly string[];
}

/** Where the made-up paper would stand; reserved for examples (RFC 2606), so it can never be a real site. */
export const DEMO_ADDRESS = 'https://dispatch.example/';
export const DEMO_DATE = '2012-10-23';

export const DEMO: Readonly<Record<'en' | 'be' | 'ru', DemoArticle>> = {
  en: {
    paper: 'The Dispatch',
    title: 'Minsk and Moscow tie their defence industries closer',
    paragraphs: [
      'First Deputy Prime Minister Vladimir Semashko and Russia’s Deputy Prime Minister Dmitry Rogozin signed a plan on Tuesday that is meant to bring the defence industries of the two countries closer over three years.',
      'Two Belarusian companies were named during the visit: the truck maker MAZ and the electronics company Integral. Talks on joining MAZ with Russia’s KAMAZ have gone on for two years. Trust, officials said, is an integral part of the plan.',
      'President Alexander Lukashenko, who received Rogozin the same day, wanted specific decisions. Prime Minister Mikhail Myasnikovich asked for the last limits on Belarusian industry in the Customs Union to be lifted.',
    ],
  },
  be: {
    paper: 'Кур’ер',
    title: 'Мінск і Масква збліжаюць абаронную прамысловасць',
    paragraphs: [
      'Першы віцэ-прэм’ер Уладзімір Сямашка і віцэ-прэм’ер Расіі Дзмітрый Рагозін падпісалі ў аўторак план, які мае за тры гады зблізіць абаронную прамысловасць дзвюх краін.',
      'Падчас візіту назвалі два беларускія прадпрыемствы: аўтазавод МАЗ і «Інтэграл», які робіць электроніку. Перамовы пра аб’яднанне МАЗа з расійскім КАМАЗам цягнуцца два гады.',
      'Аляксандр Лукашэнка, які ў той жа дзень прыняў Рагозіна, чакаў канкрэтных рашэнняў. Прэм’ер-міністр Міхаіл Мясніковіч папрасіў зняць апошнія абмежаванні для беларускіх галін у Мытным саюзе.',
    ],
  },
  ru: {
    paper: 'Курьер',
    title: 'Минск и Москва сближают оборонную промышленность',
    paragraphs: [
      'Первый вице-премьер Владимир Семашко и вице-премьер России Дмитрий Рогозин подписали во вторник план, который должен за три года сблизить оборонную промышленность двух стран.',
      'Во время визита назвали два белорусских предприятия: автозавод МАЗ и «Интеграл», который делает электронику. Переговоры об объединении МАЗа с российским КАМАЗом идут два года.',
      'Александр Лукашенко, принявший в тот же день Рогозина, ждал конкретных решений. Премьер-министр Михаил Мясникович попросил снять последние ограничения для белорусских отраслей в Таможенном союзе.',
    ],
  },
};
