import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { vendorErrors } from '../http/vendor.errors.ts';
import type { VendorHttp } from '../http/vendor-http.ts';

const tokenReply = z.object({ access_token: z.string().min(1) });

/**
 * The headers for a session: the secret is an access token, or `consumer key:consumer secret` of a connected app with the client-credentials flow.
 * @throws VENDOR_SECRET_REFUSED
 */
export async function authorise(http: VendorHttp, secret: string, signal: AbortSignal): Promise<Record<string, string>> {
  const colon = secret.indexOf(':');
  if (colon < 0) return { authorization: `Bearer ${secret}` };
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: secret.slice(0, colon), client_secret: secret.slice(colon + 1) }); // prettier-ignore
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  try {
    const reply = await http.json({ method: 'POST', path: '/services/oauth2/token', headers, body: form.toString() }, tokenReply, signal);
    return { authorization: `Bearer ${reply.access_token}` };
  } catch (error) {
    // The token endpoint answers 400 where the others answer 401.
    const refused =
      error instanceof DomainError && error.code === 'VENDOR_REPLY_UNKNOWN' && /invalid_(?:client|grant)/u.test(error.message);
    throw refused ? vendorErrors.VENDOR_SECRET_REFUSED({ host: http.host }, { cause: error }) : error;
  }
}
