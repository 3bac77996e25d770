import type { EntityType } from '@/utils/model';
import { foldWord } from '@/utils/language';

/** What the noun at the head of a name says: Common Economic *Space*, *Палата* представителей. */
export interface Head {
  /** One number for a notion in all languages: фонд, fund, foundation. */
  notion: number;
  type: EntityType;
}

/** A declined noun found in a text. */
export interface DeclinedHead extends Head {
  lemma: string;
  gender: 'm' | 'f' | 'n' | 'p';
}

/** A notion a line: English words, then Russian and Belarusian nouns in the nominative. The kinds of things are few and the same everywhere; no name is listed. */
const NOTIONS: Readonly<Partial<Record<EntityType, string>>> = {
  organisation: `
union / союз / саюз звяз зьвяз
party / партия / партыя
committee / комитет / камітэт
commission / комиссия / камісія
council soviet / совет / рада савет
ministry / министерство / міністэрства
court tribunal / суд трибунал / суд трыбунал
fund foundation / фонд / фонд
agency / агентство / агенцтва агентства
service / служба / служба
centre center / центр / цэнтр
federation / федерация / федэрацыя
association / ассоциация / асацыяцыя
community commonwealth / сообщество содружество / супольнасць супольніцтва садружнасць
space / пространство / прастора
organization organisation / организация / арганізацыя
parliament / парламент / парламент
congress / конгресс съезд / кангрэс з'езд
assembly / собрание ассамблея / сход асамблея
chamber house / палата / палата
front / фронт / фронт
movement / движение / рух
partnership / партнерство / партнёрства
force forces troops / силы войска / сілы войскі
institute / институт / інстытут
university / университет / універсітэт
academy / академия / акадэмія
department directorate / департамент управление / дэпартамент упраўленне
bureau office / бюро офис / бюро офіс
alliance coalition bloc / альянс коалиция блок / альянс кааліцыя блок
league / лига / ліга
confederation / конфедерация / канфедэрацыя
society / общество / таварыства
network / сеть / сетка
initiative campaign / инициатива кампания / ініцыятыва кампанія
administration / администрация / адміністрацыя
prosecution / прокуратура / пракуратура
senate / сенат / сенат
duma / дума / дума
police militia / полиция милиция / паліцыя міліцыя
army guard / армия гвардия / армія гвардыя
church / церковь / царква
club / клуб / клуб
mission / миссия / місія
state / государство / дзяржава
government / правительство / урад
authority / ведомство / ведамства
amnesty / амнистия / амністыя
cabinet / кабинет / кабінет
broadcaster television radio / телерадиокомпания телевидение радио / тэлерадыёкампанія тэлебачанне радыё
newspaper gazette / газета / газета
treasury / казначейство / казначэйства
inspectorate / инспекция / інспекцыя
school college / школа колледж / школа каледж
library / библиотека / бібліятэка
museum / музей / музей
theatre theater / театр / тэатр
hospital clinic / больница клиника / бальніца клініка`,
  company: `
company / компания / кампанія
plant works factory / завод фабрика АЭС ТЭЦ ГЭС / завод фабрыка АЭС ТЭЦ ЦЭЦ ГЭС
refinery / НПЗ / НПЗ
corporation / корпорация / карпарацыя
concern / концерн / канцэрн
holding group / холдинг группа / холдынг група
enterprise / предприятие / прадпрыемства
bank / банк / банк
airlines airways / авиакомпания авиалинии / авіякампанія авіялініі
exchange / биржа / біржа
trust / трест / трэст
combine / комбинат / камбінат
studio studios / студия / студыя`,
  place: `
region oblast voivodeship / область край / вобласць край
district / район / раён
city town / город / горад
village / деревня / вёска
river / река / рака
sea / море / мора
ocean / океан / акіян
lake / озеро / возера
street / улица / вуліца
avenue / проспект / праспект
square / площадь / плошча
airport / аэропорт / аэрапорт
station / станция вокзал / станцыя вакзал
republic / республика / рэспубліка
kingdom / королевство / каралеўства
states / штаты / штаты
island islands / остров острова / востраў астравы
peninsula / полуостров / паўвостраў
mountains / горы / горы
province / провинция / правінцыя
range / полигон / палігон
park / парк / парк
valley / долина / даліна`,
  treaty: `
treaty pact / договор пакт / дагавор пакт
agreement accord / соглашение / пагадненне
convention / конвенция / канвенцыя
memorandum / меморандум / мемарандум
protocol / протокол / пратакол
constitution / конституция / канстытуцыя
declaration / декларация / дэкларацыя`,
  event: `
summit / саммит / саміт
conference / конференция / канферэнцыя
forum / форум / форум
championship / чемпионат / чэмпіянат
games olympics / игры олимпиада / гульні алімпіяда
war / война / вайна
cup / кубок / кубак
day / день / дзень
festival / фестиваль / фестываль
revolution / революция / рэвалюцыя
exercise exercises / учения / вучэнні
election elections / выборы / выбары
operation / операция / аперацыя
award prize / премия / прэмія`,
};

/** Endings of the nominative, and those of the other cases of the singular; plurals for nouns that have no other number. */
const NOUNS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ru: [
    [/ия$/u, 'ии ию ией'],
    [/ие$/u, 'ия ию ием ии'],
    [/ок$/u, 'ка ку ком ке'],
    [/а$/u, 'ы и е у ой'],
    [/я$/u, 'и е ю ей'],
    [/о$/u, 'а у ом е'],
    [/е$/u, 'я ю ем е'],
    [/ы$/u, 'ов ам ами ах'],
    [/и$/u, ' ам ами ах'],
    [/й$/u, 'я ю ем е'],
    [/ь$/u, 'я и ю ью ем е'],
    [/(?=$)/u, 'а у ом е'],
  ],
  be: [
    [/ія$/u, 'іі ію іяй'],
    [/ыя$/u, 'ыі ыю ыяй'],
    [/нне$/u, 'ння нню ннем нні'],
    [/ак$/u, 'ка ку кам ку'],
    [/(?<=[тд])ва$/u, 'ва ву вам ве'],
    [/ка$/u, 'кі цы ку кай'],
    [/та$/u, 'ты це ту тай'],
    [/да$/u, 'ды дзе ду дай'],
    [/га$/u, 'гі зе гу гай'],
    [/а$/u, 'ы і е э у ай ой'],
    [/я$/u, 'і ю яй ёй'],
    [/ы$/u, 'аў ам амі ах'],
    [/і$/u, 'яў ям ямі ях аў ам амі ах'],
    [/й$/u, 'я ю ем і'],
    [/ь$/u, 'і ю цю ццю ем'],
    [/т$/u, 'та ту там це'],
    [/(?=$)/u, 'а у ам ом е ы'],
  ],
};

const english = new Map<string, Head>();
const declined = new Map<string, DeclinedHead>();
let notions = 0;
for (const [type, lines] of Object.entries(NOTIONS) as [EntityType, string][]) {
  for (const line of lines.trim().split('\n')) {
    const [en = '', ru = '', be = ''] = line.split(' / ');
    const notion = notions++;
    for (const word of en.split(' ')) english.set(word, { notion, type });
    for (const lemma of ru.split(' ')) addDeclined(`ru ${lemma}`, { notion, type, lemma, gender: genderOf(lemma) });
    for (const lemma of be.split(' ')) addDeclined(`be ${lemma}`, { notion, type, lemma, gender: genderOf(lemma) });
  }
}

/** The head that a folded English word is. */
export function englishHead(folded: string): Head | undefined {
  return english.get(folded);
}

/** The head that a Cyrillic word is, in whatever case. */
export function declinedHead(folded: string, lang: 'ru' | 'be'): DeclinedHead | undefined {
  return declined.get(`${lang} ${folded}`);
}

function genderOf(lemma: string): DeclinedHead['gender'] {
  if (lemma === lemma.toUpperCase()) return lemma.endsWith('З') ? 'm' : 'f';
  if (/[ыи]$|[нж]і$|сілы$/u.test(lemma)) return 'p';
  if (/[ое]$|[цс]тва$|^мора$|возера$/u.test(lemma)) return 'n';
  if (/[ая]$|(?:ь|насць)$/u.test(lemma) && !/(?:фестиваль|фестываль)$/u.test(lemma)) return 'f';
  return 'm';
}

/** All forms of a noun of the table, singular; a form that two nouns share belongs to the first. */
function addDeclined(key: string, head: DeclinedHead): void {
  const lang = key.slice(0, 2);
  for (const form of formsOf(foldWord(head.lemma), lang)) {
    if (!declined.has(`${lang} ${form}`)) declined.set(`${lang} ${form}`, head);
  }
}

function formsOf(lemma: string, lang: string): string[] {
  const rule = NOUNS[lang]!.find(([ending]) => ending.test(lemma))!;
  const stem = lemma.replace(rule[0], '');
  return [lemma, ...rule[1].split(' ').map((ending) => stem + ending)];
}
