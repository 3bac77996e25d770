import { browser, type Browser } from 'wxt/browser';
import type { Result } from '@/utils/model';
import { failed } from '@/utils/model';
import type { WireFailure } from './contract';

/** Who is spoken to; a listener leaves messages to others unanswered. */
export type Listener = 'background-from-page' | 'background-from-panel' | 'page' | 'news';

export interface Envelope {
  to: Listener;
  word: string;
  payload: unknown;
}

export type Sender = Browser.runtime.MessageSender;

export function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    'word' in message &&
    typeof message.word === 'string'
  );
}

/** Sends and waits; whatever breaks on the way is a value, so no caller needs a try. */
export async function carry(send: () => Promise<unknown>): Promise<Result<unknown, WireFailure>> {
  try {
    const reply = await send();
    return isResult(reply) ? reply : failed('no-answer');
  } catch {
    // "Receiving end does not exist", "context invalidated", a closed tab: for the asker all are one.
    return failed('no-answer');
  }
}

/** Answers one listener's envelopes. A handler that throws still replies, or its asker would wait until the channel closes. */
export function listen(to: Listener, answer: (envelope: Envelope, sender: Sender) => Promise<unknown>): () => void {
  const onMessage = (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    if (!isEnvelope(message) || message.to !== to) return undefined;
    return answer(message, sender).catch((bug: unknown) => {
      console.error(`backgrounder: "${message.word}" failed`, bug instanceof Error ? bug.stack : '');
      return failed('fault');
    });
  };
  // The promise is the reply; the types of `wxt/browser` are Chrome's older ones, where a listener returns nothing.
  /* eslint-disable @typescript-eslint/no-misused-promises */
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
  /* eslint-enable @typescript-eslint/no-misused-promises */
}

function isResult(reply: unknown): reply is Result<unknown, WireFailure> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}
