import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { StepContext } from '../../../kernel/runs/workflow.ts';
import { openSearch, type Search } from '../../../kernel/privacy/search.ts';
import type { Identifier } from '../../../kernel/privacy/subject/identifier.ts';
import { tenantKey } from '../../../kernel/privacy/tenant-key.ts';
import type { System } from '../../../kernel/system.ts';
import { ErasureRequestRow } from './erasure.entity.ts';
import { openIdentifiers, sealIdentifiers, type SealedFor } from './sealed-identifiers.ts';

export const placeOf = (tenantId: string, id: string): SealedFor => ({ tenantId, purpose: `erasure:${id}` });

/** What a step of an erasure begins with. */
export interface OpenErasure {
  row: ErasureRequestRow;
  identifiers: Identifier[];
  search: Search;
  key: Uint8Array;
}

/** The request of a run, with what identifies the person in clear: for this step only. */
export function openErasure(system: System, context: StepContext): Promise<OpenErasure> {
  const { vault } = system.secrets;
  return system.database.unitOfWork(context.tenantId, async (unit) => {
    const row = await requestOf(unit, context.runId);
    const identifiers = openIdentifiers(row.identifiers, vault, placeOf(unit.tenantId, row.id));
    const key = await tenantKey(unit, vault);
    return { row, identifiers, key, search: await openSearch(unit, system.privacy.places, identifiers, key) };
  });
}

export const requestOf = ({ em, tenantId }: UnitOfWork, id: string): Promise<ErasureRequestRow> =>
  em.findOneOrFail(ErasureRequestRow, { id, tenantId }, { populate: ['identifiers'] });

/** Seals the identifiers anew, with others that were found. */
export const resealed = (system: System, tenantId: string, id: string, identifiers: readonly Identifier[]): string =>
  sealIdentifiers(identifiers, system.secrets.vault, placeOf(tenantId, id));
