import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { FarmReport } from './run-farm.ts';
import type { Scenario } from './scenario/scenario.ts';

/** A stress test; the durable run of the same id carries it out. */
export const FarmRunRow = defineEntity({
  name: 'FarmRunRow',
  tableName: 'farm_run',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    name: p.string(),
    scenario: p.json<Scenario>(),
    /** Workflows that have been run, of all. */
    done: p.integer(),
    total: p.integer(),
    /** null: it goes on, or was ended before its end. */
    report: p.json<FarmReport>().nullable(),
    startedAt: p.datetime(),
    startedBy: p.uuid(),
    finishedAt: p.datetime().nullable(),
  },
});
export type FarmRunRow = InferEntity<typeof FarmRunRow>;
