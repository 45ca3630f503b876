import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type SecretContext, type VaultKey, openSecret } from '../../kernel/vault/vault.ts';
import type { SourceRef } from '../kit/connector.ts';
import { ConnectionRow } from './connection.entity.ts';

/** A connection's secret opens for that connection alone. */
export const secretContext = ({ tenantId, id }: Pick<ConnectionRow, 'tenantId' | 'id'>): SecretContext => ({
  tenantId,
  purpose: `connection:${id}`,
});

/** Where a connection leads, for its connector, with its secret in clear. @throws VAULT_KEY_MISSING, SECRET_UNREADABLE */
export async function sourceOf({ em, tenantId }: UnitOfWork, id: string, vault: VaultKey): Promise<SourceRef> {
  const { location, settings, secret } = await em.findOneOrFail(ConnectionRow, { id, tenantId }, { populate: ['secret'] });
  return { location, settings, secret: secret == null ? null : openSecret(secret, vault, secretContext({ tenantId, id })) };
}
