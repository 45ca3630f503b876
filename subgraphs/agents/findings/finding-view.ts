import type { PilotFindingRow } from './finding.entity.ts';
import type { PilotFinding } from './finding.type.ts';

/** A finding as the graph shows it. */
export function viewFinding(row: PilotFindingRow): PilotFinding {
  const { proposal } = row;
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    reasons: row.reasons,
    severity: row.severity,
    status: row.status,
    evidence: row.evidence,
    links: row.links,
    proposal:
      proposal == null
        ? null
        : {
            action: proposal.action,
            intent: proposal.intent,
            benefit: proposal.benefit?.value ?? null,
            benefitUnit: proposal.benefit?.unit ?? null,
            touches: proposal.touches,
            reversible: proposal.reversible,
          },
    measure: {
      label: row.measureLabel,
      unit: row.measureUnit,
      before: row.measureBefore,
      latest: row.measureLatest,
      after: row.measureAfter ?? null,
    },
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
    timesSeen: row.timesSeen,
    proposedAt: row.proposedAt ?? null,
    decidedAt: row.decidedAt ?? null,
    doneAt: row.doneAt ?? null,
    resolvedAt: row.resolvedAt ?? null,
    comment: row.comment ?? null,
    agentId: row.agentId,
    runId: row.runId ?? null,
    foundBy: row.foundBy,
  };
}
