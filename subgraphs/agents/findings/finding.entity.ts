import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';
import type { Evidence, FindingUnit, Link, Proposal, Severity } from '../playbooks/report.ts';
import type { FindingStatus } from './finding-status.ts';

export const PilotFindingRow = defineEntity({
  name: 'PilotFindingRow',
  tableName: 'pilot_finding',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    agentId: p.uuid(),
    /** Name of the analysis. */
    kind: p.string(),
    key: p.string(),
    title: p.string(),
    detail: p.string(),
    reasons: p.json<string[]>(),
    severity: p.string().$type<Severity>(),
    status: p.string().$type<FindingStatus>(),
    evidence: p.json<Evidence>(),
    links: p.json<Link[]>(),
    proposal: p.json<Proposal>().nullable(),
    measureLabel: p.string(),
    measureUnit: p.string().$type<FindingUnit>(),
    /** When it was found, or found again. */
    measureBefore: p.double().$type<number>(),
    measureLatest: p.double().$type<number>(),
    /** Since something was done about it, or it is gone. */
    measureAfter: p.double().$type<number>().nullable(),
    firstSeenAt: p.datetime(),
    lastSeenAt: p.datetime(),
    timesSeen: p.integer(),
    /** The run that saw it last. */
    foundBy: p.uuid(),
    /** How often somebody was asked about it. */
    proposals: p.integer(),
    /** The run that had somebody asked last; null: a person had. */
    proposedBy: p.uuid().nullable(),
    /** The run that asks, and does it. */
    runId: p.uuid().nullable(),
    proposedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    doneAt: p.datetime().nullable(),
    resolvedAt: p.datetime().nullable(),
    comment: p.string().nullable(),
  },
});
export type PilotFindingRow = InferEntity<typeof PilotFindingRow>;
exemptFromAudit(PilotFindingRow, 'it is made from records and changes with them; what people do about it is noted by hand');
