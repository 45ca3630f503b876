import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { chosenObjects } from '../chosen-objects.ts';
import type { Vendor, VendorPage, VendorSession } from '../vendor.ts';
import { netsuiteAuth } from './auth.ts';
import { type CatalogueTable, catalogueTables } from './records.ts';
import { type Rows, ask, newestChange, queryAfter, querySchema } from './suiteql.ts';
import { NETSUITE_TABLES } from './tables.ts';

const cursorSchema = z.object({ key: z.int(), newest: z.string().nullable() });
type Place = { key: number | null; newest: string | null };

/**
 * NetSuite: lines of bills and journals, vendors, and the record types of the metadata catalogue, through SuiteQL in ranges of their keys, so that a
 * read goes on after any of them. Source: SuiteTalk REST Web Services, "Executing SuiteQL Queries Through REST Web Services", "Metadata Catalog".
 */
export const netsuite: Vendor = {
  auth: netsuiteAuth,
  // An account has few requests at once for all that ask it.
  parallel: 2,
  judge: ({ status, text }) => (status === 400 && text.includes('REQUEST_LIMIT_EXCEEDED') ? 'LIMITED' : null),
  async tables(session) {
    const chosen = chosenObjects(session.settings);
    const usual = NETSUITE_TABLES.filter(({ path }) => chosen === null || chosen.has(path));
    const counted = await Promise.all(usual.map((table) => counts(session, table)));
    return [...counted, ...(await catalogueTables(session, new Set(NETSUITE_TABLES.map(({ path }) => path))))];
  },
  async *read(session, { plan }, { from, since }) {
    const query = querySchema.parse(plan);
    // What changes behind the read is newer than anything was when it began, and is read again by the next one.
    let { key, newest }: Place = from === null ? { key: null, newest: await newestChange(session, query) } : cursorSchema.parse(from);
    const changed = since === null ? null : z.string().parse(since);
    for (;;) {
      const { items, hasMore } = await ask(session, queryAfter(query, key, changed));
      key = highestKey(items, query.keyColumn, key);
      yield { records: items, cursor: { key: key ?? 0, newest }, watermark: newest ?? since, last: !hasMore } satisfies VendorPage;
      if (!hasMore) return;
    }
  },
  async *keys(session, { plan }) {
    const query = querySchema.parse(plan);
    for (let key: number | null = null; ;) {
      const { items, hasMore }: Rows = await ask(session, queryAfter(query, key, null));
      yield items.map((item) => String(Number(item[query.keyColumn])));
      key = highestKey(items, query.keyColumn, key);
      if (!hasMore) return;
    }
  },
};

const highestKey = (items: Rows['items'], column: string, before: number | null): number | null =>
  items.reduce((highest: number | null, item) => Math.max(highest ?? 0, Number(item[column])), before);

/** How many rows a table has; a table that may not be seen is told when it is read. */
async function counts(session: VendorSession, table: CatalogueTable): Promise<CatalogueTable> {
  try {
    return { ...table, count: (await ask(session, queryAfter(table.plan, null, null), 1)).totalResults ?? null };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'VENDOR_FORBIDDEN') return table;
    throw error;
  }
}
