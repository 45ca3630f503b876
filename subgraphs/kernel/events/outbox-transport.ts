import type { EventTransport, TransportListener } from './event-transport.ts';

/** How often each process looks for what others numbered: the delay of their events. */
const POLL_MS = 250;

/** Several processes on one database with nothing between them: what is published stays where it is, everybody looks for it. */
export function outboxTransport(pollMs: number = POLL_MS): EventTransport {
  const listeners = new Set<TransportListener>();
  const look = (): void => {
    for (const listener of listeners) listener.gap();
  };
  const timer = setInterval(look, pollMs);
  timer.unref();
  return {
    async publish() {
      look();
    },
    async listen(listener) {
      listeners.add(listener);
      return {
        async stop() {
          listeners.delete(listener);
        },
      };
    },
    async close() {
      clearInterval(timer);
      listeners.clear();
    },
  };
}
