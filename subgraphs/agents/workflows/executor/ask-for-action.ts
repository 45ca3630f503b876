import { z } from 'zod';
import { assertNever } from '../../../kernel/assert-never.ts';
import type { Decided } from '../../approval/ask.ts';
import type { Json } from '../json.ts';
import type { ReadyAction } from './ready-action.ts';
import type { WorkflowPorts } from './ports.ts';
import { whileHeld, type RunAtHand } from './run-at-hand.ts';
import { failed, costs, type Settled } from './settlement.ts';
import { stepFailures } from './step-problems.ts';

/** What a person said of an action; `input`: as they want it, null: as it was. */
type Said = { kind: 'SETTLED'; settled: Settled } | { kind: 'GO'; input: Json | null; decision: Json };

/**
 * Looks what was decided about an action, and asks when nobody has been asked.
 * @param mustAsk whether it may not be done without a decision; else one that is there counts all the same
 */
export async function askForAction(
  ports: WorkflowPorts,
  run: RunAtHand,
  action: ReadyAction,
  { mustAsk }: { mustAsk: boolean },
): Promise<Said> {
  const decided = await whileHeld(run, async (unit) => {
    const known = await ports.approvals.decided(unit, run.runId, action.address);
    if (known !== null || !mustAsk) return known;
    await ports.approvals.ask(unit, askingOf(run, action));
    return null;
  });
  if (decided !== null) return meaning(decided);
  if (!mustAsk) return { kind: 'GO', input: null, decision: null };
  return { kind: 'SETTLED', settled: { outcome: { kind: 'PARKED', waitsFor: 'APPROVAL' }, input: action.input } };
}

/** Puts a question to people, and gives what they said: yes, no, or an answer in words. @throws RunLost */
export async function askPeople(ports: WorkflowPorts, run: RunAtHand, action: ReadyAction): Promise<Settled> {
  const { facts = {} } = questionSchema.parse(action.input);
  const decided = await whileHeld(run, async (unit) => {
    const known = await ports.approvals.decided(unit, run.runId, action.address);
    if (known === null) await ports.approvals.ask(unit, { ...askingOf(run, action), evidence: facts, payload: null });
    return known;
  });
  if (decided === null) return { outcome: { kind: 'PARKED', waitsFor: 'APPROVAL' }, input: action.input };
  const { decision, comment, decidedBy } = decided;
  if (decision === 'EXPIRED') return failed(stepFailures.expired());
  return { outcome: { kind: 'DONE', output: { decision, comment, payload: null, decidedBy } }, input: action.input };
}

const questionSchema = z.looseObject({ facts: z.record(z.string(), z.json()).optional() });

function askingOf({ agentId, runId }: RunAtHand, action: ReadyAction): Parameters<WorkflowPorts['approvals']['ask']>[1] {
  const { definition, input, cost, judgement, step, address } = action;
  const described = definition.describe?.(input);
  return {
    agentId,
    runId,
    path: address,
    title: step?.title ?? definition.title,
    intent: described?.intent ?? definition.description,
    evidence: { reason: judgement.reason, rule: judgement.rule, tool: definition.name, step: action.path },
    payload: input,
    cost: costs(cost) ? cost : null,
    touches: described?.touches ?? null,
    raci: step?.raci ?? null,
    slaMs: null,
    expiresMs: null,
    onExpiry: 'REJECT',
  };
}

function meaning(decided: Decided): Said {
  const { decision, comment, payload, decidedBy } = decided;
  const all = { decision, comment, payload, decidedBy };
  switch (decision) {
    case 'APPROVED':
      return { kind: 'GO', input: null, decision: all };
    case 'EDITED':
      return { kind: 'GO', input: payload, decision: all };
    case 'RESPONDED':
      // An answer instead of leave: nothing is done, and what comes next can read it.
      return { kind: 'SETTLED', settled: { outcome: { kind: 'DONE', output: { done: false, response: comment } } } };
    case 'REJECTED':
      return { kind: 'SETTLED', settled: failed(stepFailures.rejected(comment)) };
    case 'EXPIRED':
      return { kind: 'SETTLED', settled: failed(stepFailures.expired()) };
    default:
      return assertNever(decision);
  }
}
