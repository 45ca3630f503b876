/** Whose entry, and which: entries of different tenants never meet, whatever they are called. */
export interface CacheKey {
  tenantId: string;
  /** What it is, unique within the tenant; at most a few hundred characters. */
  name: string;
}

/** A place for what can be made again. Every entry may be gone at any time, also right after it was set. */
export interface Cache {
  /** The value; null when it is not there, has run out, or the cache cannot be reached. */
  get(key: CacheKey): Promise<string | null>;
  /** Keeps the value for `ttlMs` at most. A value of more than 1 MiB, or a cache that cannot be reached, keeps nothing. */
  set(key: CacheKey, value: string, ttlMs: number): Promise<void>;
  /** Forgets the value. Where the cache cannot be reached it lives until it runs out. */
  delete(key: CacheKey): Promise<void>;
  /** How many values of a tenant there are; 0 where the cache cannot be reached. */
  count(tenantId: string): Promise<number>;
  /** Forgets everything of a tenant that is gone. */
  clear(tenantId: string): Promise<void>;
}

/** Larger values are not kept: one of them would push out thousands of others. */
export const MAX_VALUE_CHARACTERS = 1024 * 1024;
