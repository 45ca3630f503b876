import { LRUCache } from 'lru-cache';
import type { EventTail } from '../../kernel/events/event-tail.ts';
import { CompiledRules } from './compiled-rules.ts';
import type { TenantRules } from './tenant-rules.ts';

const MAX_TENANTS = 5_000;
/** From then on rules are read anew while they are still used. */
const RENEW_AFTER_MS = 5_000;
/** So old they are not used: every change is told within moments, and this holds when it is not. */
const MAX_AGE_MS = 10_000;
/** A database that does not answer holds nobody up for longer. */
const MAX_READ_MS = 2_000;

interface Entry {
  compiled: CompiledRules;
  readAt: number;
}

/** What tenants' agents are judged by, in memory and told by the event log when it changes. One per process. */
export class RuleBook {
  readonly #events: Pick<EventTail, 'watch'>;
  readonly #readRules: (tenantId: string) => Promise<TenantRules>;
  readonly #kept = new LRUCache<string, Entry>({ max: MAX_TENANTS });
  readonly #reading = new Map<string, Promise<CompiledRules>>();
  #watching: Promise<() => void> | null = null;

  constructor({ events, read }: { events: Pick<EventTail, 'watch'>; read: (tenantId: string) => Promise<TenantRules> }) {
    this.#events = events;
    this.#readRules = read;
  }

  /** The tenant's rules, without waiting when they are in memory. Call it outside transactions. */
  of(tenantId: string): CompiledRules | Promise<CompiledRules> {
    const known = this.#kept.get(tenantId);
    if (known === undefined) return this.#read(tenantId);
    const age = performance.now() - known.readAt;
    if (age >= MAX_AGE_MS) return this.#read(tenantId);
    // Nobody waits for it: whoever comes when they are too old is told when it fails.
    if (age >= RENEW_AFTER_MS) this.#read(tenantId).catch(() => undefined);
    return known.compiled;
  }

  /** The tenant's rules are read anew before they are used again. */
  forget(tenantId: string): void {
    this.#kept.delete(tenantId);
    this.#reading.delete(tenantId);
  }

  close(): void {
    this.#watching?.then((stop) => stop()).catch(() => undefined);
  }

  #read(tenantId: string): Promise<CompiledRules> {
    const under = this.#reading.get(tenantId);
    if (under !== undefined) return under;
    const reading: Promise<CompiledRules> = this.#fresh(tenantId).then(
      (compiled) => {
        // A change that was told meanwhile may not be in it.
        if (this.#reading.get(tenantId) !== reading) return this.of(tenantId);
        this.#reading.delete(tenantId);
        this.#kept.set(tenantId, { compiled, readAt: performance.now() });
        return compiled;
      },
      (error: unknown) => {
        if (this.#reading.get(tenantId) === reading) this.#reading.delete(tenantId);
        throw error;
      },
    );
    this.#reading.set(tenantId, reading);
    return reading;
  }

  async #fresh(tenantId: string): Promise<CompiledRules> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the rules could not be read in time')), MAX_READ_MS);
    });
    try {
      await this.#watch();
      return new CompiledRules(await Promise.race([this.#readRules(tenantId), late]));
    } finally {
      clearTimeout(timer);
    }
  }

  // Watched before anything is kept: no change falls between the two.
  #watch(): Promise<() => void> {
    return (this.#watching ??= this.#events
      .watch(['agents.governance-changed'], ({ tenantId }) => this.forget(tenantId), new Date())
      .catch((error: unknown) => {
        this.#watching = null;
        throw error;
      }));
  }
}
