import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { type Gateway, type GatewayReply, startGateway } from './reverse-proxy.ts';

export interface ApigeeOptions {
  routes: Readonly<Record<string, string>>;
  /** The app's consumer key. */
  key: string;
  /** OAuthV2 with client credentials instead of VerifyAPIKey: the consumer secret. */
  secret?: string;
  /** Quota: requests altogether. */
  quota: number | null;
}

const fault = (status: number, faultstring: string, errorcode: string): GatewayReply => ({
  status,
  body: { fault: { faultstring, detail: { errorcode } } },
});

/** Apigee as its policies VerifyAPIKey, OAuthV2 and Quota answer. Source: Apigee's documentation of policies and of runtime errors. */
export async function startApigee({ routes, key, secret, quota }: ApigeeOptions): Promise<Gateway & { spend(): void; grants(): number }> {
  const granted = new Set<string>();
  let grants = 0;
  let used = 0;
  const tokens = createServer((request, response) => {
    const known = request.headers.authorization === `Basic ${Buffer.from(`${key}:${secret ?? ''}`).toString('base64')}`;
    const token = randomUUID();
    request.resume();
    if (known) granted.add(token);
    grants += known ? 1 : 0;
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
    const refused = { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' };
    response.end(JSON.stringify(known ? { token_type: 'BearerToken', access_token: token, expires_in: '1799', status: 'approved', client_id: key } : refused)); // prettier-ignore
  });
  tokens.listen(0, '127.0.0.1');
  await once(tokens, 'listening');
  const gateway = await startGateway({
    routes: { ...routes, '/oauth': `http://127.0.0.1:${(tokens.address() as AddressInfo).port}` },
    own: ['x-apikey', 'x-apigee-authorization'],
    before({ headers, url = '/' }) {
      if (url.startsWith('/oauth')) return null;
      if (secret === undefined) {
        if (headers['x-apikey'] === undefined) return fault(401, 'Failed to resolve API Key variable request.header.x-apikey', 'steps.oauth.v2.FailedToResolveAPIKey'); // prettier-ignore
        if (headers['x-apikey'] !== key) return fault(401, 'Invalid ApiKey', 'oauth.v2.InvalidApiKey');
      } else if (!granted.has(String(headers['x-apigee-authorization'] ?? '').replace('Bearer ', ''))) {
        return fault(401, 'Access Token expired', 'keymanagement.service.access_token_expired');
      }
      used += 1;
      if (quota !== null && used > quota)
        return fault(429, 'Rate limit quota violation. Quota limit  exceeded. Identifier : app', 'policies.ratelimit.QuotaViolation');
      return null;
    },
    added: () => ({ 'x-request-id': randomUUID() }),
    noRoute: fault(404, 'Unable to identify proxy for host: default and url', 'messaging.adaptors.http.flow.ApplicationNotFound'),
    away: fault(503, 'The Service is temporarily unavailable', 'messaging.adaptors.http.flow.ServiceUnavailable'),
  });
  return {
    ...gateway,
    /** Has every token run out. */
    spend: () => granted.clear(),
    grants: () => grants,
    async close() {
      await gateway.close();
      tokens.close();
      tokens.closeAllConnections();
    },
  };
}
