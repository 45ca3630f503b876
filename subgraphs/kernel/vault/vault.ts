import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { vaultErrors } from './vault.errors.ts';

/** AES-256 in GCM, with the nonce and tag sizes that NIST SP 800-38D recommends. */
const ALGORITHM = 'aes-256-gcm';
export const VAULT_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_CHARACTERS = 12;
const VERSION = 'v1';

/** The key that secrets of tenants are sealed with. */
export interface VaultKey {
  /** Names the key without telling anything of it. */
  id: string;
  bytes: Uint8Array;
  /** Keys before it, which only open. */
  older: readonly VaultKey[];
}

/** Whose secret it is and what for: a sealed text opens in the same place only, so that rows cannot be exchanged for one another. */
export interface SecretContext {
  tenantId: string;
  /** Such as `connection:<id>`. */
  purpose: string;
}

/** A key from its 32 bytes, and those before it. @throws Error when they are not 32. */
export function vaultKey(bytes: Uint8Array, older: readonly Uint8Array[] = []): VaultKey {
  if (bytes.length !== VAULT_KEY_BYTES) throw new Error(`a vault key has ${VAULT_KEY_BYTES} bytes, not ${bytes.length}`);
  return {
    id: createHash('sha256').update('vault-key-id').update(bytes).digest('base64url').slice(0, KEY_ID_CHARACTERS),
    bytes,
    older: older.map((each) => vaultKey(each)),
  };
}

/** Seals a text: `v1.<key id>.<nonce>.<ciphertext and tag>`. The same text sealed twice looks different each time. */
export function sealSecret(text: string, key: VaultKey, context: SecretContext): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(associated(key.id, context));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, key.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** Opens what `sealSecret` made with this key or one before it. @throws VAULT_KEY_MISSING when another key sealed it, SECRET_UNREADABLE when it was changed or moved. */
export function openSecret(sealed: string, key: VaultKey, context: SecretContext): string {
  const [version, keyId = '', nonceText = '', bodyText = '', ...rest] = sealed.split('.');
  const nonce = Buffer.from(nonceText, 'base64url');
  const body = Buffer.from(bodyText, 'base64url');
  if (version !== VERSION || rest.length > 0 || nonce.length !== NONCE_BYTES || body.length < TAG_BYTES)
    throw vaultErrors.SECRET_UNREADABLE({});
  const sealer = keyId === key.id ? key : key.older.find(({ id }) => id === keyId);
  if (sealer === undefined) throw vaultErrors.VAULT_KEY_MISSING({ keyId });
  try {
    const decipher = createDecipheriv(ALGORITHM, sealer.bytes, nonce, { authTagLength: TAG_BYTES })
      .setAAD(associated(keyId, context))
      .setAuthTag(body.subarray(body.length - TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(0, body.length - TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    // The cause says nothing that helps, and must not carry pieces of the secret.
    throw vaultErrors.SECRET_UNREADABLE({});
  }
}

const associated = (keyId: string, { tenantId, purpose }: SecretContext): Buffer =>
  Buffer.from(JSON.stringify([VERSION, keyId, tenantId, purpose]));
