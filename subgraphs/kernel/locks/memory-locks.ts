import type { Lease, Locks } from './locks.ts';

interface Held {
  token: number;
  /** On the clock that never goes back, in milliseconds. */
  until: number;
}

/** Leases among the parts of one process. */
export function createMemoryLocks(): Locks {
  const held = new Map<string, Held>();
  let tokens = 0;

  const current = (name: string): Held | null => {
    const found = held.get(name);
    if (found === undefined) return null;
    if (found.until > performance.now()) return found;
    held.delete(name);
    return null;
  };

  return {
    async acquire(name, ttlMs): Promise<Lease | null> {
      if (current(name) !== null) return null;
      const token = ++tokens;
      held.set(name, { token, until: performance.now() + ttlMs });
      const mine = (): Held | null => {
        const found = current(name);
        return found?.token === token ? found : null;
      };
      return {
        token,
        async renew(longerMs) {
          const still = mine();
          if (still === null) return false;
          still.until = performance.now() + longerMs;
          return true;
        },
        async release() {
          if (mine() !== null) held.delete(name);
        },
      };
    },
  };
}
