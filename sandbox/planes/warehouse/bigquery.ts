import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { type SandboxVendor, type VendorReply, ok, tokenOf } from '../../http/reply.ts';
import { type WarehouseTable, selected } from './tables.ts';

export interface BigQueryOptions {
  project: string;
  /** The service account and the public half of its key. */
  email: string;
  publicKey: string;
  tables: readonly WarehouseTable[];
  /** Looks at a running job until it is done. */
  slow?: number;
}

interface Job {
  schema: object;
  rows: object[];
  left: number;
}

const TYPES = {
  NUMBER: 'INTEGER',
  MONEY: 'NUMERIC',
  TEXT: 'STRING',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
  JSON: 'RECORD',
} as const;
const NAME = '`((?:[^`\\\\]|\\\\.)+)`';
const SELECT = new RegExp(
  `^select (.+) from ${NAME}\\.${NAME}\\.${NAME}(?: where timestamp\\(${NAME}\\) >= @since)?(?: order by (.+))?$`,
  'u',
);
/** Every so many looks at a job are refused. */
const LIMIT_EVERY = 11;
const DETAILS = [{ name: 'source', type: 'STRING', mode: 'NULLABLE' }, { name: 'lines', type: 'INTEGER', mode: 'REPEATED' }]; // prettier-ignore

/** BigQuery's REST API with the token endpoint of Google beside it. Source: BigQuery REST reference. Datasets are schemas with dots as underscores. */
export function bigqueryVendor({ project, email, publicKey, tables, slow = 0 }: BigQueryOptions): SandboxVendor & { jobs(): number } {
  const tokens = new Set<string>();
  const jobs = new Map<string, Job>();
  const key = createPublicKey(publicKey);
  let asked = 0;
  const datasetOf = ({ schema }: WarehouseTable): string => schema.replaceAll('.', '_');
  const error = (status: number, reason: string, message: string): VendorReply => ({ status, body: { error: { code: status, message, errors: [{ message, domain: 'global', reason }] } } }); // prettier-ignore
  const fieldsOf = (table: WarehouseTable, names: readonly string[]): object[] =>
    names.map((name) => {
      const { type, comment } = table.columns.find((column) => column.name === name) ?? { type: 'TEXT' as const };
      return { name, type: TYPES[type], mode: table.key.includes(name) ? 'REQUIRED' : 'NULLABLE', ...(comment === undefined ? {} : { description: comment }), ...(type === 'JSON' ? { fields: DETAILS } : {}) }; // prettier-ignore
    });

  const pageOf = (id: string, query: { max: number; token: string | null }): VendorReply => {
    const job = jobs.get(id);
    if (job === undefined) return error(404, 'notFound', `Not found: Job ${project}:${id}`);
    const reference = { projectId: project, jobId: id, location: 'EU' };
    if (job.left-- > 0) return ok({ kind: 'bigquery#queryResponse', jobReference: reference, jobComplete: false });
    const from = query.token === null ? 0 : Number(Buffer.from(query.token, 'base64').toString('utf8'));
    const next = from + query.max < job.rows.length ? Buffer.from(String(from + query.max)).toString('base64') : undefined;
    return ok({ kind: 'bigquery#queryResponse', jobReference: reference, jobComplete: true, schema: job.schema, totalRows: String(job.rows.length), rows: job.rows.slice(from, from + query.max), pageToken: next }); // prettier-ignore
  };

  const run = (body: string): VendorReply => {
    const asked = JSON.parse(body) as {
      query: string;
      maxResults: number;
      useLegacySql: boolean;
      queryParameters?: { parameterValue: { value: string } }[];
    };
    const [, columns = '', , dataset, name, since, order = ''] = SELECT.exec(asked.query) ?? [];
    const table = tables.find((one) => datasetOf(one) === unquoted(dataset) && one.name === unquoted(name));
    if (table === undefined)
      return error(404, 'notFound', `Not found: Table ${project}:${unquoted(dataset)}.${unquoted(name)} was not found in location EU`);
    const names = listed(columns);
    const at = asked.queryParameters?.[0]?.parameterValue.value;
    const rows = selected(
      table,
      names,
      since === undefined || at === undefined ? null : { column: unquoted(since), at: new Date(at) },
      listed(order),
    );
    const id = `job_${randomUUID()}`;
    jobs.set(id, { schema: { fields: fieldsOf(table, names) }, rows: rows.map((row) => ({ f: row.map((value, i) => ({ v: cellOf(value, table.columns.find((one) => one.name === names[i])?.type) })) })), left: slow }); // prettier-ignore
    return pageOf(id, { max: asked.maxResults, token: null });
  };

  return {
    name: 'bigquery',
    jobs: () => jobs.size,
    tokenPath: '/token',
    refuse: (request) =>
      request.path === '/token' || tokens.has(tokenOf(request) ?? '')
        ? null
        : error(401, 'authError', 'Request had invalid authentication credentials.'),
    tooMany: (seconds) => ({ ...error(429, 'rateLimitExceeded', 'Exceeded rate limits'), headers: { 'retry-after': String(seconds) } }),
    handle({ method, path, query, body }) {
      if (path === '/token') {
        const assertion = new URLSearchParams(body).get('assertion') ?? '';
        if (!isKnown(assertion, key, email))
          return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } };
        const token = `ya29.${randomUUID()}`;
        tokens.add(token);
        return ok({ access_token: token, expires_in: 3_599, token_type: 'Bearer' });
      }
      const root = `/bigquery/v2/projects/${project}`;
      if (!path.startsWith(root)) return error(404, 'notFound', 'Not found');
      const rest = path.slice(root.length);
      if (rest === '/queries' && method === 'POST') return run(body);
      // Limits of its own kind are told with 403 and a reason.
      if (rest.startsWith('/queries') && (asked += 1) % LIMIT_EVERY === 0)
        return error(403, 'jobRateLimitExceeded', 'Exceeded rate limits');
      const [, job] = /^\/queries\/([^/]+)$/u.exec(rest) ?? [];
      if (job !== undefined) return pageOf(job, { max: Number(query.get('maxResults') ?? 1_000), token: query.get('pageToken') });
      const datasets = [...new Set(tables.map(datasetOf))];
      if (rest === '/datasets') return listing('datasets', datasets.map((datasetId) => ({ datasetReference: { projectId: project, datasetId } })), query); // prettier-ignore
      const [, dataset, , table] = /^\/datasets\/([^/]+)\/tables(\/(.+))?$/u.exec(rest) ?? [];
      const inside = tables.filter((one) => datasetOf(one) === dataset);
      if (table === undefined) return listing('tables', inside.map(({ name }) => ({ tableReference: { projectId: project, datasetId: dataset, tableId: name }, type: 'TABLE' })), query); // prettier-ignore
      const found = inside.find(({ name }) => name === decodeURIComponent(table));
      if (found === undefined) return error(404, 'notFound', `Not found: Table ${project}:${dataset}.${table}`);
      const constraints = found.key.length === 0 ? {} : { tableConstraints: { primaryKey: { columns: found.key } } };
      return ok({ kind: 'bigquery#table', type: 'TABLE', numRows: String(found.rows.length), schema: { fields: fieldsOf(found, found.columns.map(({ name }) => name)) }, ...constraints }); // prettier-ignore
    },
  };
}

/** Two a page, so that paging is seen. */
function listing(name: string, items: readonly object[], query: URLSearchParams): VendorReply {
  const from = Number(query.get('pageToken') ?? 0);
  return ok({ [name]: items.slice(from, from + 2), ...(from + 2 < items.length ? { nextPageToken: String(from + 2) } : {}) });
}

/** Cells are texts, moments in microseconds, nested ones as cells again. */
function cellOf(value: WarehouseTable['rows'][number][number], type: WarehouseTable['columns'][number]['type'] | undefined): unknown {
  if (value === null) return null;
  if (value instanceof Date) return type === 'DATE' ? value.toISOString().slice(0, 10) : String(value.getTime() * 1_000);
  if (typeof value !== 'object') return String(value);
  const { source, lines } = value as { source: string; lines: number[] };
  return { f: [{ v: source }, { v: lines.map((line) => ({ v: String(line) })) }] };
}

const unquoted = (name = ''): string => name.replaceAll(/\\(.)/gu, '$1');
const listed = (text: string): string[] => [...text.matchAll(new RegExp(NAME, 'gu'))].map(([, name]) => unquoted(name));

function isKnown(assertion: string, key: ReturnType<typeof createPublicKey>, email: string): boolean {
  const [head = '', claims = '', signature = ''] = assertion.split('.');
  try {
    const { iss, scope } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { iss: string; scope: string };
    return (
      iss === email &&
      scope.includes('bigquery') &&
      verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))
    );
  } catch {
    return false;
  }
}
