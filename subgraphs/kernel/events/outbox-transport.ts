import type { Bell } from './bell.ts';
import type { EventTransport } from './event-transport.ts';
import { TransportListeners } from './transport-listeners.ts';

/** How often each process looks for what others numbered: the delay of their events where no bell is heard. */
const POLL_MS = 250;

/**
 * Several processes on one database with nothing between them: what is published stays where it is, everybody looks for it. With a `bell`, which
 * the transport then closes, they look at once; whatever becomes of it, they look in the end.
 */
export function outboxTransport(pollMs: number = POLL_MS, bell: Bell | null = null): EventTransport {
  const listeners = new TransportListeners();
  const timer = setInterval(() => listeners.wake(), pollMs);
  timer.unref();
  bell?.listen(() => listeners.wake());
  return {
    async publish() {
      listeners.wake();
      await bell?.ring().catch(() => undefined);
    },
    listen: listeners.listen,
    async close() {
      clearInterval(timer);
      listeners.clear();
      await bell?.close();
    },
  };
}
