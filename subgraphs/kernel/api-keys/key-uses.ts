import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Logger } from '../telemetry/logger.ts';

/** How often uses are written, in milliseconds. */
const WRITE_EVERY_MS = 60_000;
/** Keys whose use is waiting to be written; further ones are noted the next time. */
const MAX_WAITING = 20_000;

interface Use {
  at: Date;
  address: string | null;
}

/** When keys were used last, kept in memory and written once a minute: a use costs no statement. */
export class KeyUses {
  private readonly waiting = new Map<string, Map<string, Use>>();
  private count = 0;
  private writing: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;
  private readonly deps: { database: Database; logger: Logger };

  constructor(deps: { database: Database; logger: Logger }, everyMs = WRITE_EVERY_MS) {
    this.deps = deps;
    this.timer = setInterval(() => void this.flush(), everyMs);
    this.timer.unref();
  }

  note(key: { tenantId: string; id: string }, use: Use): void {
    let ofTenant = this.waiting.get(key.tenantId);
    if (ofTenant?.has(key.id) !== true && this.count >= MAX_WAITING) return;
    if (ofTenant === undefined) this.waiting.set(key.tenantId, (ofTenant = new Map()));
    if (!ofTenant.has(key.id)) this.count += 1;
    ofTenant.set(key.id, use);
  }

  /** Writes what is waiting. What cannot be written is lost: it is a hint for people. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.writeAll());
    return this.writing;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private async writeAll(): Promise<void> {
    const all = [...this.waiting];
    this.waiting.clear();
    this.count = 0;
    for (const [tenantId, uses] of all) {
      await this.write(tenantId, uses).catch((error: unknown) =>
        this.deps.logger.warn({ err: error, tenantId }, 'when keys were used last could not be written'),
      );
    }
  }

  private write(tenantId: string, uses: ReadonlyMap<string, Use>): Promise<unknown> {
    const entries = [...uses];
    const ids = entries.map(([id]) => id);
    const times = entries.map(([, { at }]) => at.toISOString());
    const addresses = entries.map(([, { address }]) => address);
    return this.deps.database.unitOfWork(tenantId, (unit) =>
      sql`update api_key k set last_used_at = greatest(k.last_used_at, u.at), last_used_from = u.address
        from unnest(${ids}::uuid[], ${times}::timestamptz[], ${addresses}::text[]) u (id, at, address)
        where k.tenant_id = ${tenantId}::uuid and k.id = u.id`.execute(unit.sql),
    );
  }
}
