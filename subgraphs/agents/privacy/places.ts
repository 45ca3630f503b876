import { sql } from 'kysely';
import type { PrivacyPart } from '../../kernel/privacy/privacy-registry.ts';
import { pruneTables } from '../../kernel/privacy/prune-table.ts';

/** What agents keep that a person may stand in, and for how long. */
export const agentsPrivacy: PrivacyPart = {
  places: [
    { scope: 'PLATFORM', table: 'approval', kind: 'APPROVALS', title: 'approvals and comments', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'agent_run', kind: 'RUNS', title: 'what agents know of runs', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'agent', kind: 'OTHER', title: 'what is said of agents', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'agent_version', kind: 'OTHER', title: 'what was said of agents', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'action_policy', kind: 'OTHER', title: 'policies for actions of agents', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'governance_decision', kind: 'RUNS', title: 'judgements of agents', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'workflow_version', kind: 'RUNS', title: 'workflows', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'workflow_run', kind: 'RUNS', title: 'what runs of workflows were started with', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'workflow_step', kind: 'RUNS', title: 'what steps of workflows came to', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'workflow_wait', kind: 'RUNS', title: 'events that runs waited for', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'durable_run', kind: 'RUNS', title: 'runs', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'effect', kind: 'RUNS', title: 'what agents did with tools', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'ticket', kind: 'RUNS', title: 'tickets of agents', erase: 'VALUES' },
    { scope: 'PLATFORM', table: 'durable_step', kind: 'RUNS', title: 'steps of runs', erase: 'VALUES' },
  ],
  retention: [
    {
      name: 'RUNS',
      // Steps and timers go with their run.
      ...pruneTables([
        { scope: 'PLATFORM', table: 'durable_run', column: 'finished_at', and: sql`t.phase = 'ENDED'` },
        { scope: 'PLATFORM', table: 'agent_run', column: 'finished_at' },
        { scope: 'PLATFORM', table: 'governance_decision', column: 'decided_at' },
        { scope: 'PLATFORM', table: 'effect', column: 'planned_at', and: sql`t.status <> 'IN_DOUBT'` },
        { scope: 'PLATFORM', table: 'ticket', column: 'closed_at' },
      ]),
    },
    {
      name: 'APPROVALS',
      ...pruneTables([{ scope: 'PLATFORM', table: 'approval', column: 'decided_at', and: sql`t.status <> 'PENDING'` }]),
    },
  ],
};
