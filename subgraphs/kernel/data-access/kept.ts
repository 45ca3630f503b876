import { LRUCache } from 'lru-cache';

/** How long something is used without being read anew; changes are told within a second. */
const KEPT_MS = 10_000;

const MAX_TENANTS = 5_000;
const MAX_PER_TENANT = 5_000;

interface Entry<T> {
  reading: Promise<T>;
  /** Null while it is being read. */
  value: T | null;
  readAt: number;
}

/** What was read of tenants, in memory until it is forgotten or old. What was least recently asked for goes first. */
export class Kept<T extends object> {
  readonly #tenants = new LRUCache<string, Map<string, Entry<T>>>({ max: MAX_TENANTS });

  /** The value; read when it is not there or old. What could not be read is not kept. */
  get(tenantId: string, name: string, read: () => Promise<T>): Promise<T> {
    const known = this.#tenants.get(tenantId)?.get(name);
    if (known !== undefined && !isOld(known)) return known.reading;
    const entry: Entry<T> = { reading: read(), value: null, readAt: performance.now() };
    const entries = this.#tenants.get(tenantId) ?? new Map<string, Entry<T>>();
    const [oldest] = entries.size < MAX_PER_TENANT ? [] : entries.keys();
    if (oldest !== undefined) entries.delete(oldest);
    entries.set(name, entry);
    this.#tenants.set(tenantId, entries);
    entry.reading.then(
      (value) => void (entry.value = value),
      () => entries.get(name) === entry && entries.delete(name),
    );
    return entry.reading;
  }

  /** The value as it is in memory, maybe old; null when it is not. */
  peek(tenantId: string, name: string): { value: T; old: boolean } | null {
    const entry = this.#tenants.peek(tenantId)?.get(name);
    return entry === undefined || entry.value === null ? null : { value: entry.value, old: isOld(entry) };
  }

  /** Everything of a tenant is read anew. */
  forget(tenantId: string): void {
    this.#tenants.delete(tenantId);
  }
}

const isOld = ({ readAt }: Entry<object>): boolean => performance.now() - readAt > KEPT_MS;
