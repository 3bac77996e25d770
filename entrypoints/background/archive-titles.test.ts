import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ArchiveSource } from '@/utils/model';
import { interfaceLanguage } from '@/utils/settings';
import { fetchFromPackage } from '../../tests/our-package';
import { archiveTitles } from './archive-titles';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('fetch', fetchFromPackage);
});

const from = (kind: ArchiveSource['kind']): ArchiveSource => ({ kind, name: '', files: 1 });

it.each([
  ['en', 'Starter archive'],
  ['ru', 'Пробный архив'],
  ['be', 'Пробны архіў'],
] as const)('in %s the archive that ships with us is called %s, others by their titles', async (language, called) => {
  await interfaceLanguage.setValue(language);
  const titleOf = await archiveTitles();
  expect(titleOf({ title: 'Situation', source: from('starter') })).toBe(called);
  expect(titleOf({ title: 'Situation', source: from('file') })).toBe('Situation');
  expect(titleOf({ title: 'Situation', source: null })).toBe('Situation');
});
