import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readArchiveFile } from '@/utils/intake';
import { run } from './import';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command; what it said, and the archive it wrote. */
async function imported(...argv: string[]): Promise<{ code: number; said: string[]; complained: string[] }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = await run(argv);
  return { code, said: log.mock.calls.map(String), complained: error.mock.calls.map(String) };
}

describe('import', () => {
  it('makes an archive file of a folder, and says what it left out', async () => {
    const out = join(folder, 'markdown.json');
    const { code, said, complained } = await imported('tests/archives/markdown', '--out', out, '--title', 'Ours');
    expect([code, said, complained]).toEqual([
      0,
      ['{"briefs":4,"languages":{"be":1,"en":1,"ru":1,"unknown":1},"weeks":1,"problems":1}'],
      ['broken.md: front matter: line 4: MISSING_CHAR'],
    ]);
    const archive = readArchiveFile({ text: readFileSync(out, 'utf8'), fileName: out, archiveId: 'a' });
    expect(archive.ok && [archive.value.title, archive.value.briefs[1]?.id, archive.value.briefs[1]?.group]).toEqual([
      'Ours',
      'a/2012-11-05/en',
      'a/2012-11-05',
    ]);
  });

  it('gives the same file for the same sources', async () => {
    const [first, second] = [join(folder, '1.json'), join(folder, '2.json')];
    await imported('tests/archives/exports/wordpress.xml', 'tests/archives/text', '--out', first);
    await imported('tests/archives/text', 'tests/archives/exports/wordpress.xml', '--out', second);
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
  });

  it.each<[string, string[], RegExp]>([
    ['no source', ['--out', join(folder, 'x.json')], /^backgrounder import/u],
    ['no output', ['tests/archives/text'], /^backgrounder import/u],
    ['an unknown option', ['tests/archives/text', '--into', 'x'], /--into/u],
    ['a source that is not there', ['tests/archives/nothing', '--out', join(folder, 'x.json')], /ENOENT/u],
    ['nothing to read', ['tests/archives/files.ts', '--out', join(folder, 'x.json')], /no kind of file/u],
  ])('ends with 2 for %s', async (_, argv, sentence) => {
    const { code, complained } = await imported(...argv);
    expect(code).toBe(2);
    expect(complained.join('\n')).toMatch(sentence);
  });
});
