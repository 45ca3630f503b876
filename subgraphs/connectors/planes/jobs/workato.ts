import { z } from 'zod';
import type { PlaneJobStatus } from '../plane-job.type.ts';
import { latestFirst, momentOf } from './job-times.ts';
import type { JobsSource } from './jobs-of.ts';

/** Recipes whose jobs are looked at; the API answers 60 requests a minute. */
const MAX_RECIPES = 10;
const recipes = z.object({ items: z.array(z.object({ id: z.number(), name: z.string(), running: z.boolean().default(false) })) });
const recipe = z.object({ id: z.number(), name: z.string() });
const jobs = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      started_at: z.string().nullable().default(null),
      completed_at: z.string().nullable().default(null),
      is_error: z.boolean().default(false),
      error: z.string().nullable().default(null),
      status: z.string().optional(),
    }),
  ),
});

/** Jobs of Workato's recipes: those named, else those that run. Source: Workato Developer API, "Recipes" and "Jobs". */
export const workatoJobs: JobsSource = async ({ plane, http, limit, signal }) => {
  const headers = { authorization: `Bearer ${plane.secret ?? ''}` };
  const named = (plane.settings['recipes'] ?? '').split(',').map((id) => id.trim()).filter((id) => /^\d+$/u.test(id)); // prettier-ignore
  const chosen =
    named.length === 0
      ? (await http.json({ path: '/api/recipes', query: { running: 'true', per_page: 100 }, headers }, recipes, signal)).items
      : await Promise.all(named.slice(0, MAX_RECIPES).map((id) => http.json({ path: `/api/recipes/${id}`, headers }, recipe, signal)));
  const found = [];
  for (const { id, name } of chosen.slice(0, MAX_RECIPES)) {
    const { items } = await http.json({ path: `/api/recipes/${id}/jobs`, headers }, jobs, signal);
    for (const job of items)
      found.push({
        id: job.id, name, status: statusOf(job), startedAt: momentOf(job.started_at), finishedAt: momentOf(job.completed_at),
        records: null, bytes: null, failures: null, problem: job.error,
      }); // prettier-ignore
  }
  return latestFirst(found, limit);
};

function statusOf({ status, is_error: failed, completed_at: ended }: z.infer<typeof jobs>['items'][number]): PlaneJobStatus {
  if (failed || status === 'failed') return 'FAILED';
  if (status === 'pending') return 'WAITING';
  return ended === null ? 'RUNNING' : 'SUCCEEDED';
}
