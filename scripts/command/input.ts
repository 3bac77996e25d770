import { readFileSync } from 'node:fs';

/** Input or options that people can mend; the message says where. Commands print it and end with 2. */
export class BadInput extends Error {}

/** One object of a JSON Lines file, with `file:line` for messages. */
export interface Line {
  where: string;
  value: Record<string, unknown>;
}

/** The file's text; BadInput where it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadInput(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Objects of a JSON Lines file, empty lines left out; BadInput with the line that is none. */
export function readLines(file: string): Line[] {
  return readText(file)
    .split('\n')
    .flatMap((line, place) =>
      line.trim() === '' ? [] : [{ where: `${file}:${place + 1}`, value: objectOf(line, `${file}:${place + 1}`) }],
    );
}

/** Runs a command's body; what people can mend is said on stderr and ends with 2, anything else is a bug and throws. */
export async function withBadInput(body: () => number | Promise<number>): Promise<number> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    console.error(error.message);
    return 2;
  }
}

function objectOf(line: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadInput(`${where}: not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(`${where}: not an object`);
  return value as Record<string, unknown>;
}
