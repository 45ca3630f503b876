import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { openSecret, sealSecret, type VaultKey } from '../vault/vault.ts';

const KEY_BYTES = 32;
/** What the key is sealed for. */
export const TENANT_KEY_PURPOSE = 'personal-data-key';

/** The tenant's key for pseudonyms and hashes of identifiers, made at its first use. Without it neither can be told from one tenant to another. */
export async function tenantKey(unit: UnitOfWork, vault: VaultKey): Promise<Uint8Array> {
  const { tenantId } = unit;
  const read = async (): Promise<string | null> => {
    const { rows } = await sql<{ sealed: string }>`select sealed from personal_data_key where tenant_id = ${tenantId}::uuid`.execute(
      unit.sql,
    );
    return rows[0]?.sealed ?? null;
  };
  let sealed = await read();
  if (sealed === null) {
    const made = sealSecret(randomBytes(KEY_BYTES).toString('base64url'), vault, { tenantId, purpose: TENANT_KEY_PURPOSE });
    await sql`insert into personal_data_key (tenant_id, sealed) values (${tenantId}::uuid, ${made}) on conflict do nothing`.execute(
      unit.sql,
    );
    sealed = (await read()) ?? made;
  }
  return Buffer.from(openSecret(sealed, vault, { tenantId, purpose: TENANT_KEY_PURPOSE }), 'base64url');
}
