import { startsWithStem, stemSet } from './stem-set';

/** Words before a surname that say "a person follows", as folded stems: a word counts that starts with one. */
const STEMS = stemSet(
  `президент премьер вице министр депутат сенатор посол глав директор генерал полковник майор губернатор мэр председател секретар адвокат
лидер кандидат господин госпож товарищ академик профессор доктор судь прокурор журналист политик экс гендиректор бизнесмен олигарх советник
прэзідэнт прэм міністр дэпутат сенатар пасол старшын дырэктар генерал губернатар мэр сакратар кіраўнік спадар спадарын пан лідар кандыдат прафесар суддз пракурор журналіст дарадц
president premier minister deputy senator ambassador director general colonel governor mayor chairman chairwoman chair secretary chief leader candidate professor judge
prosecutor spokesman spokeswoman spokesperson lawyer activist opposition tycoon businessman adviser advisor`.split(
    /\s+/u,
  ),
);

const WHOLE = new Set(
  'mr mrs ms miss dr sir lord lady gen col maj capt lt prof rep sen gov pres г н гн гжа гр тов акад проф д р св сп спн ген им vice ex head envoy boss king queen prince pope captain cardinal judge'.split(
    ' ',
  ),
);

/** Whether a folded word is a title or an office before a person's name. */
export function isTitle(folded: string): boolean {
  return WHOLE.has(folded) || startsWithStem(STEMS, folded);
}

/** Particles inside surnames, folded: they agree with anything, and prove nothing. */
const PARTICLES = new Set(
  'al el bin ibn van von de der den di da la le du dos del аль эль ибн бин бен ван фон де дер ди да ла ле дю оглы кызы'.split(
    ' ',
  ),
);

/** Whether a folded word is a particle of a surname. */
export function isParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}

const PATRONYMIC =
  /(?:[оеаяі]вич|[оеаяі]віч|ич|іч|овн|евн|аўн|еўн|яўн|ичн|інічн|ыч|[oeai]v[iy]c?c?h|ovn|evn|a[uv]na|yevn|yavn)(?:а|у|ем|ам|ом|е|ы|ой|ай|a)?$/u;

/** Whether a folded word has the shape of a patronymic; many surnames have it too. */
export function isPatronymic(folded: string): boolean {
  return folded.length > 5 && PATRONYMIC.test(folded);
}
