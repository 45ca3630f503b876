import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;

/** The key of the journal's chains. It is not in the database: whoever writes there cannot make a chain that holds. */
export type JournalKey = KeyObject;

/** @param secret what all processes share */
export function journalKey(secret: Uint8Array): JournalKey {
  return createSecretKey(new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'autonomos journal', KEY_BYTES)));
}
