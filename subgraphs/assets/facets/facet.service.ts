import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { searchPattern } from '../asset/asset-conditions.ts';
import type { AssetFilter } from '../asset/asset.input.ts';
import { AssetKind } from '../asset/asset.type.ts';
import { AssetActivity, AssetAdmission, AssetClass } from '../asset/judged.type.ts';
import { REASONS } from '../discovery/classify/asset.ts';
import { countFacets } from './count-facets.ts';
import type { AssetFacet } from './facet.type.ts';

const combinationsSchema = z.array(
  z.object({
    kind: z.enum(AssetKind),
    class: z.enum(AssetClass).nullable(),
    admission: z.enum(AssetAdmission).nullable(),
    admitted: z.boolean(),
    activity: z.enum(AssetActivity).nullable(),
    governed: z.boolean().nullable(),
    external: z.boolean().nullable(),
    withoutOwner: z.boolean(),
    removed: z.boolean(),
    reasons: z.array(z.enum(REASONS)),
    count: z.coerce.number(),
  }),
);

/** Counts the inventory by what it can be narrowed by. */
export class FacetService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Every dimension, its own field of the filter left out. One statement; what comes back grows with how different assets are. @throws INVALID_INPUT */
  async count({ tenantId }: UserViewer, filter: AssetFilter): Promise<AssetFacet[]> {
    const pattern = searchPattern(filter);
    const found = pattern === null ? sql`true` : sql`search_key like ${pattern}`;
    const { rows } = await this.#system.database.unitOfWork(tenantId, (unit) =>
      sql`select kind, class, admission, admitted, activity, governed, external, owner_id is null as "withoutOwner",
          removed_at is not null as removed, coalesce(reasons, '{}') as reasons, count(*) as count
        from asset where tenant_id = ${tenantId}::uuid and risk >= ${filter.minRisk ?? 0}::int and ${found}
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`.execute(unit.sql),
    );
    return countFacets(combinationsSchema.parse(rows), filter);
  }
}
