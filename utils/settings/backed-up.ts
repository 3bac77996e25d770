import type { SiteRules } from '@/utils/model';
import {
  interfaceLanguage,
  letterKeys,
  markLook,
  marksPainted,
  readingLanguages,
  starter,
  theme,
  watched,
} from './items';
import { newIssueNotice, rememberReading, subscriptions } from './subscription-items';

/** What a setting has to do for a backup. */
interface BackedUp {
  getValue(): Promise<unknown>;
  setValue(value: never): Promise<void>;
}

const oneOf =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && values.includes(value);
const isOnOff = oneOf('on', 'off');
const isStrings = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The settings that a backup holds, by the names they have in its file, each with what may stand there. What changes by itself (when a source
 * was last asked, whom somebody has been reading about) is not the user's choice, and is left out.
 */
const BACKED_UP: Readonly<Record<string, { item: BackedUp; isValid: (value: unknown) => boolean }>> = {
  interfaceLanguage: { item: interfaceLanguage, isValid: oneOf('auto', 'en', 'be', 'ru') },
  letterKeys: { item: letterKeys, isValid: isOnOff },
  markLook: {
    item: markLook,
    isValid: (value) =>
      isRecord(value) &&
      oneOf('full', 'quiet')(value['style']) &&
      oneOf('all', 'first')(value['which']) &&
      isOnOff(value['ticks']) &&
      isOnOff(value['card']),
  },
  marksPainted: { item: marksPainted, isValid: isOnOff },
  newIssueNotice: { item: newIssueNotice, isValid: isOnOff },
  readingLanguages: { item: readingLanguages, isValid: isStrings },
  rememberReading: { item: rememberReading, isValid: isOnOff },
  starter: { item: starter, isValid: oneOf('wanted', 'removed') },
  subscriptions: {
    item: subscriptions,
    isValid: (value) => isRecord(value) && Object.values(value).every(isSubscription),
  },
  theme: { item: theme, isValid: oneOf('system', 'light', 'dark') },
  watched: { item: watched, isValid: isSiteRules },
};

/** The settings as a backup holds them. */
export async function settingsForBackup(): Promise<Record<string, unknown>> {
  const values = await Promise.all(
    Object.entries(BACKED_UP).map(async ([key, { item }]) => [key, await item.getValue()] as const),
  );
  return Object.fromEntries(values);
}

/** The first setting of a backup that this version cannot take; null where it can take all. */
export function unusableSetting(values: Readonly<Record<string, unknown>>): string | null {
  const entries = Object.entries(values);
  return entries.find(([key, value]) => !Object.hasOwn(BACKED_UP, key) || !BACKED_UP[key]?.isValid(value))?.[0] ?? null;
}

/** Writes them back. Those the backup does not know stay as they are. */
export async function restoreSettings(values: Readonly<Record<string, unknown>>): Promise<void> {
  const unusable = unusableSetting(values);
  if (unusable !== null) throw new Error(`"${unusable}" should have been refused before`);
  for (const [key, value] of Object.entries(values)) await BACKED_UP[key]?.item.setValue(value as never);
}

function isSiteRules(value: unknown): value is SiteRules {
  return (
    isRecord(value) &&
    isOnOff(value['all']) &&
    isStrings(value['hosts']) &&
    isStrings(value['except']) &&
    (value['pausedUntil'] === null || typeof value['pausedUntil'] === 'number')
  );
}

/** Only what could do harm is looked at: the address that will be fetched. */
function isSubscription(value: unknown): boolean {
  if (!isRecord(value) || typeof value['archiveId'] !== 'string' || !isRecord(value['source'])) return false;
  const { address } = value['source'];
  if (typeof address !== 'string' || !URL.canParse(address) || !/^https?:$/u.test(new URL(address).protocol))
    return false;
  return isRecord(value['marks']) && isRecord(value['state']) && typeof value['failures'] === 'number';
}
