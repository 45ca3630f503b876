import { z } from 'zod';
import { DomainError } from '../../../../kernel/errors/domain-error.ts';
import { kitErrors } from '../../../kit/kit.errors.ts';
import type { Judge } from '../../../vendors/http/vendor-http.ts';
import { type VendorField, field } from '../../../vendors/records/field.ts';
import type { Vendor, VendorPage, VendorSession, VendorTable } from '../../../vendors/vendor.ts';
import { incrementalOf } from '../incremental.ts';
import { bigqueryAuth } from './bigquery-auth.ts';
import { type JobPage, nextPage, projectPath, runQuery } from './query.ts';
import { bigQueryField, columnTypeOf, recordsOf } from './rows.ts';

const MAX_TABLES = 500;
const PAGE = 100;
const planSchema = z.object({ dataset: z.string(), table: z.string(), key: z.array(z.string()), incremental: z.string().nullable() });
type Plan = z.infer<typeof planSchema>;
const cursorSchema = z.object({
  job: z.string(),
  location: z.string().nullable(),
  token: z.string().nullable(),
  highest: z.string().nullable(),
});

const datasets = z.object({ datasets: z.array(z.object({ datasetReference: z.object({ datasetId: z.string() }) })).default([]), nextPageToken: z.string().optional() }); // prettier-ignore
const listed = z.object({ tables: z.array(z.object({ tableReference: z.object({ tableId: z.string() }) })).default([]), nextPageToken: z.string().optional() }); // prettier-ignore
const described = z.object({
  schema: z.object({ fields: z.array(bigQueryField).default([]) }).default({ fields: [] }),
  description: z.string().optional(),
  numRows: z.string().optional(),
  tableConstraints: z.object({ primaryKey: z.object({ columns: z.array(z.string()) }).optional() }).optional(),
});
const fault = z.object({ error: z.object({ message: z.string(), errors: z.array(z.object({ reason: z.string() })).default([]) }) });

/** Limits come as 403 with a reason; a table that is gone as 404. */
const judge: Judge = ({ status, text }) => {
  if (status !== 403 && status !== 404) return null;
  const said = fault.safeParse(jsonOf(text));
  const reason = said.data?.error.errors[0]?.reason ?? '';
  if (/rateLimitExceeded|quotaExceeded|jobRateLimitExceeded/u.test(reason)) return 'LIMITED';
  const gone = /Not found: Table (\S+)/u.exec(said.data?.error.message ?? '');
  return gone === null ? null : kitErrors.TABLE_GONE({ table: gone[1] ?? '' });
};

/**
 * BigQuery by its REST API: datasets and tables as they are described, rows by a query job whose pages are read by their tokens. Only SELECT is sent.
 * Source: BigQuery REST reference, datasets.list, tables.list, tables.get, jobs.query, jobs.getQueryResults.
 */
export const bigquery: Vendor = {
  auth: bigqueryAuth,
  judge,
  async tables(session) {
    const tables: VendorTable[] = [];
    for (const dataset of await datasetsOf(session))
      for (const table of await namesOf(session, dataset)) {
        if (tables.length === MAX_TABLES) return tables;
        tables.push(await describe(session, dataset, table));
      }
    return tables;
  },
  async *read(session, { fields, plan }, { from, since }) {
    const own = planSchema.parse(plan);
    const after = since === null ? null : z.string().parse(since);
    const kept = from === null ? null : cursorSchema.parse(from);
    if (kept !== null && kept.token === null) return;
    let highest = kept?.highest ?? null;
    let page = kept?.token == null ? null : await gone(nextPage(session, kept.job, kept.location, kept.token));
    // A job is kept for a day; when it is gone, all of it is read again.
    if (page === null) {
      highest = null;
      page = await runQuery(session, selectOf(session, fields, own, after !== null), after);
    }
    for (;;) {
      const records = recordsOf(page.rows, page.fields);
      const { incremental } = own;
      if (incremental !== null) for (const record of records) highest = later(highest, record[incremental]);
      const { job, location, next } = page;
      yield {
        records,
        cursor: { job, location, token: next, highest },
        watermark: highest ?? since,
        last: next === null,
      } satisfies VendorPage;
      if (next === null) return;
      page = await nextPage(session, job, location, next);
    }
  },
};

/** A name as BigQuery takes it, whatever it is. */
const quoted = (name: string): string => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;

function selectOf(
  { settings }: VendorSession,
  fields: readonly VendorField[],
  { dataset, table, key, incremental }: Plan,
  since: boolean,
): string {
  const columns = fields.map(({ name }) => quoted(name)).join(', ');
  const order = [...(incremental === null ? [] : [incremental]), ...key].map(quoted);
  const where = since && incremental !== null ? ` where timestamp(${quoted(incremental)}) >= @since` : '';
  const from = [String(settings['project']), dataset, table].map(quoted).join('.');
  return `select ${columns} from ${from}${where}${order.length === 0 ? '' : ` order by ${order.join(', ')}`}`;
}

async function datasetsOf(session: VendorSession): Promise<string[]> {
  const only = session.settings['dataset'];
  if (typeof only === 'string' && only !== '') return [only];
  return allOf(session, `${projectPath(session)}/datasets`, datasets, (page) =>
    page.datasets.map(({ datasetReference }) => datasetReference.datasetId),
  );
}

const namesOf = (session: VendorSession, dataset: string): Promise<string[]> =>
  allOf(session, `${projectPath(session)}/datasets/${encodeURIComponent(dataset)}/tables`, listed, (page) => page.tables.map(({ tableReference }) => tableReference.tableId)); // prettier-ignore

async function allOf<Page extends { nextPageToken?: string | undefined }>(
  { http, signal }: VendorSession,
  path: string,
  schema: z.ZodType<Page>,
  namesIn: (page: Page) => string[],
): Promise<string[]> {
  const names: string[] = [];
  for (let token: string | undefined; ;) {
    const query = { maxResults: PAGE, ...(token === undefined ? {} : { pageToken: token }) };
    const page: Page = await http.json({ path, query }, schema, signal);
    names.push(...namesIn(page));
    token = page.nextPageToken;
    if (token === undefined || names.length >= MAX_TABLES) return names;
  }
}

async function describe(session: VendorSession, dataset: string, table: string): Promise<VendorTable> {
  const path = `${projectPath(session)}/datasets/${encodeURIComponent(dataset)}/tables/${encodeURIComponent(table)}`;
  const { schema, numRows, tableConstraints } = await session.http.json({ path }, described, session.signal);
  const fields = schema.fields.map((one) => ({
    ...field('c', columnTypeOf(one), { description: one.description ?? null }), name: one.name, path: [one.name],
  })); // prettier-ignore
  const key = tableConstraints?.primaryKey?.columns ?? [];
  const moments = schema.fields.map(({ name, type }) => ({ name, moment: type === 'TIMESTAMP' }));
  const named = session.settings['incrementalColumn'];
  const incremental = key.length === 0 ? null : incrementalOf(moments, typeof named === 'string' ? named : undefined);
  const count = numRows === undefined ? null : Number(numRows);
  return { path: `${dataset}.${table}`, name: table, fields, customAt: [], key, incremental, count, plan: { dataset, table, key, incremental } satisfies Plan }; // prettier-ignore
}

/** Null when what was asked for is no longer there. */
async function gone(page: Promise<JobPage>): Promise<JobPage | null> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'VENDOR_REPLY_UNKNOWN') return null;
    throw error;
  }
}

function later(highest: string | null, stamp: unknown): string | null {
  return typeof stamp === 'string' && (highest === null || stamp > highest) ? stamp : highest;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
