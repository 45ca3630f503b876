import { isDeepStrictEqual } from 'node:util';
import { amountIn } from '../../governance/amount-in.ts';
import { ASK_PERSON } from '../../tools/talk/ask-person.ts';
import type { Tool } from '../../tools/tool.ts';
import { askForAction, askPeople } from './ask-for-action.ts';
import { callTool } from './call-tool.ts';
import type { WorkflowPorts } from './ports.ts';
import type { Action, ReadyAction } from './ready-action.ts';
import type { RunAtHand } from './run-at-hand.ts';
import { failed, FREE, type Settled } from './settlement.ts';
import { stepFailures } from './step-problems.ts';

/** Takes an action through limits, screening, governance and people, and does it. @throws RunLost */
export async function act(ports: WorkflowPorts, run: RunAtHand, action: Action): Promise<Settled> {
  const definition = await ports.tools.find(run.tenantId, action.tool);
  if (definition === null) return failed(stepFailures.unknownTool(action.tool));
  const admitted = await admit(ports, run, action, definition);
  if ('outcome' in admitted) return admitted;
  const { judgement } = admitted;
  if (run.mode === 'DRY' && definition.effect !== 'READ') return rehearsed(admitted);
  if (judgement.verdict === 'DENY') return failed(stepFailures.denied(judgement.reason));
  if (judgement.verdict === 'TRAIN') return failed(stepFailures.training(judgement.reason));
  if (definition.name === ASK_PERSON) return askPeople(ports, run, admitted);
  const known = action.approved !== null && isDeepStrictEqual(action.approved, action.input);
  if (!action.heldUp && (judgement.verdict !== 'PROPOSE' || known)) return callTool(ports, run, admitted);
  const said = await askForAction(ports, run, admitted, { mustAsk: judgement.verdict === 'PROPOSE' && !known });
  if (said.kind === 'SETTLED') return said.settled;
  if (said.input === null) return callTool(ports, run, admitted);
  // What a person wrote goes the same way as what was written for them.
  const edited = await admit(ports, run, { ...action, input: said.input }, definition);
  if ('outcome' in edited) return edited;
  return callTool(ports, run, edited);
}

async function admit(ports: WorkflowPorts, run: RunAtHand, action: Action, definition: Tool): Promise<ReadyAction | Settled> {
  if (action.step?.plane !== undefined && action.address === action.path && definition.goesOut !== true)
    return failed(stepFailures.noPlane(definition.name));
  const parsed = definition.input.safeParse(action.input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return failed(stepFailures.badInput(definition.name, `${where}${issue?.message ?? 'it does not fit'}`));
  }
  const { tenantId, agentId, runId } = run;
  const { path } = action;
  const screening = ports.governor.screen({
    tenantId, agentId, action: definition.name, direction: 'INPUT', value: action.input, runId, path, calls: run.calls,
  }); // prettier-ignore
  const screened = screening instanceof Promise ? await screening : screening;
  if (screened.kind === 'BLOCKED') return failed(stepFailures.blocked(screened.code, screened.message));
  const input = screened.value;
  const cost = definition.estimate?.(input) ?? FREE;
  // What was set aside when it was looked at before, as it was then.
  run.hold(path, FREE);
  const spent = run.spent();
  if (spent.micros + cost.micros > run.limits.micros) return failed(stepFailures.costLimit());
  if (spent.tokens + cost.tokens > run.limits.tokens) return failed(stepFailures.tokenLimit());
  run.hold(path, cost);
  const complexity = definition.complexityOf?.(input) ?? definition.complexity;
  const request = {
    tenantId, agentId, action: definition.name, complexity, amountMicros: amountIn(input, cost.micros), runId, path,
  }; // prettier-ignore
  const judging = ports.governor.judge(request);
  const judgement = judging instanceof Promise ? await judging : judging;
  ports.governor.note(request, judgement);
  return { ...action, input, definition, cost, judgement };
}

/** A dry run says what would be done, and by whose leave. */
function rehearsed({ definition, input, judgement }: ReadyAction): Settled {
  const { intent = definition.title, touches = null } = definition.describe?.(input) ?? {};
  const { verdict, reason } = judgement;
  return { outcome: { kind: 'DONE', output: { dryRun: true, tool: definition.name, intent, touches, verdict, reason, input } }, input };
}
