import type { EntitySchema } from '@mikro-orm/postgresql';
import { DiscardedJobRow } from './jobs/discarded-job.entity.ts';
import { AgentRow } from './agent/agent.entity.ts';
import { RunRow } from './run/run.entity.ts';

/** The tables of this subgraph; approvals are the kernel's. */
export const agentsEntities: readonly EntitySchema[] = [AgentRow, DiscardedJobRow, RunRow];
