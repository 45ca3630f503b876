import { z } from 'zod';
import { type AuthCall, secretValues } from '../../../kit/auth/auth.ts';
import { jwtBearer } from '../../../kit/auth/oauth.ts';
import { vendorErrors } from '../../../vendors/http/vendor.errors.ts';

const SCOPE = 'https://www.googleapis.com/auth/bigquery.readonly';
const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const keyFile = z.object({
  client_email: z.string(),
  private_key: z.string(),
  private_key_id: z.string().optional(),
  token_uri: z.url().optional(),
});
const settingsSchema = z.looseObject({ tokenAddress: z.string().optional() });

/** @throws VENDOR_SECRET_UNREADABLE */
function keyOf({ secret }: AuthCall): z.infer<typeof keyFile> {
  const parsed = keyFile.safeParse(secretValues(secret));
  if (!parsed.success) throw vendorErrors.VENDOR_SECRET_UNREADABLE({ what: 'this is no key file of a service account' });
  return parsed.data;
}

const tokenUrl = (call: AuthCall): string => settingsSchema.parse(call.settings ?? {}).tokenAddress ?? keyOf(call).token_uri ?? TOKEN_URL;

/** A service account: a signed assertion for a token that may only read. Source: Google, "Using OAuth 2.0 for Server to Server Applications". */
export const bigqueryAuth = jwtBearer(
  (call) => ({ url: tokenUrl(call) }),
  (call) => {
    const { client_email: email, private_key: privateKey, private_key_id: keyId, token_uri: audience = TOKEN_URL } = keyOf(call);
    return { issuer: email, subject: email, audience, privateKey, ...(keyId === undefined ? {} : { keyId }), claims: { scope: SCOPE } };
  },
);
