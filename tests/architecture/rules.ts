import { posix } from 'node:path';
import ts from 'typescript';
import {
  BANNED_FILES,
  BANNED_WORDS,
  HOUSE,
  LONGER_FILES,
  MAX_DOOR_EXPORTS,
  MAX_LINES,
  OUTSIDE,
  type Room,
} from './house';

/** A source file, by its path from the top of the repository, with "/" between folders. */
export interface Source {
  path: string;
  text: string;
}

/** What the house rules say against a source file of any folder; empty when nothing. */
export function brokenBy(source: Source): string[] {
  const rules = [brokenName, brokenLength, brokenTodo];
  if (/^(utils|components|entrypoints)\//.test(source.path)) {
    rules.push(brokenSyntax);
    if (!isTest(source.path)) rules.push(brokenRoom);
  }
  return rules.flatMap((rule) => rule(source));
}

/** Tests and benches stand inside a room but may look at whatever they measure. */
function isTest(path: string): boolean {
  return /\.(test|test-d|bench)\.tsx?$/.test(path);
}

function brokenName({ path }: Source): string[] {
  const file = posix.basename(path);
  const stem = file.replace(/(\.(test|test-d|bench|spec|firefox|config|content|d))*\.\w+$/, '');
  if (BANNED_FILES.includes(stem)) return [`"${file}" does not say what it holds`];
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) return [];
  const isComponent = file.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(stem);
  return isComponent ? [] : [`"${file}" is neither kebab-case nor a component in PascalCase.tsx`];
}

function brokenLength({ path, text }: Source): string[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const isListed = Object.hasOwn(LONGER_FILES, path);
  if (lines > MAX_LINES && !isListed) return [`${lines} lines; at most ${MAX_LINES}`];
  if (lines <= MAX_LINES && isListed)
    return [`no longer over ${MAX_LINES} lines: take it off the list of longer files`];
  return [];
}

function brokenTodo({ text }: Source): string[] {
  // The word is put together here, or this line would break its own rule.
  const bare = new RegExp(`\\b(TO${'DO'}|FIX${'ME'}|XX${'X'})\\b(?!\\(\\d{4}-\\d{2}\\): )`);
  return bare.test(text) ? ['a bare note for later: give it a date and a condition, as TO' + 'DO(2027-03): …'] : [];
}

function brokenRoom(source: Source): string[] {
  const room = roomOf(source.path);
  const rules = ruleOf(room);
  if (!rules || source.path.split('/').length < 3) {
    return [`"${room}" is not a room. Rooms: ${Object.keys(HOUSE).join(', ')}`];
  }
  return [
    ...importsOf(source).flatMap((spec) => brokenImport({ path: source.path, spec, rules })),
    ...brokenOutside(source, rules),
    ...(posix.dirname(source.path) === room &&
    /^index\.tsx?$/.test(posix.basename(source.path)) &&
    room.startsWith('utils/')
      ? brokenDoor(source)
      : []),
  ];
}

function brokenImport({ path, spec, rules }: { path: string; spec: string; rules: Room }): string[] {
  const room = roomOf(path);
  const bare = spec.replace(/\?.*$/, '');
  const local = bare.startsWith('@/')
    ? bare.slice(2)
    : bare.startsWith('.')
      ? posix.join(posix.dirname(path), bare)
      : null;
  if (local === null) {
    // Type-only look-ups and styles of packages are judged like code: what a room names, it depends on.
    return rules.packages.some((allowed) => allowed.test(spec)) ? [] : [`${room} may not touch "${spec}"`];
  }
  const target = roomOf(local);
  if (target === room || local.startsWith('public/')) return [];
  if (!rules.imports.includes(target) && !rules.imports.includes(`${topOf(target)}/*`)) {
    return [`${room} may not import ${target}. Allowed: ${rules.imports.join(', ') || 'nothing'}`];
  }
  if (topOf(target) === 'utils' && spec !== `@/${target}`) return [`enter ${target} by its door: '@/${target}'`];
  return [];
}

/** Names of the outside world that a room says without having them in its line of the house. */
function brokenOutside(source: Source, rules: Room): string[] {
  const root = parse(source);
  const own = declaredIn(root);
  const forbidden = new Map<string, string>();
  for (const [outside, names] of Object.entries(OUTSIDE)) {
    if (!(rules.outside as readonly string[]).includes(outside)) names.forEach((name) => forbidden.set(name, outside));
  }
  const said = new Set<string>();
  walk(root, (node) => {
    if (ts.isIdentifier(node) && forbidden.has(node.text) && !own.has(node.text) && isSaid(node)) said.add(node.text);
  });
  return [...said].map((name) => `${roomOf(source.path)} may not touch the ${forbidden.get(name)}: "${name}"`);
}

function brokenDoor(source: Source): string[] {
  const root = parse(source);
  const broken: string[] = [];
  const exports = root.statements.filter((statement) => ts.isExportDeclaration(statement));
  if (exports.length !== root.statements.length) broken.push('a door holds nothing but "export { … } from"');
  if (exports.some((statement) => !statement.exportClause)) broken.push('a door names what it shows: no "export *"');
  // A statement is a line, however the formatter wraps it.
  if (exports.length > MAX_DOOR_EXPORTS)
    broken.push(`a door has at most ${MAX_DOOR_EXPORTS} lines of exports, not ${exports.length}`);
  const header = /^\/\*\*[^]*?\*\//.exec(source.text)?.[0].split('\n').length ?? 0;
  if (header < 5 || header > 12)
    broken.push('a door has a header of five to ten lines: what the room does, may touch, promises');
  return broken;
}

function brokenSyntax(source: Source): string[] {
  const broken = new Set<string>();
  const isRoom = !source.path.startsWith('entrypoints/');
  if (/@ts-(ignore|nocheck)/.test(source.text))
    broken.add('no @ts-ignore: say what the compiler cannot know in a type');
  walk(parse(source), (node) => {
    if (ts.isEnumDeclaration(node)) broken.add('no enum: a union of literals');
    if (isRoom && isDefaultExport(node)) broken.add('no default export: one name for one thing everywhere');
    if (ts.isExportDeclaration(node) && !node.exportClause) broken.add('no "export *"');
    if (ts.isFunctionDeclaration(node) && node.parameters.some(isBoolean)) {
      broken.add(`no boolean parameter: ${node.name?.text ?? 'default'}() cannot be read where it is called`);
    }
    if (ts.isIdentifier(node) && Object.hasOwn(BANNED_WORDS, node.text)) {
      broken.add(`no "${node.text}": ${BANNED_WORDS[node.text]}`);
    }
  });
  return [...broken];
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

function isBoolean(parameter: ts.ParameterDeclaration): boolean {
  return parameter.type?.kind === ts.SyntaxKind.BooleanKeyword;
}

/** Whether an identifier stands for a thing, not for a property, a key or a type. */
function isSaid(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isTypeNode(parent) ||
    ts.isTypeElement(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isJsxAttribute(parent)
  );
}

/** Names that the file itself declares: a parameter called `window` is not the browser's. */
function declaredIn(root: ts.SourceFile): Set<string> {
  const own = new Set<string>();
  walk(root, (node) => {
    const isDeclaration = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (
      (isDeclaration || ts.isFunctionDeclaration(node) || ts.isImportSpecifier(node)) &&
      node.name &&
      ts.isIdentifier(node.name)
    ) {
      own.add(node.name.text);
    }
  });
  return own;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function parse({ path, text }: Source): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

function importsOf({ text }: Source): string[] {
  return ts.preProcessFile(text).importedFiles.map((file) => file.fileName);
}

function ruleOf(room: string): Room | undefined {
  return HOUSE[room] ?? HOUSE[`${topOf(room)}/*`];
}

function roomOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function topOf(room: string): string {
  return room.split('/')[0] ?? '';
}
