import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import { expireOverdue } from '../approval/expiry.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import { RunRow } from '../run/run.entity.ts';
import { lockRuns, tellRun } from '../run/run-writer.ts';
import { coveredBy } from './coverage.ts';
import type { RunEvent } from './run-facts.ts';
import { MAP_WORKFLOW } from './workflow.ts';
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
    return this.inUnit(event, async (unit) => this.tell(unit, await runOfSync(unit, event), { fact: 'started', ...told(event) }));
  }

  schemaDiscovered(event: DomainEvent<'connectors.schema-discovered'>): Promise<void> {
    return this.inUnit(event, async (unit) => this.tell(unit, await runOfSync(unit, event), discoveredFact(event)));
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
      await this.tell(unit, run, syncedFact(event, unifiedBefore > 0));
    });
  }

  /** The proposal waits for a person; older ones of its connection no longer do. */
  mappingProposed(event: DomainEvent<'ontology.mapping-proposed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const run = await this.runOfProposal(unit, event);
      const { connectionId } = event.payload;
      const others = await lockRuns(unit, { connectionId, status: OPEN, id: { $ne: run.id }, proposalId: { $ne: null } });
      for (const other of others) {
        if (other.facts.published === undefined) await this.tell(unit, other, { fact: 'abandoned', ...told(event), reason: 'SUPERSEDED' });
      }
      await this.tell(unit, run, proposedFact(event));
    });
  }

  published(event: DomainEvent<'ontology.published'>): Promise<void> {
    return this.inUnit(event, async (unit) => this.tell(unit, await this.runOfProposal(unit, event), publishedFact(event)));
  }

  /** Nobody has to decide on the proposal any more. */
  mappingWithdrawn(event: DomainEvent<'ontology.mapping-withdrawn'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const { proposalId, supersededBy } = event.payload;
      const runs = await lockRuns(unit, { proposalId, status: OPEN });
      const reason = supersededBy === null ? 'WITHDRAWN' : 'SUPERSEDED';
      for (const run of runs) await this.tell(unit, run, { fact: 'abandoned', ...told(event), reason });
    });
  }

  publishingFailed(event: DomainEvent<'ontology.publishing-failed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const { proposalId, message } = event.payload;
      for (const run of await lockRuns(unit, { proposalId }))
        await this.tell(unit, run, { fact: 'publishFailed', ...told(event), message });
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
      for (const run of coveredBy(event.payload, runs)) await this.tell(unit, run, unifiedFact(event));
    });
  }

  connectionRemoved(event: DomainEvent<'connectors.connection-removed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const { connectionId } = event.payload;
      const runs = await lockRuns(unit, { connectionId, $or: [{ status: OPEN }, { id: { $in: await unfinished(unit, connectionId) } }] });
      for (const run of runs) await this.tell(unit, run, { fact: 'abandoned', ...told(event), reason: 'CONNECTION_REMOVED' });
    });
  }

  /** The metrics were bound anew: whatever was unified up to the runs that are named has its numbers now. */
  metricsRefreshed(event: DomainEvent<'insights.metrics-refreshed'>): Promise<void> {
    return this.inUnit(event, async (unit) => {
      const { connectionId, syncId, proposalId, available } = event.payload;
      const runs = await lockRuns(unit, { connectionId, id: { $in: await unfinished(unit, connectionId) } });
      const named = runs.filter(
        (run) => (syncId !== null && run.syncId === syncId) || (proposalId !== null && run.proposalId === proposalId),
      );
      const upTo = Math.max(...named.map(({ facts }) => facts.unified?.order ?? -Infinity));
      for (const run of runs) {
        if ((run.facts.unified?.order ?? Infinity) <= upTo) await this.tell(unit, run, { fact: 'measured', ...told(event), available });
      }
    });
  }

  private tell(unit: UnitOfWork, run: RunRow, event: RunEvent): Promise<void> {
    return tellRun(unit, this.system.runs, run, event);
  }

  /** The run the proposal belongs to: the one that has it, else the connection's newest open one without any, else a new one. */
  private async runOfProposal(unit: UnitOfWork, { payload, occurredAt }: ProposalEvent): Promise<RunRow> {
    const { connectionId, proposalId } = payload;
    const [known] = await lockRuns(unit, { proposalId });
    if (known !== undefined) return known;
    const open = await lockRuns(unit, { connectionId, status: OPEN, proposalId: null });
    const newest = open.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
    if (newest !== undefined) return Object.assign(newest, { proposalId });
    const before = await unit.em.findOne(RunRow, { tenantId: unit.tenantId, connectionId }, { orderBy: { startedAt: 'desc', id: 'desc' } });
    const cause = { connectionId, connectionName: before?.connectionName ?? null, syncId: null, proposalId, startedAt: occurredAt };
    const run = newRun(unit, nameBasedUuid(unit.tenantId, `run:proposal:${proposalId}`), cause);
    const subject = { connectionId, proposalId };
    await this.system.runs.start(unit, { id: run.id, workflow: MAP_WORKFLOW.name, title: run.title, subject, startedBy: null });
    return run;
  }

  private inUnit(event: DomainEvent, work: (unit: UnitOfWork) => Promise<void>): Promise<void> {
    return this.system.database.unitOfWork(event.tenantId, async (unit) => {
      await this.agents.ensurePilots(unit);
      // Deciding one approval expires all whose time has run out: their runs have to hear of it too.
      await expireOverdue(unit, this.system.runs, event.occurredAt);
      await work(unit);
    });
  }
}

type SyncEvent = DomainEvent<'connectors.sync-started' | 'connectors.schema-discovered' | 'connectors.sync-finished'>;
type ProposalEvent = DomainEvent<'ontology.mapping-proposed' | 'ontology.published'>;

async function runOfSync(unit: UnitOfWork, { payload, occurredAt }: SyncEvent): Promise<RunRow> {
  const { connectionId, connectionName, syncId } = payload;
  const [known] = await lockRuns(unit, { syncId });
  // The sync is a durable run already; this is what the agent knows of it.
  return known ?? newRun(unit, syncId, { connectionId, connectionName, syncId, proposalId: null, startedAt: occurredAt });
}

interface RunCause {
  connectionId: string;
  connectionName: string | null;
  syncId: string | null;
  proposalId: string | null;
  startedAt: Date;
}

/** Runs of a connection that have not ended, whatever the agent thinks of its part. */
async function unfinished({ em, tenantId }: UnitOfWork, connectionId: string): Promise<string[]> {
  const rows = await em.find(
    DurableRunRow,
    { tenantId, finishedAt: null, subject: { connectionId } },
    { fields: ['id'], disableIdentityMap: true },
  );
  return rows.map(({ id }) => id);
}

function newRun({ em, tenantId }: UnitOfWork, id: string, cause: RunCause): RunRow {
  return em.create(RunRow, {
    id,
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
