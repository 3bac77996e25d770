import { join } from 'node:path';
import { build } from 'vite';

const TOP = join(import.meta.dirname, '..', '..');

/** One of our modules with all it imports, as a script that puts its exports under `name`: to be run inside a page. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const output = await build({
    configFile: false,
    root: TOP,
    logLevel: 'error',
    resolve: { alias: { '@': TOP } },
    build: { write: false, minify: false, lib: { entry: join(TOP, entry), name, formats: ['iife'] } },
  });
  const [first] = [output].flat();
  if (!first || !('output' in first)) throw new Error(`vite built nothing of ${entry}`);
  return first.output[0].code;
}
