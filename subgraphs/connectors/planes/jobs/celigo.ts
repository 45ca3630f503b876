import { z } from 'zod';
import type { PlaneJobStatus } from '../plane-job.type.ts';
import { latestFirst, momentOf } from './job-times.ts';
import type { JobsSource } from './jobs-of.ts';

const flows = z.array(z.object({ _id: z.string(), name: z.string().default('') }));
const jobs = z.array(
  z.object({
    _id: z.string(),
    _flowId: z.string().optional(),
    status: z.string(),
    startedAt: z.string().nullish(),
    endedAt: z.string().nullish(),
    numSuccess: z.number().nullish(),
    numError: z.number().nullish(),
  }),
);
const STATUS: Readonly<Record<string, PlaneJobStatus>> = { queued: 'WAITING', running: 'RUNNING', retrying: 'RUNNING', completed: 'SUCCEEDED', failed: 'FAILED', canceled: 'CANCELLED' }; // prettier-ignore

/** Jobs of Celigo's flows; one that completed with errors failed in part. Source: integrator.io API documentation, "Job API". */
export const celigoJobs: JobsSource = async ({ plane, http, limit, signal }) => {
  const headers = { authorization: `Bearer ${plane.secret ?? ''}` };
  const flow = plane.settings['flow'];
  const names = new Map((await http.json({ path: '/v1/flows', headers }, flows, signal)).map(({ _id, name }) => [_id, name]));
  const query = { type: 'flow', ...(flow === undefined ? {} : { _flowId: flow }) };
  const found = (await http.json({ path: '/v1/jobs', query, headers }, jobs, signal)).map(({ _id: id, _flowId: flowId = '', ...job }) => ({
    id,
    name: names.get(flowId) ?? flowId,
    status: (job.numError ?? 0) > 0 && job.status === 'completed' ? ('FAILED' as const) : (STATUS[job.status] ?? ('UNKNOWN' as const)),
    startedAt: momentOf(job.startedAt),
    finishedAt: momentOf(job.endedAt),
    records: job.numSuccess ?? null,
    bytes: null,
    failures: job.numError ?? null,
    problem: (job.numError ?? 0) > 0 ? `${job.numError} of its records failed` : null,
  }));
  return latestFirst(found, limit);
};
