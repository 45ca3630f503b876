import { z } from 'zod';
import type { PlaneJobStatus } from '../plane-job.type.ts';
import { planeErrors } from '../plane.errors.ts';
import { latestFirst, momentOf } from './job-times.ts';
import type { JobsSource } from './jobs-of.ts';

const QUERY = `query Executions($first: Int!) { viewer { workflows(first: 50) { edges { node { id name
  executions(first: $first) { edges { node { id status startedAt finishedAt error } } } } } } } }`;
const edges = <Node extends z.ZodType>(node: Node): z.ZodObject<{ edges: z.ZodArray<z.ZodObject<{ node: Node }>> }> =>
  z.object({ edges: z.array(z.object({ node })) });
const execution = z.object({ id: z.string(), status: z.string(), startedAt: z.string().nullable(), finishedAt: z.string().nullable(), error: z.string().nullable().default(null) }); // prettier-ignore
const workflow = z.object({ id: z.string(), name: z.string(), executions: edges(execution) });
const reply = z.object({
  data: z.object({ viewer: z.object({ workflows: edges(workflow) }) }).nullish(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
});
const STATUS: Readonly<Record<string, PlaneJobStatus>> = { queued: 'WAITING', running: 'RUNNING', success: 'SUCCEEDED', succeeded: 'SUCCEEDED', finished: 'SUCCEEDED', failed: 'FAILED', error: 'FAILED', terminated: 'CANCELLED', cancelled: 'CANCELLED' }; // prettier-ignore

/** What Tray's workflows executed, over its GraphQL API. @throws PLANE_UNREACHABLE with what the API says against the query */
export const trayJobs: JobsSource = async ({ plane, http, limit, signal }) => {
  const headers = { authorization: `Bearer ${plane.secret ?? ''}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: QUERY, variables: { first: limit } });
  const { data, errors } = await http.json({ method: 'POST', path: plane.settings['path'] ?? '/graphql', headers, body }, reply, signal);
  const [error] = errors ?? [];
  if (data == null || error !== undefined)
    throw planeErrors.PLANE_UNREACHABLE({ host: new URL(plane.address).host, why: error?.message ?? 'its reply is empty' });
  const found = data.viewer.workflows.edges.flatMap(({ node: { name, executions } }) =>
    executions.edges.map(({ node: { id, status, startedAt, finishedAt, error: problem } }) => ({
      id, name, status: STATUS[status.toLowerCase()] ?? ('UNKNOWN' as const), startedAt: momentOf(startedAt), finishedAt: momentOf(finishedAt),
      records: null, bytes: null, failures: null, problem,
    })),
  ); // prettier-ignore
  return latestFirst(found, limit);
};
