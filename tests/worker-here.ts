import { openArchives } from '@/utils/archive';
import type { fakeLocks } from './fake-locks';
import type { ArchiveWork } from '../entrypoints/options/archive-work';
import { doArchiveWork } from '../entrypoints/options/do-archive-work';
import { answerCalls, type Caller, callWorker, type Line } from '../entrypoints/options/worker-calls';

/** A worker on this thread: what is said to it is cloned and arrives later, as with a real one. */
export function workerHere(locks: ReturnType<typeof fakeLocks>): Caller<ArchiveWork> {
  const { port1, port2 } = new MessageChannel();
  const line: Line = {
    postMessage: (message) => port2.postMessage(message),
    addEventListener: (_, hear) => void (port2.onmessage = hear),
  };
  answerCalls<ArchiveWork>(
    line,
    doArchiveWork(() => openArchives(locks)),
  );
  const worker = {
    postMessage: (message: unknown) => port1.postMessage(message),
    addEventListener(kind: string, hear: (event: MessageEvent) => void) {
      if (kind === 'message') port1.onmessage = hear;
    },
    terminate() {
      port1.close();
      locks.killAll();
    },
  };
  return callWorker<ArchiveWork>(worker as unknown as Worker);
}
