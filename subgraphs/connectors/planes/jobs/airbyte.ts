import { z } from 'zod';
import type { PlaneHttp } from '../checks/plane-http.ts';
import type { PlaneJobStatus } from '../plane-job.type.ts';
import type { PlaneRef } from '../plane-ref.ts';
import { latestFirst, momentOf } from './job-times.ts';
import type { JobsSource } from './jobs-of.ts';

const token = z.object({ access_token: z.string().min(1) });
const connections = z.object({ data: z.array(z.object({ connectionId: z.string(), name: z.string().default('') })) });
const jobs = z.object({
  data: z.array(
    z.object({
      jobId: z.number(),
      status: z.string(),
      jobType: z.string(),
      connectionId: z.string(),
      startTime: z.string().nullish(),
      lastUpdatedAt: z.string().nullish(),
      bytesSynced: z.number().nullish(),
      rowsSynced: z.number().nullish(),
    }),
  ),
});
const STATUS: Readonly<Record<string, PlaneJobStatus>> = { pending: 'WAITING', running: 'RUNNING', incomplete: 'RUNNING', succeeded: 'SUCCEEDED', failed: 'FAILED', cancelled: 'CANCELLED' }; // prettier-ignore
const OVER: ReadonlySet<PlaneJobStatus> = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

/** What requests to Airbyte carry: a token of its application's client credentials, good for a quarter of an hour. @throws PLANE_SECRET_REFUSED */
export async function airbyteHeaders(
  { settings, secret }: PlaneRef,
  http: PlaneHttp,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const body = JSON.stringify({ client_id: settings['clientId'], client_secret: secret, 'grant-type': 'client_credentials' });
  const call = { method: 'POST', path: '/applications/token', headers: { 'content-type': 'application/json' }, body } as const;
  return { authorization: `Bearer ${(await http.json(call, token, signal)).access_token}` };
}

/** Airbyte's jobs with the rows and bytes they brought. Source: Airbyte API reference, "Jobs". */
export const airbyteJobs: JobsSource = async ({ plane, http, limit, signal }) => {
  const headers = await airbyteHeaders(plane, http, signal);
  const only = plane.settings['connection'];
  const { data: known } = await http.json({ path: '/connections', query: { limit: 100 }, headers }, connections, signal);
  const names = new Map(known.map(({ connectionId, name }) => [connectionId, name]));
  const query = { limit, orderBy: 'createdAt|DESC', ...(only === undefined ? {} : { connectionId: only }) };
  const { data } = await http.json({ path: '/jobs', query, headers }, jobs, signal);
  const found = data.map((job) => {
    const status = STATUS[job.status] ?? 'UNKNOWN';
    return {
      id: String(job.jobId),
      name: `${names.get(job.connectionId) ?? job.connectionId} (${job.jobType})`,
      status,
      startedAt: momentOf(job.startTime),
      finishedAt: OVER.has(status) ? momentOf(job.lastUpdatedAt) : null,
      records: job.rowsSynced ?? null,
      bytes: job.bytesSynced ?? null,
      failures: null,
      problem: status === 'FAILED' ? 'Airbyte says that it failed; its own log says why.' : null,
    };
  });
  return latestFirst(found, limit);
};
