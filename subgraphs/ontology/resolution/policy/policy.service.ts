import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { ResolutionPolicyRow, type WithinSource } from './resolution-policy.entity.ts';

/** How an entity type is resolved where a tenant has said nothing. */
export interface Policy {
  /** null: as the shipped ontology has it. */
  readonly enabled: boolean | null;
  readonly withinSource: WithinSource;
  /** null: unless records of one source are merged by themselves. */
  readonly oneEach: boolean | null;
  /** In bits; null: as learned. */
  readonly matchThreshold: number | null;
  readonly possibleThreshold: number | null;
}

const USUAL: Policy = { enabled: null, withinSource: 'PROPOSE', oneEach: null, matchThreshold: null, possibleThreshold: null };

/** The policy of one entity type. */
export async function policyOf(unit: UnitOfWork, entityName: string): Promise<Policy> {
  const row = await unit.em.findOne(ResolutionPolicyRow, { tenantId: unit.tenantId, entityName });
  return row === null ? USUAL : policyOfRow(row);
}

/** A policy as it is kept. */
export function policyOfRow(row: ResolutionPolicyRow): Policy {
  return {
    enabled: row.enabled ?? null,
    withinSource: row.withinSource,
    oneEach: row.oneEach ?? null,
    matchThreshold: row.matchThreshold ?? null,
    possibleThreshold: row.possibleThreshold ?? null,
  };
}

/** What a tenant has said about whether its entity types are resolved at all. */
export async function policies(unit: UnitOfWork): Promise<Map<string, boolean>> {
  const rows = await unit.em.find(ResolutionPolicyRow, { tenantId: unit.tenantId });
  return new Map(rows.flatMap(({ entityName, enabled }) => (typeof enabled === 'boolean' ? [[entityName, enabled]] : [])));
}

/** Whether a cluster holds one record of each source at most. */
export function oneOfEach({ oneEach, withinSource }: Policy): boolean {
  return oneEach ?? withinSource !== 'MERGE';
}
