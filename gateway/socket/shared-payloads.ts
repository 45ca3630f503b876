import { LRUCache } from 'lru-cache';
import type { Payload } from './payload.ts';

/** Bytes of the payloads that are kept. */
const MAX_KEPT = 8 * 1024 * 1024;
/** Long enough for everybody who follows live; whoever catches up later pays for it. */
const KEPT_MS = 10_000;

/** Payloads that equal subscriptions share: the first one has the event executed and serialised. */
export class SharedPayloads {
  private readonly kept = new LRUCache<string, Promise<Payload>>({ maxSize: MAX_KEPT, ttl: KEPT_MS });

  /** The payload under this key, made when nobody has yet. A failure is not kept. */
  get(key: string, make: () => Promise<Payload>): Promise<Payload> {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.kept.set(key, made, { size: 1 });
    made.then(
      ({ tail }) => this.kept.set(key, made, { size: 1 + tail.length }),
      () => this.kept.delete(key),
    );
    return made;
  }
}
