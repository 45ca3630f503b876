import type { EventTransport, TransportListener } from './event-transport.ts';

/** Who listens to a transport in this process; every transport has one of these. */
export class TransportListeners {
  readonly #listeners = new Set<TransportListener>();

  /** @see EventTransport.listen */
  readonly listen: EventTransport['listen'] = async (listener) => {
    this.#listeners.add(listener);
    return {
      stop: async () => {
        this.#listeners.delete(listener);
      },
    };
  };

  tell(entries: Parameters<TransportListener['entries']>[0]): void {
    for (const listener of this.#listeners) listener.entries(entries);
  }

  /** Everybody looks for themselves. */
  wake(): void {
    for (const listener of this.#listeners) listener.gap();
  }

  clear(): void {
    this.#listeners.clear();
  }
}
