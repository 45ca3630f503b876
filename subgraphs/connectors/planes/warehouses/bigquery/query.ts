import { z } from 'zod';
import type { VendorSession } from '../../../vendors/vendor.ts';
import { type BigQueryField, bigQueryField, rowsSchema } from './rows.ts';

const PAGE_ROWS = 1_000;
/** How long the server may hold a request while the job runs. */
const HOLD_MS = 10_000;
const FORMAT = { 'formatOptions.useInt64Timestamp': 'true' };

const reply = z.object({
  jobReference: z.object({ jobId: z.string(), location: z.string().optional() }),
  jobComplete: z.boolean(),
  schema: z.object({ fields: z.array(bigQueryField) }).optional(),
  rows: rowsSchema.default([]),
  pageToken: z.string().optional(),
});

/** A job whose rows are read page by page. */
export interface JobPage {
  job: string;
  location: string | null;
  fields: BigQueryField[];
  rows: z.infer<typeof rowsSchema>;
  /** Of the page that follows; null: this is the last one. */
  next: string | null;
}

export const projectPath = ({ settings }: VendorSession): string =>
  `/bigquery/v2/projects/${encodeURIComponent(String(settings['project']))}`;

/** Runs a query (standard SQL) and gives its first page. @param since the one parameter it has, as ISO 8601; null: none */
export async function runQuery(session: VendorSession, query: string, since: string | null): Promise<JobPage> {
  const { http, settings, signal } = session;
  const parameters = [{ name: 'since', parameterType: { type: 'TIMESTAMP' }, parameterValue: { value: since } }];
  const location = settings['location'];
  const body = JSON.stringify({
    query, useLegacySql: false, maxResults: PAGE_ROWS, timeoutMs: HOLD_MS, formatOptions: { useInt64Timestamp: true },
    ...(location === undefined ? {} : { location }), ...(since === null ? {} : { parameterMode: 'NAMED', queryParameters: parameters }),
  }); // prettier-ignore
  let found = await http.json({ method: 'POST', path: `${projectPath(session)}/queries`, headers: { 'content-type': 'application/json' }, body }, reply, signal); // prettier-ignore
  while (!found.jobComplete) found = await results(session, found.jobReference, null);
  return pageOf(found);
}

/** A further page of a job. @throws DomainError; VENDOR_REPLY_UNKNOWN when the job is no longer there */
export async function nextPage(session: VendorSession, job: string, location: string | null, token: string): Promise<JobPage> {
  return pageOf(await results(session, { jobId: job, location: location ?? undefined }, token));
}

function results(
  session: VendorSession,
  { jobId, location }: { jobId: string; location?: string | undefined },
  token: string | null,
): Promise<z.infer<typeof reply>> {
  const query = { maxResults: PAGE_ROWS, timeoutMs: HOLD_MS, ...FORMAT, ...(location === undefined ? {} : { location }), ...(token === null ? {} : { pageToken: token }) }; // prettier-ignore
  return session.http.json({ path: `${projectPath(session)}/queries/${encodeURIComponent(jobId)}`, query }, reply, session.signal);
}

function pageOf({ jobReference, schema, rows, pageToken }: z.infer<typeof reply>): JobPage {
  return { job: jobReference.jobId, location: jobReference.location ?? null, fields: schema?.fields ?? [], rows, next: pageToken ?? null };
}
