import type { EventTransport } from './event-transport.ts';
import { TransportListeners } from './transport-listeners.ts';

/** How often each process looks for what others numbered: the delay of their events. */
const POLL_MS = 250;

/** Several processes on one database with nothing between them: what is published stays where it is, everybody looks for it. */
export function outboxTransport(pollMs: number = POLL_MS): EventTransport {
  const listeners = new TransportListeners();
  const timer = setInterval(() => listeners.wake(), pollMs);
  timer.unref();
  return {
    async publish() {
      listeners.wake();
    },
    listen: listeners.listen,
    async close() {
      clearInterval(timer);
      listeners.clear();
    },
  };
}
