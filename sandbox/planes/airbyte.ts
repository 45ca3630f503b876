import { randomUUID } from 'node:crypto';
import { type SandboxVendor, ok, tokenOf } from '../http/reply.ts';

const CONNECTIONS = [
  { connectionId: '0a000000-0000-4000-8000-000000000001', name: 'Salesforce → warehouse', status: 'active' },
  { connectionId: '0a000000-0000-4000-8000-000000000002', name: 'Stripe → warehouse', status: 'active' },
];
const [SALESFORCE, STRIPE] = CONNECTIONS.map(({ connectionId }) => connectionId);
const JOBS = [
  { jobId: 303, status: 'running', jobType: 'sync', connectionId: SALESFORCE, startTime: '2026-11-20T10:20:00Z', lastUpdatedAt: '2026-11-20T10:21:00Z', duration: 'PT1M', bytesSynced: 1024, rowsSynced: 10 },
  { jobId: 302, status: 'failed', jobType: 'sync', connectionId: STRIPE, startTime: '2026-11-20T10:10:00Z', lastUpdatedAt: '2026-11-20T10:12:00Z', duration: 'PT2M', bytesSynced: 0, rowsSynced: 0 },
  { jobId: 301, status: 'succeeded', jobType: 'sync', connectionId: SALESFORCE, startTime: '2026-11-20T10:00:00Z', lastUpdatedAt: '2026-11-20T10:08:00Z', duration: 'PT8M', bytesSynced: 5_242_880, rowsSynced: 12_345 },
]; // prettier-ignore

/** Airbyte's API: a token of an application's client credentials, connections, jobs with paging. Source: reference.airbyte.com. */
export function airbyteVendor(clientId: string, clientSecret: string): SandboxVendor {
  const tokens = new Set<string>();
  const unknown = { status: 401, body: { type: 'unauthorized', status: 401, title: 'Unauthorized' } };
  return {
    name: 'airbyte',
    tokenPath: '/v1/applications/token',
    refuse: (request) => (request.path === '/v1/applications/token' || tokens.has(tokenOf(request) ?? '') ? null : unknown),
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { title: 'Too many requests' } }),
    handle({ path, query, body }) {
      if (path === '/v1/applications/token') {
        const given = JSON.parse(body) as Record<string, string>;
        if (given['client_id'] !== clientId || given['client_secret'] !== clientSecret) return unknown;
        const token = randomUUID();
        tokens.add(token);
        return ok({ access_token: token, token_type: 'Bearer', expires_in: 900 });
      }
      if (path === '/v1/connections') return ok({ previous: '', next: '', data: CONNECTIONS });
      if (path !== '/v1/jobs') return { status: 404, body: { title: 'Not found' } };
      const only = query.get('connectionId');
      const all = JOBS.filter((job) => only === null || job.connectionId === only);
      const from = Number(query.get('offset') ?? 0);
      const limit = Number(query.get('limit') ?? 20);
      return ok({ previous: '', next: from + limit < all.length ? `?offset=${from + limit}` : '', data: all.slice(from, from + limit) });
    },
  };
}
