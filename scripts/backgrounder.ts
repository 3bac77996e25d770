/**
 * The command line over the rooms: `npm run --silent backgrounder -- COMMAND …`. Each command is a file in scripts/cli that exports
 * `usage` and `run(argv): Promise<number>`, the exit code: 0 done, 2 for bad usage or input.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Command {
  usage: string;
  run(argv: readonly string[]): Promise<number>;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cli');
const names = readdirSync(folder)
  .filter((file) => /^[a-z-]+\.ts$/u.test(file))
  .map((file) => file.slice(0, -3))
  .sort();
const [name, ...argv] = process.argv.slice(2);

process.exitCode = await dispatch();

async function dispatch(): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    const usages = await Promise.all(names.map(async (each) => (await load(each)).usage));
    console.log(`usage: backgrounder COMMAND [OPTION...]\n\n${usages.join('\n')}`);
    return name === undefined ? 2 : 0;
  }
  if (!names.includes(name) || !existsSync(join(folder, `${name}.ts`))) {
    console.error(`backgrounder: no command "${name}". Commands: ${names.join(', ')}`);
    return 2;
  }
  const command = await load(name);
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(command.usage);
    return 0;
  }
  return command.run(argv);
}

async function load(command: string): Promise<Command> {
  return (await import(`./cli/${command}.ts`)) as Command;
}
