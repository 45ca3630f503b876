import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { TELLING_TYPES } from '../../kernel/privacy/findings.ts';
import { policyAt, readPolicies, type EffectivePolicy } from '../../kernel/privacy/policies.ts';
import type { PolicyAction } from '../../kernel/privacy/privacy.entity.ts';
import { type ErasedIdentifier, ingressVersion, readSuppressed } from '../../kernel/privacy/suppression.ts';
import { tenantKey } from '../../kernel/privacy/tenant-key.ts';
import { PERSONAL_DATA_TYPES, type PersonalDataType } from '../../kernel/personal-data/finding.ts';
import type { VaultKey } from '../../kernel/vault/vault.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';

/** What a connection's data goes by while it comes in. */
export interface Ingress {
  /** Changes with every policy and everybody who is forgotten. */
  version: string;
  policy: EffectivePolicy;
  /** Types that do not come in as they are. */
  strict: [PersonalDataType, PolicyAction][];
  erased: ErasedIdentifier[];
  /** The tenant's key; null while nothing has to be replaced or compared. */
  secret: Uint8Array | null;
}

/** Reads what holds for a connection at this moment. */
export async function openIngress(unit: UnitOfWork, connectionId: string, vault: VaultKey): Promise<Ingress> {
  const version = await ingressVersion(unit);
  const { kind } = await unit.em.findOneOrFail(ConnectionRow, { id: connectionId }, { fields: ['kind'] });
  const policy = policyAt(await readPolicies(unit), { kind: 'CONNECTION', connectionId, connectionKind: kind });
  const erased = await readSuppressed(unit);
  const strict = policy.strict
    ? PERSONAL_DATA_TYPES.map((type): [PersonalDataType, PolicyAction] => [type, strictAction(policy, type)]).filter(
        ([, action]) => action === 'REDACT' || action === 'BLOCK',
      )
    : [];
  const secret = strict.length > 0 || erased.length > 0 ? await tenantKey(unit, vault) : null;
  return { version, policy, strict, erased, secret };
}

/** What a policy for every type says is meant of what tells of persons; places, dates and organisations have to be named. */
function strictAction(policy: EffectivePolicy, type: PersonalDataType): PolicyAction {
  return TELLING_TYPES.has(type) || policy.named.has(type) ? policy.actionOf(type) : 'ALLOW';
}

/** Whether a type is told of in the report. */
export const isReported = (policy: EffectivePolicy, type: PersonalDataType): boolean =>
  (TELLING_TYPES.has(type) || policy.named.has(type)) && policy.actionOf(type) !== 'ALLOW';
