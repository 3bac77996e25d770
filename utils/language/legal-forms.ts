import { startsWithStem, stemSet } from './stem-set';

/** Legal forms of companies, folded: taken off the ends of a name, never out of its middle. */
const FORMS = new Set(
  `оао зао ооо пао ао чуп уп руп гп фгуп муп ип одо тоо ат тдв тов пат прат нпк нпо зат аат ааа таа руп куп суп пуп нпп
  jsc ojsc cjsc pjsc oao zao ooo pao ao ltd limited llc llp inc incorporated plc corp gmbh ag sa sarl spa srl bv nv oy ab as co pat pjs brd lp unitary group holding группа холдинг гурт група`.split(
    /\s+/u,
  ),
);

/** Whether a folded word is a legal form. */
export function isLegalForm(folded: string): boolean {
  return FORMS.has(folded);
}

/** What stands beside a company or organisation and says that it is one, as folded stems; a word counts that starts with one. */
const CUES = stemSet(
  `завод комбинат компан предприят холдинг концерн корпорац фирм банк парт групп объединен акц бренд производител газет телеканал канал магазин сет
партия комитет движен агентств журнал издан правозащит фабрик
камбінат кампан прадпрыемств холдынг канцэрн карпарац банк парты суполк цэнтр аб’яднан аб'яднан аб’ядн
plant factory company firm holding concern corporation enterprise bank party group maker manufacturer producer brand shares plants subsidiary
carrier store chain supermarket newspaper movement zavod`.split(/\s+/u),
);

/** Whether a folded word says that the name beside it is a company or an organisation. */
export function isCompanyCue(folded: string): boolean {
  return FORMS.has(folded) || startsWithStem(CUES, folded);
}
