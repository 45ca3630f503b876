import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { abandonedSegments, segmentId, sweepSegments } from '../carrier/segments.ts';
import type { RunEvent } from '../machine/run-event.ts';
import type { RunMetrics } from '../run-metrics.ts';
import { applyEvent } from '../store/apply-event.ts';
import { lockRun } from '../store/run-store.ts';

/** Runs that one round sees to; the rest has its turn in the next. */
const MAX_PER_ROUND = 200;

const rowSchema = z.object({ id: z.uuid(), tenant_id: z.uuid(), epoch: z.int(), segment: z.int() });
type OpenRun = z.infer<typeof rowSchema>;
type SystemDb = Kysely<Record<string, never>>;

/** A run that something has happened to while nobody looked. */
interface Finding {
  run: OpenRun;
  event: RunEvent;
}

/** Timers that are due, and runs whose worker gave no sign of life for the length of its lease. */
export async function findOverdue(database: Database, notMine: readonly string[]): Promise<Finding[]> {
  return database.systemWork(async (db) => [
    ...(await find(
      db,
      `select run.id, run.tenant_id, run.epoch, run.segment from durable_timer as timer join durable_run as run on run.id = timer.run_id
       where timer.fire_at <= clock_timestamp() order by timer.fire_at limit ${MAX_PER_ROUND}`,
      () => ({ type: 'RESTED' }),
    )),
    ...(
      await find(
        db,
        `select id, tenant_id, epoch, segment from durable_run where phase = 'HELD' and lease_until < clock_timestamp()
         order by lease_until limit ${MAX_PER_ROUND}`,
        ({ epoch }) => ({ type: 'WORKER_LOST', epoch }),
      )
    ).filter(({ run }) => !notMine.includes(run.id)),
  ]);
}

/** Runs held by any worker but this one: for a process that knows it is the only one. */
export async function findHeldByOthers(database: Database, worker: string): Promise<Finding[]> {
  return database.systemWork(async (db) => {
    const { rows } = await sql`select id, tenant_id, epoch, segment from durable_run where phase = 'HELD' and worker <> ${worker}`.execute(
      db,
    );
    return rows.map((row) => rowSchema.parse(row)).map((run) => ({ run, event: { type: 'WORKER_LOST', epoch: run.epoch } }));
  });
}

/** Runs whose segment was brought to a process that had not begun it so many seconds later: that process is dead. */
export async function findAbandoned(database: Database, afterSeconds: number): Promise<Finding[]> {
  return database.systemWork(async (db) => {
    const queued = await find(
      db,
      `select id, tenant_id, epoch, segment from durable_run where phase = 'QUEUED' limit ${MAX_PER_ROUND}`,
      ({ segment }) => ({ type: 'SEGMENT_LOST', segment }),
    );
    const idOf = ({ run }: Finding): string => segmentId({ runId: run.id, segment: run.segment });
    const abandoned = await abandonedSegments(db, queued.map(idOf), afterSeconds);
    return queued.filter((finding) => abandoned.has(idOf(finding)));
  });
}

/** Lets the machine decide about each of them; one that has moved on meanwhile is left alone. */
export async function seeTo(database: Database, metrics: RunMetrics, findings: readonly Finding[]): Promise<void> {
  for (const { run, event } of findings) {
    const accepted = await database.unitOfWork(run.tenant_id, async (unit) => {
      const stored = await lockRun(unit, run.id);
      return stored !== null && (await applyEvent(unit, stored, event)).accepted;
    });
    if (accepted && event.type === 'WORKER_LOST') metrics.takenOver.inc();
  }
}

export async function countRuns(database: Database, metrics: RunMetrics): Promise<void> {
  const counted = await database.systemWork((db) =>
    sql<{ status: string; count: string }>`select status, count(*) as count from durable_run group by status`.execute(db),
  );
  metrics.runs.reset();
  for (const { status, count } of counted.rows) metrics.runs.set({ status }, Number(count));
}

export async function sweep(database: Database): Promise<void> {
  await database.systemWork((db) => sweepSegments(db));
}

/** Runs that a worker is to do something about now, in any process. */
export async function countDue(database: Database): Promise<number> {
  return database.systemWork(async (db) => {
    const { rows } = await sql<{ count: string }>`
      select (select count(*) from durable_run where phase in ('QUEUED', 'HELD'))
           + (select count(*) from durable_timer where fire_at <= clock_timestamp()) as count`.execute(db);
    return Number(rows[0]?.count ?? 0);
  });
}

async function find(db: SystemDb, query: string, event: (run: OpenRun) => RunEvent): Promise<Finding[]> {
  const { rows } = await sql.raw(query).execute(db);
  return rows.map((row) => rowSchema.parse(row)).map((run) => ({ run, event: event(run) }));
}
