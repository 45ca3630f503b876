import { type SandboxVendor, ok, tokenOf } from '../http/reply.ts';

const node = <Node>(one: Node): { node: Node } => ({ node: one });
const WORKFLOWS = [
  {
    id: 'wf-1', name: 'Leads to CRM',
    executions: { edges: [
      node({ id: 'ex-2', status: 'failed', startedAt: '2026-11-20T10:10:00.000Z', finishedAt: '2026-11-20T10:10:09.000Z', error: 'The step “Create lead” answered 400' }),
      node({ id: 'ex-1', status: 'success', startedAt: '2026-11-20T10:00:00.000Z', finishedAt: '2026-11-20T10:00:03.000Z', error: null }),
    ] },
  },
]; // prettier-ignore

/** A GraphQL API as Tray's: one query for workflows with their executions; errors in the body, with status 200. */
export const trayVendor = (token: string): SandboxVendor => ({
  name: 'tray',
  refuse: (request) => (tokenOf(request) === token ? null : { status: 401, body: { errors: [{ message: 'Unauthorized' }] } }),
  tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { errors: [{ message: 'Rate limited' }] } }),
  handle({ path, method, body }) {
    if (path !== '/graphql' || method !== 'POST') return { status: 404, body: { errors: [{ message: 'Not found' }] } };
    const asked = body.includes('executions(');
    return ok(
      asked ? { data: { viewer: { workflows: { edges: WORKFLOWS.map(node) } } } } : { errors: [{ message: 'Cannot query field' }] },
    );
  },
});
