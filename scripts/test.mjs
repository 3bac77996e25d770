/**
 * npm test: everything, from a fresh clone. Plain Node 20 or later with nothing installed; it installs npm packages and,
 * on Debian, the browsers, and says so. Streams what the runners say, then a table, then alone on its line the sums.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installBrowsers } from './browsers.mjs';
import { installDependencies, PROJECT_PATH, TOP } from './machine/dependencies.mjs';
import { runCommand } from './machine/run-command.mjs';
import { chosenSteps, countOf, forgetReport, STEPS } from './test/steps.mjs';

const HELP = `npm test [-- --only NAME[,NAME…]]

Runs everything, or only the steps or groups named, with what they need:
${['check', 'unit', 'build', 'e2e']
  .map(
    (group) =>
      `  ${group.padEnd(8)}${STEPS.filter((step) => step.group === group)
        .map((step) => step.name)
        .join(', ')}`,
  )
  .join('\n')}

Ends with a line "N passed, N failed"; exit code 1 when anything failed.`;

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  try {
    const steps = chosenSteps(values.only.flatMap((names) => names.split(',')));
    await installDependencies();
    await installBrowsers([...new Set(steps.flatMap(({ browsers = [] }) => browsers))]);
    return await runSteps(steps);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
    console.log('0 passed, 1 failed');
    return 1;
  }
}

/** Runs every step, also after one failed: a typing error should not hide what the browsers say. */
async function runSteps(steps) {
  mkdirSync(join(TOP, 'out'), { recursive: true });
  const rows = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}: ${step.command.join(' ')}`);
    forgetReport(step);
    const start = Date.now();
    const [program = '', ...args] = step.command;
    const { code } = await runCommand(program, args, { cwd: TOP, path: PROJECT_PATH, atMostMs: step.atMostMs });
    rows.push({ name: step.name, ...countOf(step, code), seconds: (Date.now() - start) / 1000 });
  }
  return sum(rows);
}

function sum(rows) {
  const total = { name: 'all', passed: 0, failed: 0, skipped: 0, seconds: 0 };
  for (const row of rows) for (const key of ['passed', 'failed', 'skipped', 'seconds']) total[key] += row[key];
  const line = ({ name, passed, failed, skipped, seconds }) =>
    [
      name.padEnd(14),
      ...[passed, failed, skipped, typeof seconds === 'number' ? seconds.toFixed(1) : seconds].map((n) =>
        String(n).padStart(9),
      ),
    ].join('');
  console.log(`\n${line({ name: '', passed: 'passed', failed: 'failed', skipped: 'skipped', seconds: 'seconds' })}`);
  [...rows, total].forEach((row) => console.log(line(row)));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
