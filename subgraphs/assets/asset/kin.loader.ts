import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { z } from 'zod';
import type { GraphContext } from '../../kernel/federation/context.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import { applicationIdOf } from './asset-id.ts';

const rowsSchema = z.array(z.object({ asset_id: z.uuid(), governed_by: z.string().nullable(), copy_of: z.string().nullable() }));

/** Ids of the assets that the last judgement of an application names; null for none. */
export interface Kin {
  governedBy: string | null;
  copyOf: string | null;
}

/** Which other assets an application is judged by, by its id; null for what is no application. */
export class KinReader {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  loader({ viewer, loaders }: GraphContext): DataLoader<string, Kin | null> {
    return loaders.get('assets.kin', (ids) => this.#load(requireUser(viewer), ids));
  }

  async #load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(Kin | null)[]> {
    const { rows } = await this.#system.database.unitOfWork(tenantId, (unit) =>
      sql`select distinct on (asset_id) asset_id, judgement->>'governedBy' as governed_by, judgement->>'copyOf' as copy_of from asset_judgement
        where tenant_id = ${tenantId}::uuid and asset_id = any(${[...ids]}::uuid[]) order by asset_id, from_scan desc`.execute(unit.sql),
    );
    const idOf = (key: string | null): string | null => (key === null ? null : applicationIdOf(tenantId, key));
    const known = new Map(
      rowsSchema.parse(rows).map((row) => [row.asset_id, { governedBy: idOf(row.governed_by), copyOf: idOf(row.copy_of) }]),
    );
    return ids.map((id) => known.get(id) ?? null);
  }
}
