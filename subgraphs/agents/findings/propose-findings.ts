import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { Json } from '../workflows/json.ts';
import type { NewWorkflowRun, WorkflowRuns } from '../workflows/start-run.ts';
import { PilotFindingRow } from './finding.entity.ts';

/** The built-in workflow that asks about a finding and does what is decided. */
export const ACT_ON_FINDING = 'act-on-finding';
/** Questions of one agent that may wait at once: people are not flooded. */
const MAX_WAITING = 20;
const WEIGHT = { CRITICAL: 3, HIGH: 2, MEDIUM: 1, LOW: 0 } as const;

/** The open findings that are worth asking about, the gravest first. */
export function worthAsking(rows: readonly PilotFindingRow[], most: number): PilotFindingRow[] {
  return rows
    .filter(({ status, proposal }) => status === 'OPEN' && proposal != null)
    .toSorted(
      (a, b) =>
        WEIGHT[b.severity] - WEIGHT[a.severity] ||
        (b.proposal?.benefit?.value ?? 0) - (a.proposal?.benefit?.value ?? 0) ||
        a.proposals - b.proposals ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, Math.max(0, most));
}

/** Has people asked about an agent's gravest open findings, at most so many in one run; doing it again in the same run asks no more. */
export async function proposeGravest(
  unit: UnitOfWork,
  runs: WorkflowRuns,
  { agentId, runId, path, now, most }: { agentId: string; runId: string; path: string; now: Date; most: number },
): Promise<PilotFindingRow[]> {
  const { em, tenantId } = unit;
  const rows = await em.find(PilotFindingRow, { tenantId, agentId, status: { $in: ['OPEN', 'PROPOSED'] } });
  const asked = await em.count(PilotFindingRow, { tenantId, agentId, proposedBy: runId });
  const waiting = rows.filter(({ status }) => status === 'PROPOSED').length;
  const chosen = worthAsking(rows, Math.min(most - asked, MAX_WAITING - waiting));
  for (const row of chosen) await propose(unit, runs, row, { now, cause: { kind: 'RUN', runId, path } });
  return chosen;
}

/** Starts the run that asks about a finding. */
export async function propose(
  unit: UnitOfWork,
  runs: WorkflowRuns,
  row: PilotFindingRow,
  { now, cause }: { now: Date; cause: NewWorkflowRun['cause'] },
): Promise<void> {
  const { em, tenantId } = unit;
  const { proposal } = row;
  if (proposal == null) return;
  const proposals = row.proposals + 1;
  const runId = nameBasedUuid(tenantId, `act-on-finding:${row.id}:${proposals}`);
  Object.assign(row, {
    status: 'PROPOSED',
    proposals,
    proposedBy: cause.kind === 'RUN' ? cause.runId : null,
    runId,
    proposedAt: now,
    decidedAt: null,
    comment: null,
  });
  await em.flush();
  const input: Record<string, Json> = {
    finding: row.id,
    title: row.title,
    action: proposal.action,
    intent: proposal.intent,
    payload: proposal.payload,
    touches: proposal.touches,
    evidence: {
      finding: row.id,
      kind: row.kind,
      title: row.title,
      detail: row.detail,
      reasons: row.reasons,
      benefit: proposal.benefit,
      reversible: proposal.reversible,
      links: row.links,
      ...row.evidence,
    },
  };
  await runs.start(unit, { id: runId, agentId: row.agentId, workflow: ACT_ON_FINDING, version: null, input, mode: 'LIVE', cause });
}
