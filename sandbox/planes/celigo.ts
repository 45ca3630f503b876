import { type SandboxVendor, ok, tokenOf } from '../http/reply.ts';

const ORDERS = '5f00000000000000000000a1';
const REFUNDS = '5f00000000000000000000a2';
const FLOWS = [
  { _id: ORDERS, name: 'Orders to NetSuite' },
  { _id: REFUNDS, name: 'Refunds to NetSuite' },
];
const JOBS = [
  { _id: '59ee8f950000000000000003', type: 'flow', _flowId: ORDERS, status: 'running', startedAt: '2026-11-20T10:20:00.000Z', numError: 0, numSuccess: 40, numIgnore: 0 },
  { _id: '59ee8f950000000000000002', type: 'flow', _flowId: REFUNDS, status: 'completed', startedAt: '2026-11-20T10:10:00.000Z', endedAt: '2026-11-20T10:12:00.000Z', numError: 3, numSuccess: 97, numIgnore: 1 },
  { _id: '59ee8f950000000000000001', type: 'flow', _flowId: ORDERS, status: 'completed', startedAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-20T10:01:00.000Z', numError: 0, numSuccess: 120, numIgnore: 0 },
]; // prettier-ignore

/** integrator.io's API: flows and the jobs that they ran. Source: Celigo's API documentation, "Job API". */
export const celigoVendor = (token: string): SandboxVendor => ({
  name: 'celigo',
  refuse: (request) =>
    tokenOf(request) === token ? null : { status: 401, body: { errors: [{ code: 'unauthorized', message: 'Invalid token' }] } },
  tooMany: (seconds) => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: { errors: [{ code: 'too_many_requests', message: 'Too many requests' }] },
  }),
  handle({ path, query }) {
    if (path === '/v1/tokenInfo') return ok({ _userId: '5e0000000000000000000001', scope: 'fullaccess' });
    if (path === '/v1/flows') return ok(FLOWS);
    if (path !== '/v1/jobs') return { status: 404, body: { errors: [{ code: 'not_found', message: 'Not found' }] } };
    const flow = query.get('_flowId');
    return ok(JOBS.filter(({ type, _flowId: of }) => type === (query.get('type') ?? type) && (flow === null || of === flow)));
  },
});
