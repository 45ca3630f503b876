import { LockMode, type FilterQuery } from '@mikro-orm/core';
import { assertNever } from '../../kernel/assert-never.ts';
import { decideApproval, requestApproval } from '../../kernel/approvals/approvals.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { Runs } from '../../kernel/runs/runs.ts';
import { advance, type RunCommand } from '../unify/machine.ts';
import { outcomeOf, type Outcome } from '../unify/outcome.ts';
import type { Fact, RunEvent } from '../unify/run-facts.ts';
import { tellDurableRun } from '../unify/tell-durable-run.ts';
import { counted } from '../unify/wording.ts';
import { RunRow } from './run.entity.ts';

/**
 * Runs, locked for this transaction. Whoever changes a run and its approval locks the run first: events and people never wait for
 * each other in a circle.
 */
export function lockRuns({ em, tenantId }: UnitOfWork, where: FilterQuery<RunRow>): Promise<RunRow[]> {
  return em.find(RunRow, { $and: [{ tenantId }, where] }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true });
}

/** Tells a locked (or new) run what happened and carries out what follows from it. Telling it again does nothing. */
export async function tellRun(unit: UnitOfWork, runs: Runs, run: RunRow, event: RunEvent): Promise<void> {
  const { facts, changed, commands } = advance(run.facts, event);
  if (!changed) return;
  const outcome = outcomeOf(facts);
  Object.assign(run, { facts, status: outcome.status, problem: problemOf(outcome), finishedAt: finishedAtOf(outcome) });
  for (const command of commands) await carryOut(unit, run, command);
  await tellDurableRun(unit, runs, run);
}

async function carryOut(unit: UnitOfWork, run: RunRow, command: RunCommand): Promise<void> {
  switch (command.type) {
    case 'REQUEST_APPROVAL':
      run.approvalId = await askForMapping(unit, run, command.proposal);
      return;
    case 'SETTLE_APPROVAL':
      await settle(unit, run, 'APPROVED', command);
      return;
    case 'WITHDRAW_APPROVAL':
      await settle(unit, run, 'EXPIRED', { decidedBy: null, at: command.at });
      return;
    default:
      assertNever(command);
  }
}

async function askForMapping(unit: UnitOfWork, run: RunRow, proposal: Fact<'proposed'>): Promise<string> {
  const { proposalId, tables, fields, lowestConfidence, at } = proposal;
  const approval = await requestApproval(unit, {
    title: run.title,
    intent: `Publish the mapping of ${counted(tables, 'table')} and ${counted(fields, 'column')}`,
    evidence: { tables, fields, lowestConfidence, connectionId: run.connectionId, proposalId },
    subject: `mapping:${proposalId}`,
    now: new Date(at),
  });
  const { id: approvalId, title, intent } = approval;
  unit.emit('agents.approval-requested', { approvalId, runId: run.id, connectionId: run.connectionId ?? null, title, intent });
  return approval.id;
}

/** Decides the run's approval when nobody has yet; a decision made before stays. */
async function settle(
  unit: UnitOfWork,
  run: RunRow,
  status: 'APPROVED' | 'EXPIRED',
  { decidedBy, at }: { decidedBy: string | null; at: string },
): Promise<void> {
  if (run.approvalId == null) return;
  try {
    await decideApproval(unit, run.approvalId, { status, decidedBy, comment: null, now: new Date(at) });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'APPROVAL_ALREADY_DECIDED') throw error;
  }
}

function problemOf(outcome: Outcome): string | null {
  return outcome.status === 'FAILED' ? outcome.code : null;
}

function finishedAtOf(outcome: Outcome): Date | null {
  return 'finishedAt' in outcome ? new Date(outcome.finishedAt) : null;
}
