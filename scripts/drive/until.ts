/** Longest a browser may take to show something, in ms; on a busy machine a start takes 5 s. */
const AT_MOST_MS = 10_000;
const PAUSE_MS = 50;

/** Asks again and again until there is an answer; a question that throws has none yet. Throws with `what` at the end of its time. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + AT_MOST_MS;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`Waited ${AT_MOST_MS / 1000} s for ${what}`, { cause: last });
}
