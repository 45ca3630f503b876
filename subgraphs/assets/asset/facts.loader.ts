import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { z } from 'zod';
import type { GraphContext } from '../../kernel/federation/context.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AssetFacts } from '../discovery/classify/asset.ts';
import { unpackFacts } from '../scan/kept-facts.ts';

const rowsSchema = z.array(z.object({ asset_id: z.uuid(), facts: z.unknown() }));

/** What is known of applications now, by the id of the asset; null for what is no application, or is gone. */
export class FactsReader {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  loader({ viewer, loaders }: GraphContext): DataLoader<string, AssetFacts | null> {
    return loaders.get('assets.facts', (ids) => this.#load(requireUser(viewer), ids));
  }

  async #load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(AssetFacts | null)[]> {
    const { rows } = await this.#system.database.unitOfWork(tenantId, (unit) =>
      sql`select distinct on (asset_id) asset_id, facts from asset_fact where tenant_id = ${tenantId}::uuid and asset_id = any(${[...ids]}::uuid[])
        order by asset_id, from_scan desc`.execute(unit.sql),
    );
    const known = new Map(rowsSchema.parse(rows).map(({ asset_id, facts }) => [asset_id, readable(facts)]));
    return ids.map((id) => known.get(id) ?? null);
  }
}

/** Facts, or null for those that an earlier version of the product kept in another form: the next full scan brings them up to date. */
function readable(kept: unknown): AssetFacts | null {
  try {
    return unpackFacts(kept);
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}
