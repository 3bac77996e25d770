import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest wait for Firefox to listen, and for an answer of a script in it, in ms. */
const START_MS = 30_000;
const ANSWER_MS = 20_000;
const END_MS = 5_000;

/** A Firefox that is driven over WebDriver BiDi, its own protocol: no driver program stands between. */
export interface Bidi {
  /** One command of the protocol. Rejects with the browser's words. */
  send(method: string, params?: object): Promise<Record<string, unknown>>;
  /**
   * Evaluates an expression in a browsing context, awaits it and gives its value by way of JSON.
   * Rejects when it throws, and when it has not answered in time: a page that goes away leaves its scripts unanswered.
   */
  evaluate<T>(context: string, expression: string): Promise<T>;
  ended: Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox with a fresh profile and these preferences, with access to the browser's own window. */
export async function openBidi(options: {
  executablePath: string;
  args: readonly string[];
  prefs: Readonly<Record<string, boolean | number | string>>;
}): Promise<Bidi> {
  const profile = mkdtempSync(join(tmpdir(), 'backgrounder-firefox-'));
  const prefs = Object.entries(options.prefs).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), prefs.join('\n'));
  const args = ['--profile', profile, '--no-remote', '--remote-debugging-port=0', '--remote-allow-system-access'];
  const child = spawn(options.executablePath, [...args, ...options.args], { stdio: ['ignore', 'ignore', 'pipe'] });
  // A test that dies must not leave a browser behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not listen in time. It said: ${said}`)), START_MS);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Firefox ended at its start. It said: ${said}`)));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (found) resolve(found);
      if (found) clearTimeout(timer);
    });
  });
  const socket = await connect(`${address}/session`);
  const send = sender(socket);
  await send('session.new', { capabilities: {} });
  return {
    send,
    ended,
    evaluate: (context, expression) => evaluate({ send, context, expression }),
    close: async () => {
      await within(END_MS, send('browser.close')).catch(() => child.kill('SIGKILL'));
      await within(END_MS, ended).catch(() => child.kill('SIGKILL'));
      process.off('exit', kill);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`Firefox listens at ${address}, but does not answer.`));
  });
  return socket;
}

interface Reply {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** Sends commands and hands each reply to its asker, by number. */
function sender(socket: WebSocket): Bidi['send'] {
  const waiting = new Map<
    number,
    { resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    const asker = waiting.get(reply.id ?? -1);
    waiting.delete(reply.id ?? -1);
    if (reply.type === 'error') asker?.reject(new Error(`${reply.error}: ${reply.message}`));
    else asker?.resolve(reply.result ?? {});
  };
  socket.onclose = () => waiting.forEach(({ reject }) => reject(new Error('Firefox has gone.')));
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params }));
    });
}

async function evaluate<T>({
  send,
  context,
  expression,
}: {
  send: Bidi['send'];
  context: string;
  expression: string;
}): Promise<T> {
  const answer = await within(
    ANSWER_MS,
    send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
      userActivation: true,
    }),
  );
  const { type, result, exceptionDetails } = answer as {
    type: string;
    result?: { value?: string };
    exceptionDetails?: { text: string };
  };
  if (type === 'exception') throw new Error(exceptionDetails?.text);
  return (result?.value === undefined ? undefined : JSON.parse(result.value)) as T;
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1000} s`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
