import { compileNames, findMentions } from '@/utils/matching';
import type { Entity, EntityType, NameKind } from '@/utils/model';
import { type DeclaredEntity, type Language, LANGUAGES, type Sheet, type Text } from './read-sheets';

/** A body is read in two minutes. */
const WORDS = { least: 120, most: 250 };
const PARAGRAPHS = { least: 3, most: 6 };

/**
 * What is amiss with the starter archive, a sentence each; empty when it may ship. Names in the bodies are looked for by
 * the product's own matcher, inflected as they are.
 */
export function checkSheets(sheets: readonly Sheet[], entities: readonly DeclaredEntity[]): string[] {
  const names = compileNames(entities.map(entityOf));
  const declared = new Set(entities.map((entity) => entity.id));
  const used = new Set(sheets.flatMap((sheet) => sheet.about.entities));
  return [
    ...entities.filter(({ id }) => !used.has(id)).map(({ id }) => `entities.json: no brief declares ${id}`),
    ...sheets.flatMap((sheet) => [
      ...checkAbout(sheet, declared),
      ...LANGUAGES.flatMap((language) => {
        const text = sheet.texts[language];
        return text ? checkText(text, sheet) : [`${sheet.about.id}: no ${language}.md`];
      }),
      ...checkFigures(sheet),
      ...checkNames(sheet, names),
    ]),
  ];
}

function checkAbout({ about }: Sheet, declared: ReadonlySet<string>): string[] {
  const { id, week, verdict, entities, sources } = about;
  const from = new Date(`${week.from}T00:00:00Z`);
  const days = (Date.parse(week.to) - from.getTime()) / 86_400_000;
  return [
    ...(from.getUTCDay() === 1 && days === 6
      ? []
      : [`${id}: ${week.from} to ${week.to} is not a Monday to its Sunday`]),
    ...(['improved', 'unchanged', 'worsened'].includes(verdict) ? [] : [`${id}: "${verdict}" is no verdict`]),
    ...entities
      .filter((entity) => !declared.has(entity))
      .map((entity) => `${id}: entity ${entity} is not in entities.json`),
    ...(sources.length > 0 ? [] : [`${id}: no source`]),
    ...sources
      .filter(
        (source) => source.includes('://') && !(URL.canParse(source) && /^https?:$/u.test(new URL(source).protocol)),
      )
      .map((source) => `${id}: ${source} is not a well-formed address`),
  ];
}

function checkText({ file, title, paragraphs }: Text, { about }: Sheet): string[] {
  const facts = new Set(paragraphs.flatMap((paragraph) => paragraph.facts));
  const words = paragraphs.reduce(
    (sum, { text }) => sum + text.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length,
    0,
  );
  const all = Array.from({ length: about.facts }, (_, index) => index + 1);
  return [
    ...all.filter((fact) => !facts.has(fact)).map((fact) => `${file}: fact ${fact} is not used`),
    ...[...facts].filter((fact) => !all.includes(fact)).map((fact) => `${file}: there is no fact ${fact}`),
    ...(words >= WORDS.least && words <= WORDS.most
      ? []
      : [`${file}: ${words} words, ${WORDS.least} to ${WORDS.most} wanted`]),
    ...(paragraphs.length >= PARAGRAPHS.least && paragraphs.length <= PARAGRAPHS.most
      ? []
      : [`${file}: ${paragraphs.length} paragraphs`]),
    ...(/[.!"]$/u.test(title) ? [`${file}: a title has no full stop`] : []),
    ...(paragraphs.some(({ text }) => text.includes('"')) ? [`${file}: straight quotation marks`] : []),
  ];
}

/** A number that one language states, all three state. */
function checkFigures({ about, texts }: Sheet): string[] {
  const figures = (text: Text): string =>
    [
      ...new Set(
        text.paragraphs.flatMap(
          (paragraph) => paragraph.text.replace(/(\d)[\u00a0\u202f](?=\d{3})/gu, '$1').match(/\d+(?:[.,]\d+)?/gu) ?? [],
        ),
      ),
    ]
      .map((figure) => figure.replace(',', '.'))
      .sort()
      .join(' ');
  const sets = LANGUAGES.flatMap((language) =>
    texts[language] ? [[language, figures(texts[language])] as const] : [],
  );
  const [first, ...others] = sets;
  return others
    .filter(([, set]) => set !== first?.[1])
    .map(([language, set]) => `${about.id}: figures differ: ${first?.[0]} has ${first?.[1]}; ${language} has ${set}`);
}

/** Everybody who is named is declared, and nobody is declared who is not named, in each language. */
function checkNames({ about, texts }: Sheet, names: ReturnType<typeof compileNames>): string[] {
  return LANGUAGES.flatMap((language: Language) => {
    const text = texts[language];
    if (!text) return [];
    const blocks = text.paragraphs.map((paragraph) => ({ text: paragraph.text, part: 'body' as const }));
    const found = new Set(findMentions(names, { lang: language, blocks }).map((mention) => mention.entityId));
    return [
      ...about.entities.filter((id) => !found.has(id)).map((id) => `${text.file}: declares ${id} and does not name it`),
      ...[...found]
        .filter((id) => !about.entities.includes(id))
        .map((id) => `${text.file}: names ${id} and does not declare it`),
    ];
  });
}

function entityOf({ id, type, names, ambiguous }: DeclaredEntity): Entity {
  return {
    id,
    type: type as EntityType,
    names: names.map((name) => ({ ...name, kind: name.kind as NameKind })),
    ambiguous: ambiguous ?? false,
    saidBy: 'archive',
  };
}
