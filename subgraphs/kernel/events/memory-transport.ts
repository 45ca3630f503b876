import type { EventTransport, TransportListener } from './event-transport.ts';

/** Within one process: what its relay publishes its listeners hear at once. */
export function memoryTransport(): EventTransport {
  const listeners = new Set<TransportListener>();
  return {
    async publish(entries) {
      for (const listener of listeners) listener.entries(entries);
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
      listeners.clear();
    },
  };
}
