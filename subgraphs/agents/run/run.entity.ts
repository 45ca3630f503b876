import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RunStatus } from '../unify/outcome.ts';
import type { RunFacts } from '../unify/run-facts.ts';

export const RunRow = defineEntity({
  name: 'RunRow',
  tableName: 'agent_run',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    agentId: p.uuid(),
    title: p.string(),
    /** A function of the facts, kept beside them so that it can be asked for. */
    status: p.string().$type<RunStatus>(),
    problem: p.text().nullable(),
    connectionId: p.uuid().nullable(),
    connectionName: p.string().nullable(),
    syncId: p.uuid().nullable(),
    proposalId: p.uuid().nullable(),
    approvalId: p.uuid().nullable(),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    facts: p.json().$type<RunFacts>(),
  },
});
export type RunRow = InferEntity<typeof RunRow>;
