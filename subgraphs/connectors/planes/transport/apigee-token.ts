import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import { PlaneHttp } from '../checks/plane-http.ts';
import type { PlaneRef } from '../plane-ref.ts';

const MAX_TOKENS = 1_000;
/** Tokens are renewed this long before they run out, and after so long where the gateway does not say. */
const EARLY_SECONDS = 30;
const USUAL_SECONDS = 1_800;
const TOKEN_PATH = '/oauth/client_credential/accesstoken';

/** Apigee says how long it lives as a text. */
const reply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(USUAL_SECONDS) });

const tokens = new LRUCache<string, string>({ max: MAX_TOKENS });
const keyOf = ({ id, address, settings, secret }: PlaneRef): string =>
  hash('sha256', JSON.stringify([id, address, settings['clientId'], settings['tokenPath'], secret]), 'base64url');

/** A token of the app's client credentials, asked for once and kept in memory until it runs out. @throws PLANE_SECRET_REFUSED, PLANE_UNREACHABLE */
export async function apigeeToken(plane: PlaneRef, rules: OutboundRules, signal: AbortSignal): Promise<string> {
  const key = keyOf(plane);
  const known = tokens.get(key);
  if (known !== undefined) return known;
  const { settings, secret } = plane;
  const http = new PlaneHttp(plane.address, rules);
  const authorization = `Basic ${Buffer.from(`${settings['clientId'] ?? ''}:${secret ?? ''}`).toString('base64')}`;
  const granted = await http.json(
    {
      method: 'POST',
      path: settings['tokenPath'] ?? TOKEN_PATH,
      query: { grant_type: 'client_credentials' },
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    },
    reply,
    signal,
  );
  tokens.set(key, granted.access_token, { ttl: Math.max(1, granted.expires_in - EARLY_SECONDS) * 1_000 });
  return granted.access_token;
}

/** The gateway no longer takes it. */
export function dropApigeeToken(plane: PlaneRef): void {
  tokens.delete(keyOf(plane));
}
