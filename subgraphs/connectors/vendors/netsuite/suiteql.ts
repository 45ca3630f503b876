import { z } from 'zod';
import type { VendorSession } from '../vendor.ts';

/** Rows of one reply, the most that NetSuite gives. */
export const LIMIT = 1_000;
/** How moments are written in queries and replies, whatever the account's own format is. */
export const AS_TEXT = "'YYYY-MM-DD HH24:MI:SS'";
const reply = z.object({ items: z.array(z.record(z.string(), z.unknown())), hasMore: z.boolean(), totalResults: z.int().nullish() });
export type Rows = z.infer<typeof reply>;

/** What is read of one table. A query always begins behind a key, so that neither its window of 100 000 rows nor a change meanwhile leaves any out. */
export const querySchema = z.object({
  /** SELECT … FROM … WHERE …, to which the key's condition and order are added. */
  select: z.string(),
  /** The key in the query, and as replies call it. */
  key: z.string(),
  keyColumn: z.string(),
  /** When a row last changed, in the query; null: nobody knows. */
  stamp: z.string().nullable(),
});
export type TableQuery = z.infer<typeof querySchema>;

/** Runs one query from its top. */
export function ask({ http, signal }: VendorSession, q: string, limit = LIMIT): Promise<Rows> {
  const headers = { prefer: 'transient', 'content-type': 'application/json' };
  return http.json({ method: 'POST', path: '/services/rest/query/v1/suiteql', query: { limit, offset: 0 }, headers, body: JSON.stringify({ q }) }, reply, signal); // prettier-ignore
}

/** The SuiteQL for what comes behind a key and has changed since a moment. Both are numbers and dates, never a person's text. */
export function queryAfter({ select, key, stamp }: TableQuery, after: number | null, since: string | null): string {
  const behind = after === null ? '' : ` AND ${key} > ${Math.trunc(after)}`;
  const changed = since === null || stamp === null ? '' : ` AND ${stamp} >= TO_DATE('${since.replaceAll(/[^\d: -]/gu, '')}', ${AS_TEXT})`;
  return `${select}${behind}${changed} ORDER BY ${key}`;
}

/** The newest change of a table, as it writes moments; null: it has none. */
export async function newestChange(session: VendorSession, { select, stamp }: TableQuery): Promise<string | null> {
  if (stamp === null) return null;
  const from = select.slice(select.indexOf(' FROM '));
  const newest = (await ask(session, `SELECT TO_CHAR(MAX(${stamp}), ${AS_TEXT}) AS newest${from}`, 1)).items[0]?.['newest'];
  return typeof newest === 'string' ? newest : null;
}
