import { createHmac } from 'node:crypto';
import { STANDARD_LOGINS, type Login } from './postgres/logins.ts';

/** The standard logins with passwords made from a key, so that every process which has the key can log in, wherever it runs. */
export function loginsFrom(key: Uint8Array): Login[] {
  return STANDARD_LOGINS.map((login) => ({
    ...login,
    password: createHmac('sha256', key).update(`password of database login ${login.name}`).digest('base64url'),
  }));
}
