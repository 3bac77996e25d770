import { failed } from '@/utils/model';

/** What a worker can be asked: each takes one payload and may tell how far it is. */
export type Handlers<Work> = {
  [Word in keyof Work]: Work[Word] extends (payload: infer Payload, onProgress: infer Progress) => infer Reply
    ? (payload: Payload, onProgress: Progress) => Reply
    : never;
};

interface Question {
  id: number;
  word: string;
  payload: unknown;
}

type Answer = { id: number; progress: unknown } | { id: number; reply: unknown };

/** As much of a worker as we use, and of what a worker sees of itself. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', hear: (event: { data: unknown }) => void): void;
}

/** A worker that is asked questions, until it is ended. */
export interface Caller<Work> {
  ask: Handlers<Work>;
  /** Whether the worker broke down: it answers no more, and another has to be started. */
  isOver(): boolean;
  /** Whoever still waits is answered that nobody will. */
  end(): void;
}

/**
 * Asks a worker. A worker that dies or breaks answers all open questions with `no-answer`: replies are `Result`s, as between our
 * other contexts.
 */
export function callWorker<Work>(worker: Worker): Caller<Work> {
  const open = new Map<number, { reply: (reply: unknown) => void; progress: ((done: unknown) => void) | undefined }>();
  let last = 0;
  let over = false;
  const giveUp = (): void => {
    over = true;
    for (const { reply } of open.values()) reply(failed('no-answer'));
    open.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = open.get(data.id);
    if ('progress' in data) return asked?.progress?.(data.progress);
    open.delete(data.id);
    asked?.reply(data.reply);
  });
  worker.addEventListener('error', giveUp);
  const ask = (word: string, payload: unknown, progress?: (done: unknown) => void): Promise<unknown> =>
    new Promise((reply) => {
      const id = ++last;
      open.set(id, { reply, progress });
      worker.postMessage({ id, word, payload } satisfies Question);
    });
  return {
    ask: new Proxy({} as Handlers<Work>, {
      get: (_, word) => (payload: unknown, progress?: (done: unknown) => void) => ask(String(word), payload, progress),
    }),
    isOver: () => over,
    end() {
      worker.terminate();
      giveUp();
    },
  };
}

/** In the worker: answers what its page asks. A handler that throws is a bug, and still answers. */
export function answerCalls<Work>(line: Line, handlers: Handlers<Work>): void {
  line.addEventListener('message', ({ data }) => {
    const { id, word, payload } = data as Question;
    const handler = handlers[word as keyof Work] as (
      payload: unknown,
      onProgress: (done: unknown) => void,
    ) => Promise<unknown>;
    void handler(payload, (progress) => line.postMessage({ id, progress } satisfies Answer))
      .catch((bug: unknown) => {
        console.error(`backgrounder: "${word}" failed in the worker`, bug instanceof Error ? bug.stack : '');
        return failed('no-answer');
      })
      .then((reply) => line.postMessage({ id, reply } satisfies Answer));
  });
}
