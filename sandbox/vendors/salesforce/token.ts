import { type VendorReply, type VendorRequest, ok } from '../../http/reply.ts';

export interface SalesforceAccess {
  /** An access token that never ends. */
  token: string;
  clientId: string;
  clientSecret: string;
  refreshToken?: string;
}

/** OAuth's token endpoint: client credentials, a refresh token, or a signed assertion. What it issues opens the API. */
export function issueToken(request: VendorRequest, access: SalesforceAccess, tokens: Set<string>): VendorReply {
  const form = new URLSearchParams(request.body);
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const [id, secret] = basic === undefined ? [form.get('client_id'), form.get('client_secret')] : Buffer.from(basic, 'base64').toString('utf8').split(':'); // prettier-ignore
  const refused = (error: string, text: string): VendorReply => ({ status: 400, body: { error, error_description: text } });
  switch (form.get('grant_type')) {
    case 'client_credentials':
      if (id !== access.clientId || secret !== access.clientSecret) return refused('invalid_client', 'invalid client credentials');
      break;
    case 'refresh_token':
      if (id !== access.clientId || form.get('refresh_token') !== access.refreshToken) return refused('invalid_grant', 'expired access/refresh token'); // prettier-ignore
      break;
    case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
      if (issuerOf(form.get('assertion')) !== access.clientId) return refused('invalid_grant', 'invalid assertion');
      break;
    default:
      return refused('unsupported_grant_type', 'grant type not supported');
  }
  const token = `00DHy!session-${tokens.size}`;
  tokens.add(token);
  return ok({ access_token: token, instance_url: request.base, id: `${request.base}/id/00DHy/005Hy`, token_type: 'Bearer', issued_at: String(tokens.size), signature: 'halyard', scope: 'api' }); // prettier-ignore
}

/** Who signed: the sandbox believes it without looking at the signature. */
function issuerOf(assertion: string | null): string | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(assertion?.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'iss' in claims ? String(claims.iss) : null;
  } catch {
    return null;
  }
}
