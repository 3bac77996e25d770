import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBrowser, type Program } from '../browsers.mjs';

/** A screen of its own with a hand on it: keys and clicks that go the way a person's go, through the window system to the browser. */
export interface UnseenScreen {
  /** For DISPLAY. */
  name: string;
  /** Presses keys together, by X's names: "alt+shift+b". */
  press(keys: string): Promise<void>;
  write(text: string): Promise<void>;
  /** Clicks at a place of the screen. */
  click(at: { x: number; y: number; button: 'left' | 'right'; times?: 1 | 2 }): Promise<void>;
  close(): void;
}

/** A screen on which nothing is shown to anybody. Its number is whichever is free. */
export async function openUnseenScreen({ width, height }: { width: number; height: number }): Promise<UnseenScreen> {
  const xvfb = spawn(programOf('xvfb'), ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }); // prettier-ignore
  const name = `:${await firstLine(xvfb)}`;
  const env = { ...process.env, DISPLAY: name };
  // Without a window manager no window ever has the keyboard.
  const openbox = spawn(programOf('openbox'), ['--config-file', join(import.meta.dirname, 'openbox.xml')], {
    env,
    stdio: 'ignore',
  });
  const xdotool = async (...args: string[]): Promise<void> => {
    await promisify(execFile)(programOf('xdotool'), args, { env });
  };
  return {
    name,
    press: (keys) => xdotool('key', '--clearmodifiers', keys),
    // The address bar drops letters that come faster.
    write: (text) => xdotool('type', '--delay', '40', text),
    click: ({ x, y, button, times = 1 }) =>
      xdotool('mousemove', `${Math.round(x)}`, `${Math.round(y)}`, 'click', '--repeat', `${times}`, '--delay', '80', button === 'left' ? '1' : '3'), // prettier-ignore
    close: () => {
      openbox.kill();
      xvfb.kill();
    },
  };
}

async function firstLine(xvfb: ChildProcess): Promise<string> {
  const said = xvfb.stdio[3];
  if (!said || !('setEncoding' in said)) throw new Error('Xvfb has nowhere to say its number.');
  said.setEncoding('utf8');
  const gone = once(xvfb, 'exit').then(() => {
    throw new Error('Xvfb ended before it had a screen.');
  });
  const [line] = (await Promise.race([once(said, 'data'), gone])) as [string];
  gone.catch(() => undefined); // it ends when it is closed
  return line.trim();
}

function programOf(program: Program): string {
  const path = findBrowser(program);
  if (path === null) throw new Error(`No ${program} here; "npm test" installs it on Debian.`);
  return path;
}
