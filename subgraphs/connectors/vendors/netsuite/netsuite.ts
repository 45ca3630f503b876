import { z } from 'zod';
import { bearerAuth } from '../../kit/auth/auth.ts';
import type { Vendor, VendorPage, VendorSession } from '../vendor.ts';
import { NETSUITE_TABLES, querySince, tableAt } from './tables.ts';

const LIMIT = 1_000;
const reply = z.object({ items: z.array(z.record(z.string(), z.unknown())), hasMore: z.boolean(), totalResults: z.int().nullish() });
const cursorSchema = z.object({ key: z.int(), highest: z.string().nullable() });

/**
 * NetSuite: lines of bills and journals, and vendors, through SuiteQL in the order of their keys, so that a read goes on after any of them.
 * Source: SuiteTalk REST Web Services, "Executing SuiteQL Queries Through REST Web Services".
 */
export const netsuite: Vendor = {
  auth: bearerAuth(),
  async tables(session) {
    const tables = [];
    for (const { query: _query, keyExpression: _expression, keyColumn: _column, ...table } of NETSUITE_TABLES) {
      const first = await ask(session, querySince(table.path, null, null), 1);
      tables.push({ ...table, count: first.totalResults ?? null });
    }
    return tables;
  },
  async *read(session, { path, fields: _fields }, { from, since }) {
    let { key, highest } = from === null ? { key: null, highest: null } : cursorSchema.parse(from);
    const { keyColumn } = tableAt(path);
    for (;;) {
      const { items, hasMore } = await ask(session, querySince(path, key, since === null ? null : z.string().parse(since)), LIMIT);
      for (const item of items) {
        key = Math.max(key ?? 0, Number(item[keyColumn]));
        const stamp = item['lastmodifieddate'];
        if (typeof stamp === 'string' && (highest === null || stamp > highest)) highest = stamp;
      }
      yield { records: items, cursor: { key: key ?? 0, highest }, watermark: highest ?? since, last: !hasMore } satisfies VendorPage;
      if (!hasMore) return;
    }
  },
  async *keys(session, { path }) {
    const { keyColumn } = tableAt(path);
    for (let key: number | null = null; ;) {
      const { items, hasMore }: z.infer<typeof reply> = await ask(session, querySince(path, key, null), LIMIT);
      const keys = items.map((item) => Number(item[keyColumn]));
      yield keys.map(String);
      key = keys.at(-1) ?? null;
      if (!hasMore) return;
    }
  },
};

/** Always from the top: the key in the query is where it goes on, which an offset into a changing table is not. */
function ask({ http, signal }: VendorSession, q: string, limit: number): Promise<z.infer<typeof reply>> {
  const call = {
    method: 'POST' as const,
    path: '/services/rest/query/v1/suiteql',
    query: { limit, offset: 0 },
    headers: { prefer: 'transient', 'content-type': 'application/json' },
    body: JSON.stringify({ q }),
  };
  return http.json(call, reply, signal);
}
