/** Words that carry grammar, not names: capitals at the head of a sentence prove nothing, and few archives are large enough to show them small. */
const SMALL = new Set(
  `the a an this that these those in on at by for from of to with without and but or nor as if when while after before since until till under over about above
  between among both all any each every no not it its he his him she her hers they their them we our us you your i my me who whom whose what which where why how
  there here then so yet also however only even once one two three four five six seven eight nine ten first second third last next new old many most more much
  some such same other another few several despite during according meanwhile earlier later today yesterday tomorrow now still just although though because
  whether will would could should may might must can shall do does did has have had is are was were be been being let nobody nothing everybody everyone
  somebody something neither either half instead moreover therefore thus hence perhaps maybe against into onto out off up down within through again indeed
  update sources source note read see
  в во на по за из с со к ко у о об от до для при про под над без и а но или либо да не ни же ли бы то это этот эта эти тот та те так как что чтобы где когда куда
  почему потому если хотя пока после перед через между среди кроме вместо он она оно они его ее их ему им мы нас нам вы вас я мне свой своя свои наш ваш кто все всё
  весь вся всего уже еще только даже также тоже там тут здесь теперь тогда сейчас сегодня вчера завтра затем потом однако впрочем поэтому итак один два три четыре
  пять шесть семь восемь девять десять первый второй третий новый новая новое новые другой другая другие многие некоторые каждый около более менее весьма именно
  изза вот лишь ведь раз по-прежнему дополнение источники источник главная главное главный помимо согласно несмотря благодаря вслед против иначе возможно видимо
  у ў ва на па за з са са да аб ад для пры пра пад над без і й а але ці або то гэта гэты гэтая гэтыя той тая тыя так як што каб дзе калі куды чаму таму хаця хоць пакуль
  пасля перад праз паміж сярод акрамя апрача замест ён яна яно яны яго яе іх яму ім мы нас нам вы вас мне свой свая свае наш ваш хто усе ўсё увесь уся ужо яшчэ толькі
  нават таксама там тут цяпер тады зараз сёння учора заўтра затым потым аднак зрэшты адзін два тры чатыры пяць шэсць сем восем дзевяць дзесяць першы другі трэці
  новы новая новае новыя іншы іншая іншыя многія некаторыя кожны каля больш менш менавіта вось раз дапаўненне крыніцы крыніца галоўная галоўнае галоўны паводле
  зза апроч нягледзячы дзякуючы услед супраць інакш магчыма відаць`.split(/\s+/u),
);

/** Whether a folded word carries grammar and is never a name by itself. */
export function isSmallWord(folded: string): boolean {
  return SMALL.has(folded);
}

const DAYS = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  monday tuesday wednesday thursday friday saturday sunday christmas easter
  январь января феврале февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря
  понедельник вторник среда четверг пятница суббота воскресенье
  студзень студзеня люты лютага сакавік сакавіка красавік красавіка травень траўня май мая чэрвень чэрвеня ліпень ліпеня жнівень жніўня верасень верасня кастрычнік кастрычніка лістапад
  лістапада снежань снежня панядзелак аўторак серада чацвер пятніца субота нядзеля`.split(/\s+/u),
);

/** Whether a folded word is a month or a day of the week. */
export function isDay(folded: string): boolean {
  return DAYS.has(folded);
}

const PEOPLES = new Set(
  `french german germans dutch polish swiss british english greek greeks czech czechs danish spanish chinese turkish turks swedish swedes finnish finns irish welsh scottish american americans
  european europeans western eastern northern southern central soviet christian christians orthodox catholic catholics muslim muslims jewish jews islamic arab arabs asian african baltic
  latin tatar tatars chechen chechens crimean pole poles swede dane danes finn brit britons slavic slav slavs nordic caucasian russians belarusians ukrainians lithuanians latvians
  kazakh kazakhs uzbek uzbeks kyrgyz tajik turkmen georgian georgians armenian armenians azerbaijani jew roma gypsy west east north south president prime`.split(
    /\s+/u,
  ),
);
const OF_A_PEOPLE = /(?:[^aeiou]ian|[nrtlszkv]ians|[aeiou]nese|ese|[rnv]ish)s?$/u;

/** Whether a folded English word names a people or a side of the world: it may open a name, it is none by itself. */
export function isOfAPeople(folded: string): boolean {
  return PEOPLES.has(folded) || (folded.length > 6 && OF_A_PEOPLE.test(folded));
}
