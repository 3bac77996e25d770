import { spawn } from 'node:child_process';

/** Children that are running, so that Ctrl-C and a failure of ours end them too. */
const running = new Set();

/**
 * Runs a program to its end and gives its exit code (or 124 when it was ended after `atMostMs`) and its output.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, path?: string, env?: Record<string, string>, output?: 'shown' | 'on failure', atMostMs?: number }} [options]
 * @returns {Promise<{ code: number, text: string }>}
 */
export function runCommand(program, args, { cwd, path, env, output = 'shown', atMostMs } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that a runner's browsers can be ended with it.
    const child = spawn(program, args, {
      cwd,
      detached: true,
      env: { ...process.env, ...(path ? { PATH: path } : {}), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    follow(child);
    let text = '';
    let timedOut = false;
    const timer = atMostMs
      ? setTimeout(() => {
          timedOut = true;
          endGroup(child);
        }, atMostMs)
      : undefined;
    const hear = (chunk) => {
      text += chunk;
      if (output === 'shown') process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => hear(`${program}: ${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(timer);
      letGo(child);
      if (timedOut) hear(`\n${program} was ended after ${Math.round((atMostMs ?? 0) / 1000)} s\n`);
      if (code !== 0 && output === 'on failure') process.stdout.write(text);
      resolve({ code: timedOut ? 124 : (code ?? 1), text });
    });
  });
}

function follow(child) {
  if (running.size === 0) {
    process.on('SIGINT', onInterrupt);
    process.on('SIGTERM', onTerminate);
  }
  running.add(child);
}

/** Without children, signals are again what whoever imports this makes of them. */
function letGo(child) {
  running.delete(child);
  if (running.size > 0) return;
  process.off('SIGINT', onInterrupt);
  process.off('SIGTERM', onTerminate);
}

function onInterrupt() {
  endAll(130);
}

function onTerminate() {
  endAll(143);
}

function endAll(code) {
  for (const child of running) endGroup(child);
  process.exit(code);
}

function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
    setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 3000).unref();
  } catch {
    // It ended by itself in between.
  }
}
