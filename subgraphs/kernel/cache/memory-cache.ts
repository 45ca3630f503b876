import { LRUCache } from 'lru-cache';
import { MAX_VALUE_CHARACTERS, type Cache, type CacheKey } from './cache.ts';

const MAX_ENTRIES = 10_000;
/** Characters of keys and values together: about 32 MiB of memory, twice that for text beyond Latin-1. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

/** A cache in this process; what was not read for longest goes first when it is full. */
export function createMemoryCache(): Cache {
  const entries = new LRUCache<string, string>({
    max: MAX_ENTRIES,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (value, key) => value.length + key.length,
  });
  const keyOf = ({ tenantId, name }: CacheKey): string => `${tenantId}:${name}`;
  return {
    get: async (key) => entries.get(keyOf(key)) ?? null,
    async set(key, value, ttlMs) {
      if (value.length <= MAX_VALUE_CHARACTERS) entries.set(keyOf(key), value, { ttl: ttlMs });
    },
    delete: async (key) => void entries.delete(keyOf(key)),
    count: async (tenantId) => [...entries.keys()].filter((key) => key.startsWith(`${tenantId}:`)).length,
    async clear(tenantId) {
      const mine = [...entries.keys()].filter((key) => key.startsWith(`${tenantId}:`));
      for (const key of mine) entries.delete(key);
    },
  };
}
