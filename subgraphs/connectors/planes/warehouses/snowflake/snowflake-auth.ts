import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import type { Auth } from '../../../kit/auth/auth.ts';
import { planeErrors } from '../../plane.errors.ts';
import { vendorErrors } from '../../../vendors/http/vendor.errors.ts';

/** Snowflake takes tokens of at most an hour. */
const LIFE_SECONDS = 3_540;
const settingsSchema = z.looseObject({ account: z.string().min(1), user: z.string().min(1) });

/**
 * Key-pair authentication: a JWT of account and user, signed with the private key whose public half was registered, and named by its fingerprint.
 * Source: Snowflake SQL API, "Using key-pair authentication". @throws VENDOR_SECRET_UNREADABLE
 */
export const snowflakeAuth: Auth = async ({ secret, settings, now }) => {
  const known = settingsSchema.safeParse(settings);
  if (!known.success)
    throw planeErrors.PLANE_SETTING_INVALID({ field: 'Account and user', why: 'they have to be given, here or at the plane' });
  const { account, user } = known.data;
  const pem = secret.replaceAll(String.raw`\n`, '\n').trim();
  // Regions are no part of the name; dots elsewhere are written as dashes.
  const subject = `${(account.split('.')[0] ?? account).toUpperCase()}.${user.toUpperCase()}`;
  try {
    const der = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' });
    const fingerprint = `SHA256:${createHash('sha256').update(der).digest('base64')}`;
    const seconds = Math.floor(now / 1_000);
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(`${subject}.${fingerprint}`)
      .setSubject(subject)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + LIFE_SECONDS)
      .sign(await importPKCS8(pem, 'RS256'));
    const headers = { authorization: `Bearer ${token}`, 'x-snowflake-authorization-token-type': 'KEYPAIR_JWT' };
    return { headers, expiresAt: now + LIFE_SECONDS * 1_000, renewable: true };
  } catch (error) {
    // The cause may carry pieces of the key.
    throw vendorErrors.VENDOR_SECRET_UNREADABLE({ what: error instanceof TypeError ? 'the private key is no RSA key' : 'the private key is no PKCS 8 key in PEM' }); // prettier-ignore
  }
};
