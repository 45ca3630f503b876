import { Client } from 'pg';
import { tenantSchemaName } from '../../subgraphs/kernel/tenancy/tenant-names.ts';
import type { Difference } from './compare.ts';

const MAX_EXAMPLES = 5;

/** What connections have landed, read past the product: as a superuser of its database. */
export class LandedRecords {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Compares what a connection landed with what another landed of the same source undisturbed, record by record. */
  async compare(id: string, undisturbed: string): Promise<Difference> {
    const [found, expected] = [await this.#recordsOf(id), await this.#recordsOf(undisturbed)];
    const lost = [...expected].filter(([key, hash]) => found.get(key) !== hash).map(([key]) => key);
    const doubled = [...found.keys()].filter((key) => !expected.has(key));
    const examples = [...lost.map((key) => `${key} is missing or another`), ...doubled.map((key) => `${key} should not be there`)];
    return { lost: lost.length, doubled: doubled.length, examples: examples.slice(0, MAX_EXAMPLES) };
  }

  /** When the landing of a sync began, in milliseconds since 1970. */
  async landingBegan(syncId: string): Promise<number> {
    return this.#ask(async (client) => {
      const { rows } = await client.query<{ at: Date | null }>(
        "select finished_at as at from durable_step where run_id = $1 and name = 'DISCOVER'",
        [syncId],
      );
      return rows[0]?.at?.getTime() ?? Infinity;
    });
  }

  /** Content by object and key. */
  #recordsOf(connectionId: string): Promise<Map<string, string>> {
    return this.#ask(async (client) => {
      const { rows: tenants } = await client.query<{ tenant_id: string }>('select tenant_id from connection where id = $1', [connectionId]);
      const schema = tenantSchemaName(tenants[0]?.tenant_id ?? '');
      const { rows } = await client.query<{ key: string; content_hash: string }>(
        `select o.path || ' ' || r.record_key as key, r.content_hash from ${schema}.raw_record r join source_object o on o.id = r.object_id
          where o.connection_id = $1 and r.removed_at is null`,
        [connectionId],
      );
      return new Map(rows.map(({ key, content_hash }) => [key, content_hash]));
    });
  }

  async #ask<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.#url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}
