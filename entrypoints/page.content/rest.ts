/** Gives the page its thread back. `scheduler.yield` goes on as soon as nothing more urgent waits; timers would be slowed down in hidden tabs. */
export function restWhileOthersWork(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
