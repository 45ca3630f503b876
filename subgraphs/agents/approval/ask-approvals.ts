import { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import { requestApproval, withdrawApproval } from '../../kernel/approvals/approvals.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import { AgentRow } from '../agent/agent.entity.ts';
import type { Raci } from '../workflows/definition/definition.ts';
import type { Json } from '../workflows/json.ts';
import { tellInRun } from './approval-run.ts';
import type { Approvals, Asking, Decided } from './ask.ts';
import { askedPeople, raciOf, toldPeople } from './right-to-decide.ts';

/** What runs of agents ask people, kept as approvals. */
export class AskApprovals implements Approvals {
  private readonly clock: System['clock'];

  constructor({ clock }: Pick<System, 'clock'>) {
    this.clock = clock;
  }

  async ask(unit: UnitOfWork, asking: Asking): Promise<string> {
    const { em, tenantId } = unit;
    const { runId, path, agentId, title, intent, cost, touches, slaMs, onExpiry } = asking;
    const subject = subjectOf(runId, path);
    const known = await em.findOne(ApprovalRow, { tenantId, subject });
    if (known !== null) return known.id;
    const run = await em.findOne(DurableRunRow, { tenantId, id: runId }, { fields: ['startedBy'], disableIdentityMap: true });
    const raci = asking.raci ?? (await raciOfAgent(unit, agentId));
    const approval = await requestApproval(unit, {
      title,
      intent,
      evidence: recordOf(asking.evidence),
      subject,
      now: this.clock(),
      ...(asking.expiresMs === null ? {} : { lifetimeMs: asking.expiresMs }),
      step: {
        runId,
        path,
        agentId,
        startedBy: run?.startedBy ?? null,
        tool: asking.tool ?? null,
        payload: asking.payload,
        cost,
        touches,
        raci,
        slaMs,
        onExpiry,
      },
    });
    unit.emit('agents.approval-requested', {
      approvalId: approval.id,
      runId,
      connectionId: null,
      title,
      intent,
      agentId,
      asked: askedPeople({ raci, level: 0 }),
      told: toldPeople(raci),
    });
    await tellInRun(unit, approval, 'APPROVAL_ASKED', `“${title}” waits for a decision.`);
    return approval.id;
  }

  async decided({ em, tenantId }: UnitOfWork, runId: string, path: string): Promise<Decided | null> {
    const approval = await em.findOne(ApprovalRow, { tenantId, subject: subjectOf(runId, path) }, { refresh: true });
    const decision = approval === null ? null : decisionOf(approval);
    if (approval === null || decision === null) return null;
    const { id: approvalId, comment, decidedBy, payload, edited } = approval;
    return {
      approvalId,
      decision,
      comment: comment ?? null,
      decidedBy: decidedBy ?? null,
      payload: (edited ?? payload ?? null) as Json,
    };
  }

  async withdraw(unit: UnitOfWork, runId: string, path: string | null): Promise<void> {
    const { em, tenantId } = unit;
    const where = { tenantId, runId, status: 'PENDING' as const, ...(path === null ? {} : { path }) };
    const waiting = await em.find(ApprovalRow, where, { fields: ['id'], disableIdentityMap: true });
    for (const { id } of waiting) await withdrawApproval(unit, id, this.clock());
  }
}

/** Who answers for all that an agent does; null: nobody was named. */
async function raciOfAgent({ em, tenantId }: UnitOfWork, id: string): Promise<Raci | null> {
  const agent = await em.findOne(AgentRow, { tenantId, id }, { fields: ['raci'], disableIdentityMap: true });
  return raciOf(agent?.raci);
}

function subjectOf(runId: string, path: string): string {
  return `step:${runId}:${path}`;
}

function decisionOf({ status, edited }: ApprovalRow): Decided['decision'] | null {
  switch (status) {
    case 'PENDING':
      return null;
    case 'APPROVED':
      return edited == null ? 'APPROVED' : 'EDITED';
    case 'REJECTED':
    case 'EXPIRED':
    case 'RESPONDED':
      return status;
    default:
      return assertNever(status);
  }
}

/** The facts to decide on are shown by name. */
function recordOf(evidence: Json): Record<string, unknown> {
  if (evidence === null) return {};
  return typeof evidence === 'object' && !Array.isArray(evidence) ? Object.fromEntries(Object.entries(evidence)) : { value: evidence };
}
