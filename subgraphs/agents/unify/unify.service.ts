import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { expireOverdue } from '../approval/expiry.ts';
import type { AgentService } from '../pilot/agent.service.ts';
import { pilotIdOf } from '../pilot/pilots.ts';
import { RunRow } from '../run/run.entity.ts';
import { lockRuns, tellRun } from '../run/run-writer.ts';
import { coveredBy } from './coverage.ts';
import { discoveredFact, proposedFact, publishedFact, syncedFact, told, unifiedFact } from './events.ts';

const OPEN = { $in: ['RUNNING' as const, 'WAITING' as const] };

/** The DataOps pilot at work: one run for each sync of a connection (or proposal that came without one), led by the event log. */
export class UnifyService {
  private readonly system: System;
  private readonly agents: AgentService;

  constructor(system: System, agents: AgentService) {
    this.system = system;
    this.agents = agents;
  }

  /** A new tenant gets its pilots. */
  tenantRegistered(event: DomainEvent<'accounts.tenant-registered'>): Promise<void> {
    return this.inUnit(event, async () => undefined);
  }

  syncStarted(event: DomainEvent<'connectors.sync-started'>): Promise<void> {
    return this.inUnit(event, async (unit) => tellRun(unit, await runOfSync(unit, event), { fact: 'started', ...told(event) }));
  }

  schemaDiscovered(event: DomainEvent<'connectors.schema-discovered'>): Promise<void> {
    return this.inUnit(event, async (unit) => tellRun(unit, await runOfSync(unit, event), discoveredFact(event)));
  }

  syncFinished(event: DomainEvent<'connectors.sync-finished'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const run = await runOfSync(unit, event);
      const { connectionId } = event.payload;
      const unifiedBefore = await unit.em.count(RunRow, {
        tenantId: unit.tenantId,
        connectionId,
        status: 'SUCCEEDED',
        id: { $ne: run.id },
      });
      await tellRun(unit, run, syncedFact(event, unifiedBefore > 0));
    });
  }

  /** The proposal waits for a person; older ones of its connection no longer do. */
  mappingProposed(event: DomainEvent<'ontology.mapping-proposed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const run = await runOfProposal(unit, event);
      const { connectionId } = event.payload;
      const others = await lockRuns(unit, { connectionId, status: OPEN, id: { $ne: run.id }, proposalId: { $ne: null } });
      for (const other of others) {
        if (other.facts.published === undefined) await tellRun(unit, other, { fact: 'abandoned', ...told(event), reason: 'SUPERSEDED' });
      }
      await tellRun(unit, run, proposedFact(event));
    });
  }

  published(event: DomainEvent<'ontology.published'>): Promise<void> {
    return this.inUnit(event, async (unit) => tellRun(unit, await runOfProposal(unit, event), publishedFact(event)));
  }

  /** Nobody has to decide on the proposal any more. */
  mappingWithdrawn(event: DomainEvent<'ontology.mapping-withdrawn'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const { proposalId, supersededBy } = event.payload;
      const runs = await lockRuns(unit, { proposalId, status: OPEN });
      const reason = supersededBy === null ? 'WITHDRAWN' : 'SUPERSEDED';
      for (const run of runs) await tellRun(unit, run, { fact: 'abandoned', ...told(event), reason });
    });
  }

  publishingFailed(event: DomainEvent<'ontology.publishing-failed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const { proposalId, message } = event.payload;
      for (const run of await lockRuns(unit, { proposalId })) await tellRun(unit, run, { fact: 'publishFailed', ...told(event), message });
    });
  }

  canonicalChanged(event: DomainEvent<'ontology.canonical-changed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const { connectionId, syncId, proposalId } = event.payload;
      const named = [...(syncId === null ? [] : [{ syncId }]), ...(proposalId === null ? [] : [{ proposalId }])];
      const runs = await lockRuns(unit, {
        connectionId,
        status: { $ne: 'SUCCEEDED' },
        $or: [{ status: OPEN }, ...named],
      });
      for (const run of coveredBy(event.payload, runs)) await tellRun(unit, run, unifiedFact(event));
    });
  }

  connectionRemoved(event: DomainEvent<'connectors.connection-removed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const runs = await lockRuns(unit, { connectionId: event.payload.connectionId, status: OPEN });
      for (const run of runs) await tellRun(unit, run, { fact: 'abandoned', ...told(event), reason: 'CONNECTION_REMOVED' });
    });
  }

  private inUnit(event: DomainEvent, work: (unit: UnitOfWork) => Promise<void>): Promise<void> {
    return this.system.database.unitOfWork(event.tenantId, async (unit) => {
      await this.agents.ensurePilots(unit);
      // Deciding one approval expires all whose time has run out: their runs have to hear of it too.
      await expireOverdue(unit, event.occurredAt);
      await work(unit);
    });
  }
}

type SyncEvent = DomainEvent<'connectors.sync-started' | 'connectors.schema-discovered' | 'connectors.sync-finished'>;
type ProposalEvent = DomainEvent<'ontology.mapping-proposed' | 'ontology.published'>;

async function runOfSync(unit: UnitOfWork, { payload, occurredAt }: SyncEvent): Promise<RunRow> {
  const { connectionId, connectionName, syncId } = payload;
  const [known] = await lockRuns(unit, { syncId });
  return known ?? newRun(unit, { connectionId, connectionName, syncId, proposalId: null, startedAt: occurredAt });
}

/** The run the proposal belongs to: the one that has it, else the connection's newest open one without any, else a new one. */
async function runOfProposal(unit: UnitOfWork, { payload, occurredAt }: ProposalEvent): Promise<RunRow> {
  const { connectionId, proposalId } = payload;
  const [known] = await lockRuns(unit, { proposalId });
  if (known !== undefined) return known;
  const open = await lockRuns(unit, { connectionId, status: OPEN, proposalId: null });
  const newest = open.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
  if (newest !== undefined) return Object.assign(newest, { proposalId });
  const before = await unit.em.findOne(RunRow, { tenantId: unit.tenantId, connectionId }, { orderBy: { startedAt: 'desc', id: 'desc' } });
  return newRun(unit, { connectionId, connectionName: before?.connectionName ?? null, syncId: null, proposalId, startedAt: occurredAt });
}

interface RunCause {
  connectionId: string;
  connectionName: string | null;
  syncId: string | null;
  proposalId: string | null;
  startedAt: Date;
}

function newRun({ em, tenantId }: UnitOfWork, cause: RunCause): RunRow {
  return em.create(RunRow, {
    id: nameBasedUuid(tenantId, cause.syncId === null ? `run:proposal:${cause.proposalId}` : `run:sync:${cause.syncId}`),
    tenantId,
    agentId: pilotIdOf(tenantId, 'DATAOPS'),
    title: `Unify ${cause.connectionName ?? 'a connection'}`,
    status: 'RUNNING',
    problem: null,
    approvalId: null,
    finishedAt: null,
    facts: {},
    ...cause,
  });
}
