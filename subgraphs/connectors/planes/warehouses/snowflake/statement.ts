import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { DomainError } from '../../../../kernel/errors/domain-error.ts';
import { kitErrors } from '../../../kit/kit.errors.ts';
import type { Judge } from '../../../vendors/http/vendor-http.ts';
import { vendorErrors } from '../../../vendors/http/vendor.errors.ts';
import type { VendorSession } from '../../../vendors/vendor.ts';

const PATH = '/api/v2/statements';
const TIMEOUT_SECONDS = 600;
/** Between two looks at a statement that still runs; longer each time. */
const POLL_MS = [100, 200, 500, 1_000, 2_000] as const;
const UNKNOWN_OBJECT = '002003';

const rowType = z.object({ name: z.string(), type: z.string(), scale: z.number().nullish(), nullable: z.boolean().default(true) });
export type SnowflakeColumn = z.infer<typeof rowType>;
const cells = z.array(z.array(z.string().nullable()));
const resultSet = z.object({
  statementHandle: z.string(),
  resultSetMetaData: z.object({
    numRows: z.number(),
    rowType: z.array(rowType),
    partitionInfo: z.array(z.object({ rowCount: z.number() })),
  }),
  data: cells.default([]),
});
/** It still runs (202). */
const running = z.object({ statementHandle: z.string(), code: z.string() });
const partition = z.object({ data: cells });
const failure = z.object({ code: z.string(), message: z.string() });

/** What was found: the first partition's rows, and how many partitions there are. */
export interface ResultSet {
  handle: string;
  columns: SnowflakeColumn[];
  rows: (string | null)[][];
  partitions: number;
}

export type Bindings = Readonly<Record<string, { type: 'TEXT' | 'FIXED'; value: string }>>;

/** What Snowflake says against a statement, in our words. */
export const judgeSnowflake: Judge = ({ status, text }, { path }) => {
  if (status !== 422 && status !== 408 && status !== 404) return null;
  const said = failure.safeParse(jsonOf(text));
  if (!said.success) return null;
  const { code, message } = said.data;
  if (code === UNKNOWN_OBJECT) return kitErrors.TABLE_GONE({ table: /'([^']+)'/u.exec(message)?.[1] ?? 'the table' });
  return vendorErrors.VENDOR_REPLY_UNKNOWN({ host: 'Snowflake', what: path.split('?')[0] ?? path, why: `${message} (${code})` });
};

/** Runs one statement and waits for its end. @throws DomainError */
export async function runStatement(
  { http, settings, signal }: VendorSession,
  statement: string,
  bindings: Bindings = {},
): Promise<ResultSet> {
  const { database, warehouse, role } = settings;
  const body = JSON.stringify({
    statement, timeout: TIMEOUT_SECONDS, database, ...(warehouse === undefined ? {} : { warehouse }), ...(role === undefined ? {} : { role }),
    ...(Object.keys(bindings).length === 0 ? {} : { bindings }), parameters: { MULTI_STATEMENT_COUNT: '1' },
  }); // prettier-ignore
  // The same id with each attempt: a request that is sent again does not run twice.
  const call = { method: 'POST', path: PATH, query: { requestId: randomUUID(), retry: 'true' }, headers: { 'content-type': 'application/json' }, body } as const; // prettier-ignore
  let reply = await http.json(call, resultSet.or(running), signal);
  for (let look = 0; !('resultSetMetaData' in reply); look++) {
    await wait(POLL_MS[Math.min(look, POLL_MS.length - 1)], undefined, { signal });
    reply = await http.json({ path: `${PATH}/${reply.statementHandle}` }, resultSet.or(running), signal);
  }
  return foundIn(reply);
}

/** What an earlier statement found; null when the server no longer has it. @throws DomainError */
export async function foundBy({ http, signal }: VendorSession, handle: string): Promise<ResultSet | null> {
  try {
    return foundIn(await http.json({ path: `${PATH}/${encodeURIComponent(handle)}` }, resultSet, signal));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'VENDOR_REPLY_UNKNOWN') return null;
    throw error;
  }
}

function foundIn({ statementHandle: handle, resultSetMetaData: about, data: rows }: z.infer<typeof resultSet>): ResultSet {
  const partitions = about.partitionInfo.length;
  return { handle, columns: about.rowType, rows: partitions === 0 ? [] : rows, partitions: Math.max(1, partitions) };
}

/** The rows of one partition of what a statement found. @throws DomainError */
export async function readPartition({ http, signal }: VendorSession, handle: string, number: number): Promise<(string | null)[][]> {
  return (await http.json({ path: `${PATH}/${encodeURIComponent(handle)}`, query: { partition: number } }, partition, signal)).data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
