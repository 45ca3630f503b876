import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { StepContext, StepHandle } from '../../kernel/runs/workflow.ts';
import type { CataloguedTable, ToLand } from '../objects/catalogue.ts';
import { changesOf } from '../objects/landing.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import type { Connector } from '../kit/connector.ts';
import { type Ingress, openIngress } from '../privacy/ingress.ts';
import { IngressChanged, landTable, removeUnseen } from './land-table.ts';
import { type LandingCheckpoint, emptyOutcome, landingDetail, readCheckpoint, totalsOf } from './landing-state.ts';
import { SyncRunRow } from './sync-run.entity.ts';
import { type SyncDeps, openSource, openSync, setConnectionStatus } from './sync-steps.ts';

/** One landing: what is to be done, where it stands, and the one way to write. */
export interface Landing {
  readonly deps: SyncDeps;
  readonly context: StepContext;
  readonly connectionId: string;
  readonly toLand: ToLand;
  readonly connectionName: string;
  /** The sync had ended and was taken up again. */
  readonly resumed: boolean;
  /** What holds for what comes in; read anew when it changes meanwhile. */
  ingress: Ingress;
  /** Where it stands; changed only together with what is written. */
  state: LandingCheckpoint;
  /** One unit of work of this landing. What it returns of `next` is where the landing stands once it is committed; null keeps the place. */
  write<T>(work: (unit: UnitOfWork) => Promise<{ next: LandingCheckpoint | null; keep?: boolean; value: T }>): Promise<T>;
}

/** Lands every table, page by page, from where the last commit left it; then takes out what has gone from the source. */
export async function landStep(deps: SyncDeps, context: StepContext): Promise<void> {
  const { connectionId, connectionName, connector, resumed, alreadyLanded } = await openSync(deps, context, 'LANDING');
  if (alreadyLanded) return;
  const { toLand } = await deps.system.database.unitOfWork(context.tenantId, ({ em }) =>
    em.findOneOrFail(SyncRunRow, { id: context.runId }, { populate: ['toLand'] }),
  );
  if (toLand === null || toLand === undefined) throw new Error(`sync ${context.runId} does not know what to land`);
  const kept = readCheckpoint(context.checkpoint);
  // Taken up after its end, the source may be another by now: the table begins again.
  const landing = openLanding(deps, context, {
    connectionId,
    connectionName,
    toLand,
    resumed,
    ingress: await readIngress(deps, context, connectionId),
    state: resumed ? { ...kept, current: null } : kept,
  });
  await keepUnchanged(landing);
  const done = new Set(landing.state.done.map(({ objectId }) => objectId));
  for (const table of toLand.tables) {
    if (done.has(table.objectId)) continue;
    try {
      await landAsItHolds(landing, connector, table);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'TABLE_GONE') throw error;
      await markGone(landing, table, error);
    }
  }
  for (const gone of toLand.gone) if (!done.has(gone.objectId)) await removeGone(landing, gone);
  await refreshStatistics(landing);
  await context.commit(async (unit, step) => {
    const sync = await unit.em.findOneOrFail(SyncRunRow, { id: context.runId });
    const { done: objects, problem } = landing.state;
    Object.assign(sync, {
      ...totalsOf(landing.state),
      status: 'SUCCEEDED',
      phase: 'FINISHED',
      finishedAt: deps.system.clock(),
      progress: 1,
      problem,
    });
    await setConnectionStatus(unit, connectionId, 'READY', problem?.message ?? null);
    unit.emit('connectors.sync-finished', { connectionId, connectionName, syncId: sync.id, status: 'SUCCEEDED', problem: null, objects });
    step.progress(1, landingDetail(landing.state, toLand.tables.length));
  });
}

const readIngress = ({ system }: SyncDeps, { tenantId }: StepContext, connectionId: string): Promise<Ingress> =>
  system.database.unitOfWork(tenantId, (unit) => openIngress(unit, connectionId, system.secrets.vault));

/** Lands a table under the policies of the moment: when they change, or somebody is forgotten, it goes on under the new ones. */
async function landAsItHolds(landing: Landing, connector: Connector, table: CataloguedTable): Promise<void> {
  const { deps, context, connectionId } = landing;
  for (;;) {
    try {
      return await landTable(landing, connector, await openSource(deps, context, connectionId), table);
    } catch (error) {
      if (!(error instanceof IngressChanged)) throw error;
      landing.ingress = await readIngress(deps, context, connectionId);
    }
  }
}

/** Changes after which the planner's statistics are refreshed: the embedded database has nothing that would. */
const MANY_CHANGES = 10_000;

async function refreshStatistics({ deps, context, state }: Landing): Promise<void> {
  const { recordsLanded, recordsRemoved } = totalsOf(state);
  if (recordsLanded + recordsRemoved < MANY_CHANGES) return;
  await deps.system.database.tenants.define(context.tenantId, async (db) => void (await sql`analyze raw_record`.execute(db)));
}

function openLanding(
  deps: SyncDeps,
  context: StepContext,
  opened: Pick<Landing, 'connectionId' | 'connectionName' | 'toLand' | 'resumed' | 'ingress' | 'state'>,
): Landing {
  const { toLand } = opened;
  const total = toLand.tables.reduce((sum, table) => sum + table.rowCount + table.quarantinedCount, 0);
  const show = async (unit: UnitOfWork, step: StepHandle, state: LandingCheckpoint): Promise<void> => {
    const sync = await unit.em.findOneOrFail(SyncRunRow, { id: context.runId });
    const all = state.current === null ? state.done : [...state.done, state.current.outcome];
    const read = all.reduce((sum, { records, quarantined }) => sum + records + quarantined, 0);
    const progress = total === 0 ? 1 : Math.min(1, read / total);
    Object.assign(sync, { ...totalsOf(state), progress });
    step.progress(progress, landingDetail(state, toLand.tables.length));
  };
  const landing: Landing = {
    deps,
    context,
    ...opened,
    async write(work) {
      const { next, value } = await context.commit(async (unit, step) => {
        const done = await work(unit);
        if (done.next !== null) {
          await show(unit, step, done.next);
          if (done.keep !== false) step.checkpoint(done.next);
        }
        return done;
      });
      if (next !== null) landing.state = next;
      return value;
    },
  };
  return landing;
}

/** Tables whose content and schema are those that landed last: all at once. */
async function keepUnchanged(landing: Landing): Promise<void> {
  const known = new Set(landing.state.done.map(({ objectId }) => objectId));
  const tables = landing.toLand.tables.filter((table) => table.unchanged && !known.has(table.objectId));
  if (tables.length === 0) return;
  await landing.write(async () => {
    const { state } = landing;
    const outcomes = tables.map((table) => ({ ...emptyOutcome(table), records: table.rowCount, quarantined: table.quarantinedCount }));
    const unchanged = state.unchanged + tables.reduce((sum, table) => sum + table.rowCount, 0);
    return { next: { ...state, done: [...state.done, ...outcomes], unchanged }, value: undefined };
  });
}

/** A table that vanished while it was being read: what has landed stays until the next discovery, and the others go on. */
function markGone(landing: Landing, table: CataloguedTable, error: DomainError): Promise<void> {
  const { code, message, extensions } = error;
  return landing.write(async ({ em }) => {
    const { state } = landing;
    const current = state.current?.outcome.objectId === table.objectId ? state.current : null;
    em.assign(await em.findOneOrFail(SourceObjectRow, { id: table.objectId }), {
      status: 'SKIPPED', statusCode: 'GONE', statusReason: message, landedHash: null, watermark: null,
    }); // prettier-ignore
    const next = {
      done: [...state.done, current?.outcome ?? emptyOutcome(table)],
      unchanged: state.unchanged + (current?.unchanged ?? 0),
      current: null,
      problem: state.problem ?? { code, message, todo: extensions.todo },
    };
    return { next, value: undefined };
  });
}

/** Takes out what an object landed that is no longer at the source. */
async function removeGone(landing: Landing, object: { objectId: string; name: string }): Promise<void> {
  await removeUnseen(landing, object.objectId);
  await landing.write(async (unit) => {
    unit.em.assign(await unit.em.findOneOrFail(SourceObjectRow, { id: object.objectId }), { rowCount: 0, quarantinedCount: 0 });
    const removed = (await changesOf(unit, [object.objectId], landing.context.runId)).get(object.objectId)?.removed ?? 0;
    return { next: { ...landing.state, done: [...landing.state.done, { ...emptyOutcome(object), removed }] }, value: undefined };
  });
}
