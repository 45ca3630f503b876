import { z } from 'zod';
import { type Auth, bearerAuth, secretValues } from '../../kit/auth/auth.ts';
import { clientAssertion } from '../../kit/auth/oauth.ts';

const PATH = '/services/rest/auth/oauth2/v1/token';
const settingsSchema = z.looseObject({ client_id: z.string().default(''), certificate_id: z.string().default('') });

/** OAuth 2.0 of machines: an assertion signed with the key whose certificate belongs to the integration. Source: "OAuth 2.0 Client Credentials Flow". */
const byCertificate = clientAssertion({ url: PATH }, ({ secret, settings, location }) => {
  const { client_id: id, certificate_id: keyId } = settingsSchema.parse(settings ?? {});
  const privateKey = secretValues(secret)['private_key'] ?? '';
  return {
    issuer: id,
    subject: id,
    audience: location + PATH,
    algorithm: 'PS256',
    keyId,
    privateKey,
    claims: { scope: ['rest_webservices'] },
  };
});

/** A private key of an integration, else an access token as it is. */
export const netsuiteAuth: Auth = (call) => (secretValues(call.secret)['private_key'] === undefined ? bearerAuth()(call) : byCertificate(call)); // prettier-ignore
