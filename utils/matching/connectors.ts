/** Words that join the words of a name, folded: they may be there or not ("Resort & Spa", "Resort and Spa"). */
const CONNECTORS = new Set(
  'and of for the und de di del la y et и і й да та для по у в ў на при за против супраць of to in on at'.split(' '),
);

/** Whether a folded word only joins others. */
export function isConnector(folded: string): boolean {
  return CONNECTORS.has(folded);
}
