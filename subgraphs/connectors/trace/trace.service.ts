import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { isId } from '../id.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { readWay } from './read-way.ts';
import { stepsOf } from './steps.ts';
import { RecordTrace } from './trace.type.ts';

/** Characters a key may have: longer ones are cut off nowhere, so there are none. */
const MAX_KEY = 10_000;

const moment = z.coerce.date().nullable();
const rawSchema = z.object({
  ordinal: z.coerce.number(),
  hash: z.string(),
  syncId: z.uuid(),
  changedSyncId: z.uuid(),
  removedAt: moment,
  landedAt: z.coerce.date(),
});
/** A record as it landed. */
export type Landed = z.infer<typeof rawSchema>;

/** Follows single records from their source on. */
export class TraceService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The same, by what names it: the object's id, a colon, and the key. */
  byId(viewer: UserViewer, id: string): Promise<RecordTrace | null> {
    const at = id.indexOf(':');
    return at < 0 ? Promise.resolve(null) : this.trace(viewer, id.slice(0, at), id.slice(at + 1));
  }

  /** The way of one record; null when there is none, or the viewer is not somebody who sees every record. */
  async trace(viewer: UserViewer, objectId: string, key: string): Promise<RecordTrace | null> {
    if (!isId(objectId) || key.length > MAX_KEY || key.includes('\0')) return null;
    // No rule about data has judged what sources wrote, not even that it is there.
    if ((await this.#system.dataAccess.of(viewer)).restricted) return null;
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const object = await unit.em.findOne(SourceObjectRow, { id: objectId });
      if (object === null) return null;
      const landed = await landedRecord(unit, objectId, key);
      if (landed === null) return null;
      const way = await readWay(unit, object, landed);
      const { steps, runIds } = stepsOf(object, landed, way);
      return Object.assign(new RecordTrace(), {
        id: `${objectId}:${key}`,
        objectId,
        key,
        version: landed.hash.slice(0, 16),
        removed: landed.removedAt !== null,
        steps,
        runIds,
      });
    });
  }
}

function landedRecord(unit: UnitOfWork, objectId: string, key: string): Promise<Landed | null> {
  return unit.asTenant(async (db) => {
    const { rows } =
      await sql`select ordinal, content_hash as hash, sync_id as "syncId", changed_sync_id as "changedSyncId", removed_at as "removedAt",
      landed_at as "landedAt" from raw_record where object_id = ${objectId}::uuid and record_key = ${key}`.execute(db);
    return rows[0] === undefined ? null : rawSchema.parse(rows[0]);
  });
}
