/**
 * Given names that are one name in several languages, and their short forms: a group a line. Folded spellings only; endings are
 * taken off by the caller. It serves two rules: an equivalent given name agrees (Oleksandr, Alexander), and a known given
 * name that does not agree means another person (Igor Rogozin).
 */
export const GROUPS = `
alexander aleksandr oleksandr aliaksandr alyaksandr alexandr aleksander olexander oleksander alex sasha sander alaksandar александр аляксандр аляксандар олександр саша алекс
alexandra aleksandra oleksandra aliaksandra александра аляксандра
alexei aleksei aleksey alexey oleksiy oleksii olexiy aliaksei alyaksei aleksej oleksij aleksiy alex алексей аляксей олексий олексій леша
andrei andrey andriy andrii andrej andrew andreas andre andrzej андрей андрэй андрій эндрю
anna hanna ganna ann anne anya анна ганна аня
antony anthony anton antonio tony антон антоній
arkady arkadiy arkadi arkadij аркадий аркадзь
artem artyom artsiom artjom артем арцем
boris barys borys барис борис барыс
bogdan bohdan bahdan богдан багдан
catherine ekaterina katerina kateryna yekaterina katsiaryna kathryn katherine katya екатерина кацярына катерина катя кэтрин
charles karl carl carlos карл чарльз
christine christina kristina krystsina кристина хрысціна крысціна
daniel danila daniil danylo danil даниил данила данііл даниэль даніэл
david dawid davit dzavid давид дэвид дэвід давід
denis denys dzianis dennis денис дзяніс деннис
dmitry dmitri dmitriy dmitrij dmytro dzmitry dzmitryj dimitri dima dmytriy дмитрий дзмітрый дмитро змітер зміцер дима
eduard edward edvard эдуард едуард эдвард
elena olena yelena jelena alena helen helena елена олена алена лена хелен
elizabeth elizaveta yelizaveta елизавета лізавета
eugene evgeny evgeni evgeniy yevgeny yevgeniy yevgeni yauhen jauhien yevhen yevhenii евгений яўген евген євген
fyodor fedor fiodar theodore fedir федор федар теодор
francis frantsishak franciszek фрэнсис францішак
galina halina halyna галина галіна
gennady gennadiy gennadi gennadii hienadz henadz guennadi hennadiy геннадий генадзь
george georgy georgiy georgi heorhi jerzy heorhiy yuri георгий георгій джордж
gregory grigory grigoriy ryhor hryhoriy grigori григорий рыгор грэгары
henry heinrich henri henryk genrikh генри генрих
igor ihor игорь ігар ігор
ilya illia illya ilia илья ілья ілля
irina iryna irene ирина ірына
ivan iwan john jan yan ioann jean ian иван іван ян джон жан
jacob yakov yakau jakub якоў яков якуб джейкоб
james jim jimmy jaime джеймс джим джым
joseph iosif josef yosif jozef joe осип иосиф йосіф язэп джозеф
julia yulia yuliya julija iulia yulya yuliia юлия юлія юля джулия
konstantin kanstantsin constantine kostyantyn konstantyn константин канстанцін костянтин
kirill kiryl kyrylo cyril кирилл кірыл
larisa larysa лариса ларыса
leonid leanid leon леонид леанід
lidia lidiya lydia лидия лідзія
ludmila lyudmila liudmila людмила людміла
maksim maxim maksym max maxym максим максім
maria mariya mary maryia marija marie marta mariia мария марыя
mark marcus marek марк
matthew matvei matvey matsvei mathew matt матвей мацвей мэтью мэтт
michael mikhail mihail michail mykhailo mikhael mikhal mike mykhaylo michal михаил міхаіл міхась майкл майк михайло
natalia natalya nataliya natallia natasha natalie наталья наталия наталля наталя
nikita mikita mykyta никита мікіта
nikolai nikolay mikalai mikalaj mykola nicholas nicolas nick mikola николай мікалай микола мікола ник
nina ніна нина
oksana aksana оксана аксана
oleg oleh aleh aleg олег алег
olga olha volha ольга вольга
paul pavel pavlo paval pawel pablo павел павал павло пол
peter petr pyotr petro piotr pyatro piatro pedro петр петро пятро питер
philip filip filipp phil филипп піліп филип фил
robert rob bob роберт
roman raman роман раман
sergei sergey sergiy serhiy serhii siarhei syarhey sergii serge serghiei siarhiej sergej сергей сяргей сергій
simon semyon semen siamion семен сямен саймон
stanislav stanislau stanislaw станислав станіслаў
stephen steven stepan stsiapan stefan steve stiven степан сцяпан стивен стефан стывен
svetlana sviatlana svitlana svyatlana светлана святлана світлана
tatiana tatyana tatsiana tetiana tetyana татьяна таццяна тетяна
thomas tomas tom foma tommy томас том
timothy timofei timofey tsimafei tim тимофей цімафей
valentin valentyn valiantsin валентин валянцін
valery valeri valeriy valerii valeryi валерий валерый валерій
vasily vasiliy vasili vasyl vasil basil vassili василий васіль василь
victor viktor wiktor виктор віктар віктор
vitaly vitaliy vitali vitalij vitalii виталий віталь виталій віталій
vladimir volodymyr uladzimir wladimir volodimir uladzimier valdemar vova владимир уладзімір володимир володя
vladislav vladyslav uladzislau wladyslaw владислав уладзіслаў
vyacheslav viacheslav vjaceslav vachislav viachaslau вячеслав вячаслаў
walter uolter уолтер вальтер
william bill will guillaume wilhelm уильям вильгельм білл
yaroslav jaroslav yaroslaw iaroslav яраслаў ярослав
yuri yury yuriy yurii jurij jury iurii yurij jerzy юрий юрый юрій
zinaida зинаида зінаіда
raisa раиса раіса
ruslan руслан
rostislav ростислав
roald boyd scott ryan kevin brian jason gary frank donald harry lewis jack keith alan bruce douglas eric ernest fred gordon graham howard hugh jerry kenneth larry leonard luke neil nigel oliver oscar patrick ralph raymond ronald roger samuel stanley stuart terry vincent wayne джек джэк кевин брайан скотт райан гэри фрэнк дональд гарри льюис кит алан брюс дуглас эрик эрнест фред гордон грэм говард хью кеннет ларри леонард люк нил найджел оливер оскар патрик ральф рэймонд рональд роджер сэмюэл стэнли стюарт терри винсент уэйн джерри
arthur artur артур
alla vera lyubov olesya алла вера
zhanna жанна жана
inna инна
emma sarah amy alice carol diane dorothy emily grace hannah janet joan judith karen kate kelly megan michelle olivia rachel rebecca ruth sandra sharon sophie эмма сара эми элис кэрол эмили грейс джанет джоан джудит кейт мишель оливия рэйчел ребекка рут сандра шэрон софи нэнси линда лаура барбара джессика сьюзен laura linda susan barbara jessica nancy lisa
angela anzhela анжела
vadim vadym вадим вадзім
vsevolod usevalad всеволод
svyatoslav sviatoslav святослав
egor yegor jahor yahor егор ягор
lev leu леў лев
zakhar захар
rashid rustam ramzan timur rinat руслан рустам рамзан тимур рашид
mohammed muhammad mohamed mohammad magomed mukhammad мухаммед магомед
ali ahmed ahmad hassan hussein омар ахмед хасан
adam адам
albert альберт
alina алина аліна
felix феликс фелікс
viktoria victoria viktoriya viktoryia виктория вікторыя
diana диана дыяна
ekaterina екатерина
fikret
hans иоганн ханс ганс
klaus клаус
gleb hleb глеб
matteo mateo
martin марцін мартин
richard ричард рычард
`;

let read: ReadonlyMap<string, readonly number[]> | null = null;

/** Groups by spelling; read when first asked for. */
function groupsBySpelling(): ReadonlyMap<string, readonly number[]> {
  if (read) return read;
  const groups = new Map<string, number[]>();
  GROUPS.trim()
    .split('\n')
    .forEach((line, group) => {
      for (const spelling of line.split(' ')) {
        const known = groups.get(spelling);
        if (!known) groups.set(spelling, [group]);
        else if (!known.includes(group)) known.push(group);
      }
    });
  return (read = groups);
}

/** Lines without equivalence: names that are only known to be given names. */
const NONE_IN_COMMON = /^(?:roald|emma|rashid|alla|ali) /u;
const listOnly = new Set(
  GROUPS.trim()
    .split('\n')
    .flatMap((line, group) => (NONE_IN_COMMON.test(line) ? [group] : [])),
);

/** Whether two folded given names, in whatever case, may be one name (Александра is Александр too). */
export function areEquivalent(a: string, b: string): boolean {
  const others = givenLemmas(b).flatMap((lemma) => groupsBySpelling().get(lemma)!);
  return givenLemmas(a).some((lemma) =>
    groupsBySpelling()
      .get(lemma)!
      .some((group) => others.includes(group) && !listOnly.has(group)),
  );
}

/** Whether a folded word, or the word less a case ending, is a given name. */
export function isKnownGiven(folded: string): boolean {
  return givenLemmas(folded).length > 0;
}

/** Whether a folded word is a given name as it stands, in the nominative. */
export function isGivenName(folded: string): boolean {
  return groupsBySpelling().has(folded);
}

/** All given names that a folded word may be a form of, itself first. */
function givenLemmas(folded: string): string[] {
  const lemmas = groupsBySpelling().has(folded) ? [folded] : [];
  const fled = FLEETING[folded];
  if (fled !== undefined) lemmas.push(fled);
  for (const [ending, endings] of endingsByLast.get(folded.charCodeAt(folded.length - 1)) ?? []) {
    if (!folded.endsWith(ending) || folded.length - ending.length < 2) continue;
    const stem = folded.slice(0, folded.length - ending.length);
    for (const lemma of endings) if (groupsBySpelling().has(stem + lemma)) lemmas.push(stem + lemma);
  }
  return lemmas;
}

/** Case endings of given names, and what the name ended in before. */
const CASE_ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['ому', ['']],
  ['ем', ['й', 'ь', '']],
  ['ём', ['ь', '']],
  ['ой', ['а']],
  ['ей', ['я', 'а']],
  ['ом', ['', 'о']],
  ['ам', ['', 'а']],
  ['ай', ['а']],
  ['яй', ['я']],
  ['ою', ['а']],
  ['а', ['', 'о']],
  ['я', ['й', 'ь']],
  ['у', ['', 'а', 'о']],
  ['ю', ['й', 'ь', 'я']],
  ['е', ['', 'а', 'я', 'й', 'ь']],
  ['и', ['я', 'а', 'й']],
  ['ы', ['а', '']],
  ['і', ['я', 'а', 'ь', 'й']],
  ['э', ['', 'а']],
];
/** The endings by their last letter: most words end as no given name does. */
const endingsByLast = new Map<number, (typeof CASE_ENDINGS)[number][]>();
for (const each of CASE_ENDINGS) {
  const last = each[0].charCodeAt(each[0].length - 1);
  endingsByLast.set(last, [...(endingsByLast.get(last) ?? []), each]);
}
const FLEETING: Readonly<Record<string, string>> = {
  павла: 'павел',
  павлу: 'павел',
  павлом: 'павел',
  павле: 'павел',
  петра: 'петр',
  льва: 'лев',
  льву: 'лев',
  паўла: 'павел',
  паўлу: 'павел',
  паўлам: 'павел',
};
