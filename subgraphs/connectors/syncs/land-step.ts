import { sql } from 'kysely';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { Connector } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { changesOf } from '../objects/landing.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { Landing, readIngress } from './landing.ts';
import { inStreams } from './in-streams.ts';
import { IngressChanged } from './land-page.ts';
import { landTable } from './land-table.ts';
import { removeUnseen } from './remove-unseen.ts';
import { emptyStream, isOver, outcomeOf, totalsOf } from './stream-state.ts';
import { readStreams } from './stream-store.ts';
import { SyncRunRow } from './sync-run.entity.ts';
import { type SyncDeps, openSource, openSync, setConnectionStatus } from './sync-steps.ts';

/** Lands every table, several at once where the source bears it, each from where its last commit left it; then takes out what has gone. */
export async function landStep(deps: SyncDeps, context: StepContext): Promise<void> {
  const sync = await openSync(deps, context, 'LANDING');
  if (sync.alreadyLanded) return;
  const landing = await openLanding(deps, context, sync);
  await keepUnchanged(landing);
  const waiting = landing.toLand.tables.filter(({ objectId }) => !isOver(landing.stream(objectId)));
  const { connector } = sync;
  await inStreams(waiting, connector.streams ?? 1, context.signal, (table, signal) => landOne(landing, connector, table, signal));
  for (const gone of landing.toLand.gone) if (!isOver(landing.stream(gone.objectId))) await removeGone(landing, gone);
  await refreshStatistics(landing);
  const failed = landing.streams.find(({ status }) => status === 'FAILED');
  if (failed?.problem != null) throw streamFailed(failed.problem);
  await finish(landing);
}

/** A table failed for good while the others landed: the sync says why, and resumed it reads just what failed. */
const streamFailed = ({ code, message, todo }: StoredProblem): DomainError =>
  new DomainError(code, message, { todo, retry: false, status: 409 });

async function openLanding(deps: SyncDeps, context: StepContext, sync: Awaited<ReturnType<typeof openSync>>): Promise<Landing> {
  const { toLand, streams } = await deps.system.database.unitOfWork(context.tenantId, async (unit) => {
    const row = await unit.em.findOneOrFail(SyncRunRow, { id: context.runId }, { populate: ['toLand'] });
    return { toLand: row.toLand, streams: await readStreams(unit, context.runId) };
  });
  if (toLand === null || toLand === undefined) throw new Error(`sync ${context.runId} does not know what to land`);
  // Taken up after its end, the source may be another by now: what was not through begins again.
  const kept = sync.resumed
    ? streams.map((stream) => (stream.status === 'DONE' || stream.status === 'GONE' ? stream : emptyStream(stream, stream.rank)))
    : streams;
  return new Landing({ deps, context, sync, toLand, streams: kept, ingress: await readIngress(deps, context, sync.connectionId) });
}

/** One stream to its end. What is wrong with just this table ends it alone; anything else is thrown. */
async function landOne(landing: Landing, connector: Connector, table: CataloguedTable, signal: AbortSignal): Promise<void> {
  const { deps, context, sync } = landing;
  for (;;) {
    try {
      return await landTable(landing, connector, await openSource(deps, context, sync.connectionId), table, signal);
    } catch (error) {
      if (error instanceof IngressChanged) await landing.refreshIngress();
      else if (!(error instanceof DomainError) || error.extensions.retry || error.code === 'QUOTA_EXCEEDED') throw error;
      else return await endStream(landing, table, error);
    }
  }
}

/** A table that vanished, changed or was refused while it was being read: what has landed stays until it is read again, and the others go on. */
function endStream(landing: Landing, table: CataloguedTable, error: DomainError): Promise<void> {
  const { code, message, extensions } = error;
  const gone = code === 'TABLE_GONE';
  return landing.write(async ({ em }) => {
    const object = await em.findOneOrFail(SourceObjectRow, { id: table.objectId });
    Object.assign(object, { landedHash: null, watermark: null });
    if (gone) Object.assign(object, { status: 'SKIPPED', statusCode: 'GONE', statusReason: message });
    const stream = landing.stream(table.objectId);
    const problem = { code, message, todo: extensions.todo };
    return { next: { ...stream, status: gone ? ('GONE' as const) : ('FAILED' as const), problem }, value: undefined };
  });
}

/** Tables whose content and schema are those that landed last: all at once. */
async function keepUnchanged(landing: Landing): Promise<void> {
  const tables = landing.toLand.tables.filter(({ unchanged, objectId }) => unchanged && !isOver(landing.stream(objectId)));
  await landing.moveAll(
    tables.map(({ objectId, rowCount, quarantinedCount }) => ({
      ...landing.stream(objectId), status: 'DONE' as const, records: rowCount, unchanged: rowCount, quarantined: quarantinedCount, progress: 1,
    })), // prettier-ignore
  );
}

/** Takes out what an object landed that is no longer at the source. */
async function removeGone(landing: Landing, object: { objectId: string; name: string }): Promise<void> {
  await removeUnseen(landing, object.objectId);
  await landing.write(async (unit) => {
    unit.em.assign(await unit.em.findOneOrFail(SourceObjectRow, { id: object.objectId }), { rowCount: 0, quarantinedCount: 0 });
    const removed = (await changesOf(unit, [object.objectId], landing.syncId)).get(object.objectId)?.removed ?? 0;
    return { next: { ...landing.stream(object.objectId), status: 'DONE', removed, progress: 1 }, value: undefined };
  });
}

/** Changes after which the planner's statistics are refreshed: the embedded database has nothing that would. */
const MANY_CHANGES = 10_000;
/** PostgreSQL looks at 300 records for each of these: what is asked of raw_record, by object and by key, needs no more, and a sync waits for it. */
const SAMPLED_FOR_STATISTICS = 30;

async function refreshStatistics({ deps, context, streams }: Landing): Promise<void> {
  const { recordsLanded, recordsRemoved } = totalsOf(streams);
  if (recordsLanded + recordsRemoved < MANY_CHANGES) return;
  await deps.system.database.tenants.define(context.tenantId, async (db) => {
    await sql`set local default_statistics_target = ${sql.lit(SAMPLED_FOR_STATISTICS)}`.execute(db);
    await sql`analyze raw_record`.execute(db);
  });
}

/** The end of a landing in which everything readable has landed. */
function finish(landing: Landing): Promise<void> {
  const { deps, context, sync } = landing;
  const { connectionId, connectionName } = sync;
  return context.commit(async (unit, step) => {
    const row = await unit.em.findOneOrFail(SyncRunRow, { id: context.runId });
    const { streams } = landing;
    const problem = streams.find((stream) => stream.problem !== null)?.problem ?? null;
    const finishedAt = deps.system.clock();
    Object.assign(row, { ...totalsOf(streams), status: 'SUCCEEDED', phase: 'FINISHED', finishedAt, progress: 1, problem });
    await setConnectionStatus(unit, connectionId, 'READY', problem?.message ?? null);
    const objects = streams.map(outcomeOf);
    unit.emit('connectors.sync-finished', { connectionId, connectionName, syncId: row.id, status: 'SUCCEEDED', problem: null, objects });
    step.progress(1, landing.detail());
  });
}
