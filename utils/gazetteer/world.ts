import { type Cyrillic, readingsOf } from './declension';

/**
 * Countries, most capitals, the parts of the world: what everybody's archive names. A line a place, English / Russian / Belarusian, as the
 * Unicode CLDR calls them (Unicode licence). They join the languages where no sound does (Germany, Германия), and are weighed as what they
 * are: named in most briefs, they tell one brief from another least.
 */
const WORLD = `
Belarus / Беларусь Белоруссия РБ / Беларусь РБ
USSR / СССР / СССР
Russia / Россия РФ / Расія РФ
Ukraine / Украина / Украіна
Poland / Польша / Польшча
Lithuania / Литва / Літва
Latvia / Латвия / Латвія
Estonia / Эстония / Эстонія
Germany / Германия / Германія
France / Франция / Францыя
Britain UK / Великобритания Британия / Вялікабрытанія Брытанія
US USA / США / ЗША
Canada / Канада / Канада
Italy / Италия / Італія
Spain / Испания / Іспанія
Portugal / Португалия / Партугалія
Netherlands / Нидерланды / Нідэрланды
Belgium / Бельгия / Бельгія
Luxembourg / Люксембург / Люксембург
Switzerland / Швейцария / Швейцарыя
Austria / Австрия / Аўстрыя
Czechia / Чехия / Чэхія
Slovakia / Словакия / Славакія
Hungary / Венгрия / Венгрыя
Romania / Румыния / Румынія
Bulgaria / Болгария / Балгарыя
Moldova / Молдова Молдавия / Малдова
Georgia / Грузия / Грузія
Armenia / Армения / Арменія
Azerbaijan / Азербайджан / Азербайджан
Kazakhstan / Казахстан / Казахстан
Kyrgyzstan / Киргизия Кыргызстан / Кыргызстан
Tajikistan / Таджикистан / Таджыкістан
Turkmenistan / Туркменистан / Туркменістан
Uzbekistan / Узбекистан / Узбекістан
Mongolia / Монголия / Манголія
China / Китай КНР / Кітай КНР
Japan / Япония / Японія
DPRK / КНДР / КНДР
India / Индия / Індыя
Pakistan / Пакистан / Пакістан
Afghanistan / Афганистан / Афганістан
Iran / Иран / Іран
Iraq / Ирак / Ірак
Syria / Сирия / Сірыя
Turkey Türkiye / Турция / Турцыя
Israel / Израиль / Ізраіль
Lebanon / Ливан / Ліван
Jordan / Иордания / Іарданія
UAE / ОАЭ / ААЭ
Qatar / Катар / Катар
Kuwait / Кувейт / Кувейт
Egypt / Египет / Егіпет
Libya / Ливия / Лівія
Tunisia / Тунис / Туніс
Algeria / Алжир / Алжыр
Morocco / Марокко / Марока
Sudan / Судан / Судан
Ethiopia / Эфиопия / Эфіопія
Kenya / Кения / Кенія
Nigeria / Нигерия / Нігерыя
Ghana / Гана / Гана
Zimbabwe / Зимбабве / Зімбабвэ
Venezuela / Венесуэла / Венесуэла
Cuba / Куба / Куба
Brazil / Бразилия / Бразілія
Argentina / Аргентина / Аргенціна
Mexico / Мексика / Мексіка
Chile / Чили / Чылі
Colombia / Колумбия / Калумбія
Peru / Перу / Перу
Bolivia / Боливия / Балівія
Ecuador / Эквадор / Эквадор
Uruguay / Уругвай / Уругвай
Paraguay / Парагвай / Парагвай
Nicaragua / Никарагуа / Нікарагуа
Vietnam / Вьетнам / В’етнам
Thailand / Таиланд / Тайланд
Indonesia / Индонезия / Інданезія
Malaysia / Малайзия / Малайзія
Singapore / Сингапур / Сінгапур
Philippines / Филиппины / Філіпіны
Australia / Австралия / Аўстралія
Sweden / Швеция / Швецыя
Norway / Норвегия / Нарвегія
Finland / Финляндия / Фінляндыя
Denmark / Дания / Данія
Iceland / Исландия / Ісландыя
Ireland / Ирландия / Ірландыя
Greece / Греция / Грэцыя
Cyprus / Кипр / Кіпр
Malta / Мальта / Мальта
Croatia / Хорватия / Харватыя
Serbia / Сербия / Сербія
Slovenia / Словения / Славенія
Montenegro / Черногория / Чарнагорыя
Albania / Албания / Албанія
Kosovo / Косово / Косава
Myanmar Burma / Мьянма Бирма / М’янма Бірма
Laos / Лаос / Лаос
Cambodia / Камбоджа / Камбоджа
Bangladesh / Бангладеш / Бангладэш
Nepal / Непал / Непал
Yemen / Йемен / Емен
Oman / Оман / Аман
Bahrain / Бахрейн / Бахрэйн
Minsk / Минск / Мінск Менск
Moscow / Москва / Масква
Kyiv Kiev / Киев / Кіеў
Warsaw / Варшава / Варшава
Vilnius / Вильнюс / Вільнюс Вільня
Riga / Рига / Рыга
Tallinn / Таллин / Талін
Berlin / Берлин / Берлін
Paris / Париж / Парыж
London / Лондон / Лондан
Washington / Вашингтон / Вашынгтон
Brussels / Брюссель / Брусель
Rome / Рим / Рым
Madrid / Мадрид / Мадрыд
Lisbon / Лиссабон / Лісабон
Vienna / Вена / Вена
Prague / Прага / Прага
Bratislava / Братислава / Браціслава
Budapest / Будапешт / Будапешт
Bucharest / Бухарест / Бухарэст
Sofia / София / Сафія
Chisinau Chişinău / Кишинев / Кішынёў
Tbilisi / Тбилиси / Тбілісі
Yerevan / Ереван / Ерэван
Baku / Баку / Баку
Astana / Астана / Астана
Tashkent / Ташкент / Ташкент
Bishkek / Бишкек / Бішкек
Dushanbe / Душанбе / Душанбэ
Ashgabat / Ашхабад / Ашгабат
Beijing / Пекин / Пекін
Tokyo / Токио / Токіа
Seoul / Сеул / Сеул
Tehran / Тегеран / Тэгеран
Ankara / Анкара / Анкара
Damascus / Дамаск / Дамаск
Baghdad / Багдад / Багдад
Jerusalem / Иерусалим / Іерусалім
Cairo / Каир / Каір
Caracas / Каракас / Каракас
Havana / Гавана / Гавана
Stockholm / Стокгольм / Стакгольм
Oslo / Осло / Осла
Helsinki / Хельсинки / Хельсінкі
Copenhagen / Копенгаген / Капенгаген
Dublin / Дублин / Дублін
Athens / Афины / Афіны
Belgrade / Белград / Бялград
Zagreb / Загреб / Заграб
Ottawa / Оттава / Атава
Canberra / Канберра / Канбера
Geneva / Женева / Жэнева
Strasbourg / Страсбург / Страсбург
Europe / Европа / Еўропа
Asia / Азия / Азія
Africa / Африка / Афрыка
America / Америка / Амерыка
Eurasia / Евразия / Еўразія`;

const placeOf = new Map<string, number>();
const lines = WORLD.trim().split('\n');
lines.forEach((line, place) => {
  for (const name of line.split(/ \/ | /u))
    if (!placeOf.has(name.toLowerCase())) placeOf.set(name.toLowerCase(), place);
});

/** The place of the world that a word names, in whatever case; undefined where it names none. Acronyms keep their capitals (US is not "us"). */
export function worldPlaceOf(word: string, lang: 'en' | Cyrillic): number | undefined {
  const lower = word.toLowerCase();
  const known = placeOf.get(lower);
  if (known !== undefined) return word.length > 3 || word === word.toUpperCase() ? known : undefined;
  if (lang === 'en') return undefined;
  for (const reading of readingsOf(word, lang)) {
    const place = placeOf.get(reading.lemma.toLowerCase());
    if (place !== undefined && reading.lemma.length > 3) return place;
  }
  return undefined;
}

/** Whether these are the very letters of such a place, in the nominative. */
export function isWorldName(text: string): boolean {
  return placeOf.has(text.toLowerCase());
}

/** How a language calls a place of the world, the usual name first. */
export function worldNames(place: number, lang: 'en' | Cyrillic): readonly string[] {
  return lines[place]!.split(' / ')[lang === 'en' ? 0 : lang === 'ru' ? 1 : 2]!.split(' ');
}
