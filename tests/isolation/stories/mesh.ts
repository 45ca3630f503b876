import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

const BROKEN = 'the connection that is broken';
const FAILED_JOB = 'a failed job';
const OTHER_JOB = 'another failed job';
const BY_TIME = 'ages while it is looked at';

/** Health, the flow of records and failed jobs: they follow from the sources; what a vendor would be asked is noted by hand, for none is here. */
export const mesh: Story = {
  name: 'mesh',
  async live({ run, notes, viewer: { tenantId }, system }) {
    const failing = async (): Promise<string | null> => {
      const { connections } = await run<{ connections: { nodes: { id: string; health: { status: string } }[] } }>(
        '{ connections { nodes { id health { status } } } }',
      );
      return connections.nodes.find(({ health }) => health.status === 'FAILING')?.id ?? null;
    };
    await eventually('the connection that is broken is known to fail', async () => (await failing()) !== null);
    const id = (await failing()) ?? '';
    notes.set(BROKEN, id);
    await system.system.database.unitOfWork(tenantId, async (unit) => {
      await sql`update connection_health set breaker = 'OPEN', breaker_until = now() + interval '1 day', last_attempt_at = now(), attempts = 1,
        next_attempt_at = now() + interval '1 day', due_at = null where tenant_id = ${tenantId} and connection_id = ${id}::uuid`.execute(
        unit.sql,
      );
      await sql`insert into vendor_traffic (tenant_id, connection_id, hour, requests, failures, retries, limited, waited_ms)
        values (${tenantId}::uuid, ${id}::uuid, now(), 70, 7, 6, 5, 4000)`.execute(unit.sql);
    });
    const { failedJobs } = await run<{ failedJobs: { nodes: { id: string; canRequeue: boolean }[] } }>(
      '{ failedJobs(first: 50) { nodes { id canRequeue } } }',
    );
    const [failed, other] = failedJobs.nodes.filter(({ canRequeue }) => canRequeue);
    notes.set(FAILED_JOB, failed?.id ?? '');
    notes.set(OTHER_JOB, other?.id ?? '');
    const { connections } = await run<{ connections: { nodes: { id: string; health: { status: string } }[] } }>(
      '{ connections { nodes { id health { status } } } }',
    );
    for (const each of connections.nodes.filter(({ health }) => health.status === 'HEALTHY').slice(-1))
      await run('mutation ($id: ID!) { reconcileConnection(id: $id) { run { id } } }', { id: each.id });
  },
  recipes: ({ notes, canary }, known) => ({
    'Query.flow.minutes': [5],
    'Query.flow.connectionId': known.of('Connection.id').slice(0, 2),
    'Query.failedJobs.connectionId': [notes.get(BROKEN)],
    'Query.recordTrace.objectId': known.of('SourceObject.id'),
    'Query.recordTrace.key': ['A1', 'O1', canary],
    // Not the one that is told to go on.
    'Mutation.discardJob.id': [notes.get(OTHER_JOB)],
    'Mutation.requeueJob.id': [notes.get(FAILED_JOB)],
    'Mutation.requeueJobs.ids': [[notes.get(FAILED_JOB)], [randomUUID()]],
    'Mutation.reconcileConnection.id': known.of('Connection.id'),
    'Subscription.flowChanged.after': known.of('FlowChange.cursor').slice(0, 2),
  }),
  exempt: {
    'FailedJob.checkpoint': 'only of a step that failed after it had kept something; tried in job.test.ts',
    JobDiscarded: 'a run, which is probed where runs are; tried in job.test.ts',
    'JobsRequeued.refused': 'as JobRefused',
    JobRefused: 'the id that was asked about, and why; tried in job.test.ts',
  },
  restless: {
    'Query.mesh': BY_TIME,
    'Query.flow': BY_TIME,
    'Connection.health': BY_TIME,
    'Connection.healthChanges': 'a source is tried again meanwhile',
    'Query.failedJobs': 'as Connection.healthChanges',
  },
};
