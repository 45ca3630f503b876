import { z } from 'zod';
import { ApprovalRow, type ApprovalNote } from '../../kernel/approvals/approval.entity.ts';
import { decideApproval, isOfStep } from '../../kernel/approvals/approvals.ts';
import { assertNever } from '../../kernel/assert-never.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { lockRuns, tellRun } from '../run/run-writer.ts';
import type { Tools } from '../tools/tool.ts';
import type { Json } from '../workflows/json.ts';
import { approvalRules } from './approval.errors.ts';
import { goOn, lockRunOf } from './approval-run.ts';
import { checkedPayload } from './edited-payload.ts';
import { expireOverdue } from './expiry.ts';
import { textsOf, withTexts } from './json-texts.ts';
import { raciOf, rightToDecide, type Obstacle } from './right-to-decide.ts';
import { seeTo } from './see-to.ts';
import { abandonSiblings } from './siblings.ts';

export const MAX_AT_ONCE = 100;

/** What a person says. EDIT: it may be done as they changed it. RESPOND: they answer instead of deciding. */
export interface SaidOfApproval {
  decision: 'APPROVE' | 'EDIT' | 'RESPOND' | 'REJECT';
  comment: string | null;
  /** With EDIT; not yet looked at. */
  payload?: unknown;
}

/** Takes people's decisions. */
export class DecideService {
  private readonly system: System;
  private readonly tools: Pick<Tools, 'find'>;

  constructor(system: System, tools: Pick<Tools, 'find'>) {
    this.system = system;
    this.tools = tools;
  }

  /**
   * Takes the viewer's decision; of two at once one wins. The run that waits goes on with the same commit; whoever owns what else was asked for
   * learns of it by `agents.approval-decided`.
   * @throws NOT_FOUND, APPROVAL_ALREADY_DECIDED, APPROVAL_BY_RESPONSIBLE, APPROVAL_NOT_ACCOUNTABLE, APPROVAL_NOT_YOURS, APPROVAL_REASON_NEEDED,
   * APPROVAL_ANSWER_NEEDED, APPROVAL_NOT_EDITABLE, APPROVAL_NOT_ANSWERABLE, APPROVAL_PAYLOAD_INVALID, PERSONAL_DATA_BLOCKED
   */
  async decide(viewer: UserViewer, id: string, said: SaidOfApproval): Promise<ApprovalRow> {
    if (!z.uuid().safeParse(id).success) throw commonErrors.NOT_FOUND({ what: 'approval' });
    const { database, clock, runs } = this.system;
    const { tenantId } = viewer;
    const now = clock();
    // A transaction of its own: what has expired stays so although the decision is refused.
    const asked = await database.unitOfWork(tenantId, async (unit) => {
      await expireOverdue(unit, runs, now);
      await seeTo(unit, runs, id, now);
      return unit.em.findOne(ApprovalRow, { tenantId, id }, { refresh: true });
    });
    if (asked === null) throw commonErrors.NOT_FOUND({ what: 'approval' });
    // Early, as a courtesy: it is asked again where it counts.
    if (asked.status === 'PENDING') assertMay(asked, viewer, said);
    const comment = said.comment === null ? null : ((await this.allowed(tenantId, [said.comment]))[0] ?? null);
    const edited = said.decision === 'EDIT' ? await this.editedOf(asked, said.payload) : undefined;
    return database.unitOfWork(tenantId, (unit) => this.take(unit, viewer, asked, { ...said, comment, edited }, now));
  }

  private async take(
    unit: UnitOfWork,
    viewer: UserViewer,
    asked: ApprovalRow,
    { decision, comment, edited }: SaidOfApproval & { edited: Json | undefined },
    now: Date,
  ): Promise<ApprovalRow> {
    const { runs } = this.system;
    const { id } = asked;
    const { userId } = viewer;
    await lockRunOf(unit, asked);
    const [run] = await lockRuns(unit, { approvalId: id });
    const current = await unit.em.findOne(ApprovalRow, { id }, { refresh: true });
    const takesOver = current?.status === 'PENDING' && assertMay(current, viewer, { decision, comment });
    const note: ApprovalNote = { at: now.toISOString(), kind: 'TAKEN_OVER', by: userId, message: comment ?? '' };
    const status = statusOf(decision);
    const approval = await decideApproval(unit, id, {
      status,
      decidedBy: userId,
      comment,
      now,
      ...(edited === undefined ? {} : { edited }),
      ...(takesOver ? { note } : {}),
    });
    if (approval === null) throw commonErrors.NOT_FOUND({ what: 'approval' });
    if (run !== undefined && status !== 'RESPONDED') {
      await tellRun(unit, runs, run, { fact: 'decided', order: now.getTime(), at: now.toISOString(), status, comment });
      if (status === 'REJECTED') await abandonSiblings(unit, runs, run, now);
    }
    if (status !== 'RESPONDED')
      unit.emit('agents.approval-decided', { approvalId: id, subject: approval.subject, status, decidedBy: userId, comment });
    await goOn(unit, runs, approval);
    return approval;
  }

  private async editedOf(asked: ApprovalRow, payload: unknown): Promise<Json> {
    const edited = await checkedPayload(asked, payload, this.tools);
    return withTexts(edited, await this.allowed(asked.tenantId, textsOf(edited)));
  }

  /** Texts as the policies for what agents are told let them be. @throws PERSONAL_DATA_BLOCKED */
  private async allowed(tenantId: string, texts: readonly string[]): Promise<string[]> {
    const screened = await screenTexts(this.system, tenantId, 'AGENT_INPUTS', texts, true);
    if (screened.kind === 'BLOCKED') throw ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) });
    return screened.texts;
  }
}

/** @returns whether the viewer takes over what others should decide */
function assertMay(
  approval: ApprovalRow,
  viewer: UserViewer,
  { decision, comment }: Pick<SaidOfApproval, 'decision' | 'comment'>,
): boolean {
  const { raci, startedBy, level } = approval;
  const right = rightToDecide({ raci: raciOf(raci), startedBy: startedBy ?? null, level }, viewer);
  if (right.kind === 'MAY_NOT') throw obstacleError(right.obstacle);
  if (right.kind === 'TAKE_OVER' && comment === null) throw approvalRules.APPROVAL_REASON_NEEDED({});
  if (decision === 'RESPOND' && !isOfStep(approval)) throw approvalRules.APPROVAL_NOT_ANSWERABLE({});
  if (decision === 'RESPOND' && comment === null) throw approvalRules.APPROVAL_ANSWER_NEEDED({});
  return right.kind === 'TAKE_OVER';
}

/** Why somebody may not decide, as an error. */
export function obstacleError(obstacle: Obstacle): DomainError {
  switch (obstacle) {
    case 'RESPONSIBLE':
      return approvalRules.APPROVAL_BY_RESPONSIBLE({});
    case 'NOT_ACCOUNTABLE':
      return approvalRules.APPROVAL_NOT_ACCOUNTABLE({});
    case 'NO_DECIDER':
      return approvalRules.APPROVAL_NOT_YOURS({});
    default:
      return assertNever(obstacle);
  }
}

function statusOf(decision: SaidOfApproval['decision']): 'APPROVED' | 'REJECTED' | 'RESPONDED' {
  switch (decision) {
    case 'APPROVE':
    case 'EDIT':
      return 'APPROVED';
    case 'RESPOND':
      return 'RESPONDED';
    case 'REJECT':
      return 'REJECTED';
    default:
      return assertNever(decision);
  }
}
