import { analyse } from 'scslre';
import ts from 'typescript';

/** A regular expression that some text makes slow, with how slow. */
export interface SlowExpression {
  expression: string;
  /** `exponential`: some dozens of characters are enough. `polynomial`: it takes a text that is long. */
  growth: 'exponential' | 'polynomial';
}

/** Every regular expression that is written in a source file, read by the compiler's own parser. */
export function expressionsIn(path: string, text: string): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : path.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind));
  return found;
}

/** Those of them that backtrack more than their text is long, by analysis and not by trying. */
export function slowAmong(expressions: readonly string[]): SlowExpression[] {
  return expressions.flatMap((expression) => {
    const end = expression.lastIndexOf('/');
    const { reports } = analyse({ source: expression.slice(1, end), flags: expression.slice(end + 1) });
    if (reports.length === 0) return [];
    return [{ expression, growth: reports.some(({ exponential }) => exponential) ? 'exponential' : 'polynomial' }];
  });
}
