import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { StepContext } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { sourceOf } from '../connections/source-of.ts';
import type { Connector, SourceRef } from '../kit/connector.ts';
import type { ConnectorRegistry } from '../kit/registry.ts';
import { SyncRunRow } from './sync-run.entity.ts';

export interface SyncDeps {
  system: System;
  connectors: ConnectorRegistry;
}

/** What every step of a sync starts from. */
export interface OpenSync {
  connectionId: string;
  connectionName: string;
  connector: Connector;
  /** The sync had ended and was taken up again. */
  resumed: boolean;
  alreadyLanded: boolean;
}

/** The sync of a run, RUNNING again when the run was resumed after its end. @throws CONNECTION_NOT_FOUND, SYNC_RUNNING when another one runs meanwhile */
export async function openSync(
  { system, connectors }: SyncDeps,
  context: StepContext,
  phase: 'DISCOVERING' | 'LANDING',
): Promise<OpenSync> {
  await system.database.tenants.ensure(context.tenantId);
  return context.commit(async (unit) => {
    const sync = await unit.em.findOne(SyncRunRow, { id: context.runId });
    const connection = sync === null ? null : await unit.em.findOne(ConnectionRow, { id: sync.connectionId });
    if (sync === null || connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
    const open = { connectionId: connection.id, connectionName: connection.name, connector: connectors[connection.kind] };
    if (sync.status === 'SUCCEEDED') return { ...open, resumed: false, alreadyLanded: true };
    const resumed = sync.status !== 'RUNNING';
    if (resumed && (await unit.em.count(SyncRunRow, { connectionId: connection.id, status: 'RUNNING' })) > 0)
      throw connectionErrors.SYNC_RUNNING({});
    const { progress: activeFrom } = sync;
    Object.assign(sync, { status: 'RUNNING', phase, finishedAt: null, problem: null, activeSince: system.clock(), activeFrom });
    Object.assign(connection, { status: phase === 'DISCOVERING' ? 'DISCOVERING' : 'SYNCING', statusReason: null });
    return { ...open, resumed, alreadyLanded: false };
  });
}

/** Where the connection leads, with its secret in clear: for the call that follows, not to be kept. */
export const openSource = ({ system }: SyncDeps, { tenantId }: StepContext, connectionId: string): Promise<SourceRef> =>
  system.database.unitOfWork(tenantId, (unit) => sourceOf(unit, connectionId, system.secrets.vault));

export async function setConnectionStatus(
  { em }: UnitOfWork,
  id: string,
  status: ConnectionRow['status'],
  statusReason: string | null,
): Promise<void> {
  const connection = await em.findOne(ConnectionRow, { id });
  if (connection !== null) Object.assign(connection, { status, statusReason });
}
