import { z } from 'zod';
import { type Auth, type AuthCall, bearerAuth, secretValues } from '../../kit/auth/auth.ts';
import { clientCredentials, jwtBearer, refreshTokens } from '../../kit/auth/oauth.ts';

const TOKENS = { url: '/services/oauth2/token', followsInstance: true } as const;
const settingsSchema = z.looseObject({ client_id: z.string().default(''), username: z.string().default(''), audience: z.string().default('https://login.salesforce.com') }); // prettier-ignore

const throughApp = clientCredentials(TOKENS);
const refreshed = refreshTokens(TOKENS);
const signed = jwtBearer(TOKENS, ({ secret, settings }) => {
  const { client_id: issuer, username: subject, audience } = settingsSchema.parse(settings ?? {});
  return { issuer, subject, audience, privateKey: secretValues(secret)['private_key'] ?? '' };
});

/**
 * Whichever was given: the private key of a connected app (JWT bearer), a refresh token, `consumer key:consumer secret` (client credentials), or an
 * access token as it is. Source: Salesforce Help, "OAuth Authorization Flows".
 */
export const salesforceAuth: Auth = (call: AuthCall) => {
  const { private_key: key, refresh_token: refresh, client_secret: client, secret = '' } = secretValues(call.secret);
  if (key !== undefined) return signed(call);
  if (refresh !== undefined) return refreshed(call);
  return client !== undefined || secret.includes(':') ? throughApp(call) : bearerAuth()(call);
};
