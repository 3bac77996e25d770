import { setSpoken } from './speech';
import { type Language, readTable, tableOf } from './tables';

/** As `speak`, for who has no texts at hand: `readFile` gives those of a language as its file has them, and is asked for each once. */
export async function speakFrom(readFile: (language: Language) => Promise<string>, language: Language): Promise<void> {
  if (!tableOf(language)) readTable(language, await readFile(language));
  setSpoken(language);
}
