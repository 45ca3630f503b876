import { type SandboxVendor, ok, tokenOf } from '../http/reply.ts';

const RECIPES = [
  { id: 1001, name: 'Closed deals to the billing queue', running: true },
  { id: 1002, name: 'New tickets to the warehouse', running: true },
  { id: 1003, name: 'Old export', running: false },
];

/** Workato's Developer API: recipes and their jobs. Source: docs.workato.com, "Recipes" and "Jobs". */
export function workatoVendor(token: string): SandboxVendor {
  const jobs = (recipe: number): object[] => [
    { id: `j-${recipe}-3`, flow_run_id: 3, started_at: '2026-11-20T10:20:00.000Z', completed_at: null, title: 'run 3', is_poll_error: false, error: null, is_error: false, status: 'pending' },
    { id: `j-${recipe}-2`, flow_run_id: 2, started_at: '2026-11-20T10:10:00.000Z', completed_at: '2026-11-20T10:10:04.000Z', title: 'run 2', is_poll_error: false, error: '422 Unprocessable Entity', is_error: true, status: 'failed' },
    { id: `j-${recipe}-1`, flow_run_id: 1, started_at: '2026-11-20T10:00:00.000Z', completed_at: '2026-11-20T10:00:02.000Z', title: 'run 1', is_poll_error: false, error: null, is_error: false, status: 'succeeded' },
  ]; // prettier-ignore
  return {
    name: 'workato',
    refuse: (request) => (tokenOf(request) === token ? null : { status: 401, body: { message: 'Unauthorized' } }),
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { message: 'Rate limit exceeded' } }),
    handle({ path, query }) {
      if (path === '/api/users/me') return ok({ id: 17, name: 'Integrations', plan_id: 'oem_plan' });
      if (path === '/api/recipes') {
        const items = RECIPES.filter(({ running }) => query.get('running') !== 'true' || running);
        return ok({ items, count: items.length, page: 1, per_page: 100 });
      }
      const [, id, rest] = /^\/api\/recipes\/(\d+)(\/jobs)?$/u.exec(path) ?? [];
      const recipe = RECIPES.find((one) => String(one.id) === id);
      if (recipe === undefined) return { status: 404, body: { message: 'Not found' } };
      return ok(rest === undefined ? recipe : { job_succeeded_count: 1, job_failed_count: 1, job_count: 3, items: jobs(recipe.id) });
    },
  };
}
