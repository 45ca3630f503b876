import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import { landedKeyOf } from '../syncs/record-keys.ts';
import { ObjectReadingRow } from './object-reading.entity.ts';
import { DRIFTED, readRecords } from './read-page.ts';
import { RepairRow } from './repair.entity.ts';
import { type ReplayedRecord, landReplayed, leave, takeSome } from './replayed.ts';

const subjectSchema = z.object({ connectionId: z.uuid(), objectId: z.uuid() });
const checkpointSchema = z.object({ after: z.string().nullable(), changed: z.int(), left: z.int() });

/** Brings in what waits in quarantine as DRIFTED, 500 records at a time, as its object is read at the moment; what still does not fit goes on waiting. */
export async function replayStep(_system: System, context: StepContext): Promise<void> {
  const { connectionId, objectId } = subjectSchema.parse(context.subject);
  let done = context.checkpoint === null ? { after: null, changed: 0, left: 0 } : checkpointSchema.parse(context.checkpoint);
  const times = new Map<string, number>();
  for (let more = true; more;) {
    more = await context.commit(async (unit, step) => {
      const some = await takeSome(unit, objectId, done.after);
      const last = some.at(-1);
      if (last === undefined) {
        await end(unit, { connectionId, objectId, runId: context.runId }, done.changed);
        return false;
      }
      const { landed, left } = await replaySome(unit, objectId, context.runId, some, times);
      done = { after: last.id, changed: done.changed + landed, left: done.left + left };
      step.checkpoint(done);
      step.progress(0.5, `${done.changed.toLocaleString('en-US')} records landed, ${done.left.toLocaleString('en-US')} go on waiting`);
      return true;
    });
  }
}

async function replaySome(
  unit: UnitOfWork,
  objectId: string,
  runId: string,
  some: readonly { id: string; line: number; raw: string; createdAt: string }[],
  times: Map<string, number>,
): Promise<{ landed: number; left: number }> {
  const { em, tenantId } = unit;
  const object = await em.findOneOrFail(SourceObjectRow, { id: objectId });
  const schema = object.schemaId == null ? null : await em.findOne(SourceSchemaRow, { id: object.schemaId });
  const reading = await em.findOne(ObjectReadingRow, { tenantId, objectId, status: 'ACTIVE' });
  const columns = schema?.columns.map(({ name }) => name) ?? [];
  const key = object.keyColumns == null || object.keyColumns.length === 0 ? null : object.keyColumns;
  const table = { key, held: false, reading: { version: 0, rules: reading?.rules ?? [], columns, undo: null } };
  const land: ReplayedRecord[] = [];
  const wait: { id: string; reason: string }[] = [];
  for (const { id, line, raw, createdAt } of some) {
    const { records, bad } = isRecord(raw)
      ? await readRecords(table, [{ key: null, line, data: raw, hash: '' }])
      : { records: [], bad: [] };
    const [record] = records;
    const lacking = record === undefined ? null : columns.find((name) => !Object.hasOwn(JSON.parse(record.data) as object, name));
    if (record === undefined || lacking !== undefined) {
      wait.push({
        id,
        reason: bad[0]?.reason ?? (lacking == null ? 'it was kept in part only; sync the connection' : `it has no ${lacking}`),
      });
      continue;
    }
    const count = (times.get(record.hash) ?? 0) + 1;
    times.set(record.hash, count);
    const recordKey = record.key === null ? `${record.hash}:${count}` : landedKeyOf(record.key);
    land.push({ id, key: recordKey, ordinal: line, data: record.data, hash: record.hash, raw, createdAt });
  }
  const repair = reading === null ? null : await em.findOne(RepairRow, { id: reading.repairId, settled: false });
  const changed = await landReplayed(unit, { objectId, runId, repairId: repair?.id ?? null }, land);
  await leave(unit, runId, wait);
  object.quarantinedCount = Math.max(0, object.quarantinedCount - land.length);
  return { landed: changed, left: wait.length };
}

function isRecord(raw: string): boolean {
  try {
    return typeof JSON.parse(raw) === 'object';
  } catch {
    return false;
  }
}

async function end(
  unit: UnitOfWork,
  { connectionId, objectId, runId }: { connectionId: string; objectId: string; runId: string },
  changed: number,
): Promise<void> {
  const connection = await unit.em.findOne(ConnectionRow, { id: connectionId });
  if (connection === null || changed === 0) return;
  const object = { objectId, changed, removed: 0 };
  unit.emit('connectors.records-replayed', { connectionId, connectionName: connection.name, changeId: runId, objects: [object] });
}

/** Whether anything of an object waits that an earlier sync has put aside. */
export function waitsFrom(unit: UnitOfWork, objectIds: readonly string[], notOf: string): Promise<{ objectId: string; syncId: string }[]> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`select distinct object_id, sync_id from quarantined_record
      where object_id = any(${[...objectIds]}::uuid[]) and code = ${DRIFTED} and sync_id <> ${notOf}::uuid`.execute(db);
    return rows.map((row) => waitingSchema.parse(row)).map(({ object_id: objectId, sync_id: syncId }) => ({ objectId, syncId }));
  });
}

const waitingSchema = z.object({ object_id: z.uuid(), sync_id: z.uuid() });
