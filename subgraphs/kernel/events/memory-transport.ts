import type { EventTransport } from './event-transport.ts';
import { TransportListeners } from './transport-listeners.ts';

/** Within one process: what its relay publishes its listeners hear at once. */
export function memoryTransport(): EventTransport {
  const listeners = new TransportListeners();
  return {
    async publish(entries) {
      listeners.tell(entries);
    },
    listen: listeners.listen,
    async close() {
      listeners.clear();
    },
  };
}
