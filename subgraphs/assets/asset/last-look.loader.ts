import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { z } from 'zod';
import type { GraphContext } from '../../kernel/federation/context.ts';
import type { System } from '../../kernel/system.ts';
import { requireUser, type UserViewer } from '../../kernel/viewer/viewer.ts';
import type { LastLook } from './application-profile.ts';

const scansSchema = z.array(z.object({ number: z.int(), as_of: z.coerce.date() }));
const knownSchema = z.array(z.object({ asset_id: z.uuid() }));

/** When the last scan that succeeded looked, and whether it was the first to find an application; null before any scan. */
export class LastLookReader {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  loader({ viewer, loaders }: GraphContext): DataLoader<string, LastLook | null> {
    return loaders.get('assets.last-look', (ids) => this.#load(requireUser(viewer), ids));
  }

  async #load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(LastLook | null)[]> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const scans =
        await sql`select number, as_of from scan where tenant_id = ${tenantId}::uuid and status = 'SUCCEEDED' and as_of is not null
        order by number desc limit 2`.execute(unit.sql);
      const [last, before] = scansSchema.parse(scans.rows);
      if (last === undefined) return ids.map(() => null);
      const asOf = last.as_of.getTime();
      if (before === undefined) return ids.map(() => ({ asOf, isNew: null }));
      const { rows } = await sql`select distinct asset_id from asset_judgement where tenant_id = ${tenantId}::uuid
        and asset_id = any(${[...ids]}::uuid[]) and from_scan <= ${before.number} and (until_scan is null or until_scan > ${before.number})`.execute(
        unit.sql,
      );
      const known = new Set(knownSchema.parse(rows).map(({ asset_id }) => asset_id));
      return ids.map((id) => ({ asOf, isNew: !known.has(id) }));
    });
  }
}
