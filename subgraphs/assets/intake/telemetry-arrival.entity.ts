import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';

/** What came of a feed that is fetched. */
export const TelemetryArrivalRow = defineEntity({
  name: 'TelemetryArrivalRow',
  tableName: 'telemetry_arrival',
  properties: {
    tenantId: p.uuid().primary(),
    feedId: p.uuid().primary(),
    /** When it was last tried. */
    triedAt: p.datetime(),
    /** When it last succeeded: what scans read is of then. */
    arrivedAt: p.datetime().nullable(),
    files: p.integer(),
    bytes: p.bigint('number'),
    /** Why the last try failed. */
    problem: p.json().$type<StoredProblem>().nullable(),
  },
});
export type TelemetryArrivalRow = InferEntity<typeof TelemetryArrivalRow>;
exemptFromAudit(TelemetryArrivalRow, 'what a scan fetched; that it was started is in the trail');
