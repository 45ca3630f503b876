import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type SecretContext, type VaultKey, openSecret } from '../../kernel/vault/vault.ts';
import type { SourceRef } from '../kit/connector.ts';
import { openPlane } from '../planes/plane-gate.ts';
import { ConnectionRow } from './connection.entity.ts';

/** A connection's secret opens for that connection alone. */
export const secretContext = ({ tenantId, id }: Pick<ConnectionRow, 'tenantId' | 'id'>): SecretContext => ({
  tenantId,
  purpose: `connection:${id}`,
});

/**
 * Where a connection leads, for its connector, with its secret in clear; the only way there, so that the policy about fabric planes holds for every
 * call. @throws VAULT_KEY_MISSING, SECRET_UNREADABLE, DIRECT_CALL_NOT_ALLOWED, PLANE_NOT_FOUND, PLANE_NOT_ALLOWED, PLANE_DOES_NOT_CARRY
 */
export async function sourceOf(unit: UnitOfWork, id: string, vault: VaultKey): Promise<SourceRef> {
  const { em, tenantId } = unit;
  const {
    kind,
    location,
    settings,
    secret,
    planeId = null,
  } = await em.findOneOrFail(ConnectionRow, { id, tenantId }, { populate: ['secret'] });
  const plane = await openPlane(unit, { kind, planeId }, vault);
  const opened = secret == null ? null : openSecret(secret, vault, secretContext({ tenantId, id }));
  return { location, settings, secret: opened, plane, owner: { tenantId, connectionId: id, planeId } };
}
