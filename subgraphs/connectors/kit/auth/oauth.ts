import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { vendorErrors } from '../../vendors/http/vendor.errors.ts';
import { type Auth, type AuthCall, type Authorisation, secretValues } from './auth.ts';

/** What a token endpoint answers (RFC 6749, section 5.1). */
const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish(),
  refresh_token: z.string().min(1).nullish(),
  instance_url: z.url().nullish(),
});
const settingsSchema = z.looseObject({ client_id: z.string().optional() });
/** An assertion is good for so long; token endpoints refuse longer ones. */
const ASSERTION_SECONDS = 180;

export interface TokenEndpoint {
  /** Absolute, or a path below the connection's address. */
  url: string;
  scope?: string;
  /** What else every request carries. */
  headers?: Readonly<Record<string, string>>;
  /** Send client id and secret as Basic instead of in the form (RFC 6749, section 2.3.1). */
  basic?: boolean;
  /** The reply may move the API to its `instance_url`. */
  followsInstance?: boolean;
}

type Endpoint = TokenEndpoint | ((call: AuthCall) => TokenEndpoint);
const endpointOf = (endpoint: Endpoint, call: AuthCall): TokenEndpoint => (typeof endpoint === 'function' ? endpoint(call) : endpoint);

/** OAuth 2 client credentials (RFC 6749, section 4.4): `client_id` and `client_secret` of the secret, or `id:secret` as one text. */
export const clientCredentials =
  (endpoint: Endpoint): Auth =>
  async (call) => {
    const { id, secret } = clientOf(call);
    return grant(call, endpointOf(endpoint, call), { grant_type: 'client_credentials' }, { id, secret });
  };

/** OAuth 2 refresh tokens (section 6): `client_id`, `client_secret`, `refresh_token`. One that the source rotates is kept instead of the old one. */
export const refreshTokens =
  (endpoint: Endpoint): Auth =>
  async (call) => {
    const values = secretValues(call.secret);
    const { refresh_token: refresh = '' } = values;
    const { id, secret } = clientOf(call);
    const form = { grant_type: 'refresh_token', refresh_token: refresh };
    const { rotated, ...granted } = await grantTokens(call, endpointOf(endpoint, call), form, { id, secret });
    return rotated === null || rotated === refresh
      ? granted
      : { ...granted, secret: JSON.stringify({ ...values, refresh_token: rotated }) };
  };

export interface Assertion {
  issuer: string;
  subject: string;
  audience: string;
  algorithm?: 'RS256' | 'PS256' | 'ES256';
  /** PKCS 8 in PEM. */
  privateKey: string;
  keyId?: string;
  claims?: Readonly<Record<string, unknown>>;
}

/** JWT bearer (RFC 7523, section 2.1): an assertion signed with the connection's private key. */
export const jwtBearer =
  (endpoint: Endpoint, assertionOf: (call: AuthCall) => Assertion): Auth =>
  async (call) => {
    const assertion = await signAssertion(assertionOf(call), call.now);
    const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
    return grant(call, endpointOf(endpoint, call), form, null);
  };

/** Client credentials proven by a signed assertion instead of a secret (RFC 7523, section 2.2). */
export const clientAssertion =
  (endpoint: Endpoint, assertionOf: (call: AuthCall) => Assertion): Auth =>
  async (call) => {
    const form = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signAssertion(assertionOf(call), call.now),
    };
    return grant(call, endpointOf(endpoint, call), form, null);
  };

/** A signed JWT; @throws VENDOR_SECRET_UNREADABLE when the key is none */
export async function signAssertion(of: Assertion, now: number): Promise<string> {
  const { algorithm = 'RS256' } = of;
  const key = await importPKCS8(of.privateKey.replaceAll(String.raw`\n`, '\n'), algorithm).catch((error: unknown) =>
    Promise.reject(vendorErrors.VENDOR_SECRET_UNREADABLE({ what: 'the private key is no PKCS 8 key in PEM' }, { cause: error })),
  );
  const seconds = Math.floor(now / 1_000);
  return new SignJWT({ ...of.claims })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(of.keyId === undefined ? {} : { kid: of.keyId }) })
    .setIssuer(of.issuer)
    .setSubject(of.subject)
    .setAudience(of.audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .sign(key);
}

/** Client id and secret of one text `id:secret`, or by name; the id, which is no secret, may stand in the settings. */
function clientOf({ secret, settings }: AuthCall): { id: string; secret: string } {
  const { client_secret: given, secret: text = '', ...values } = secretValues(secret);
  const id = values['client_id'] ?? settingsSchema.parse(settings ?? {}).client_id;
  if (id !== undefined) return { id, secret: given ?? '' };
  const colon = text.indexOf(':');
  return colon < 0 ? { id: text, secret: '' } : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

type Client = { id: string; secret: string } | null;

async function grant(
  call: AuthCall,
  endpoint: TokenEndpoint,
  form: Readonly<Record<string, string>>,
  client: Client,
): Promise<Authorisation> {
  const { rotated: _rotated, ...granted } = await grantTokens(call, endpoint, form, client);
  return granted;
}

async function grantTokens(
  call: AuthCall,
  { url, scope, headers = {}, basic = false, followsInstance = false }: TokenEndpoint,
  form: Readonly<Record<string, string>>,
  client: Client,
): Promise<Authorisation & { rotated: string | null }> {
  const fields = {
    ...form,
    ...(scope === undefined ? {} : { scope }),
    ...(client === null || basic ? {} : { client_id: client.id, client_secret: client.secret }),
  };
  const known =
    client !== null && basic ? { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` } : {};
  const reply = tokenReply.safeParse(await call.requestToken(url, fields, known));
  if (!reply.success)
    throw vendorErrors.VENDOR_REPLY_UNKNOWN({ host: hostOf(call, url), what: 'the token endpoint', why: 'there is no access token in it' });
  const { access_token: token, expires_in: seconds = null, refresh_token: rotated = null, instance_url: instance = null } = reply.data;
  return {
    headers: { authorization: `Bearer ${token}`, ...headers },
    expiresAt: seconds === null ? null : call.now + seconds * 1_000,
    renewable: true,
    rotated,
    ...(followsInstance && instance !== null ? { base: instance } : {}),
  };
}

const hostOf = ({ location }: AuthCall, url: string): string => new URL(url, location).host;
