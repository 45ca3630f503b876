import type { ModelAsker, ModelOutcome, ModelTerms } from '../../models/models.ts';
import type { Spend } from '../../budgets/budgets.ts';
import type { Cost } from '../../tools/tool.ts';
import { askForAction } from './ask-for-action.ts';
import { modelCostAtMost } from './model-cost.ts';
import { MODEL_ACTION, modelAction, type ModelCommand, type TakenUp } from './model-action.ts';
import type { WorkflowPorts } from './ports.ts';
import { whileHeld, type RunAtHand } from './run-at-hand.ts';
import { failed, FREE, type Settled } from './settlement.ts';
import { failureOf, stepFailures } from './step-problems.ts';

const USUAL_SECONDS = 20;
const MAX_SECONDS = 25;
/** Another try may come to something else. */
const AGAIN: ReadonlySet<string> = new Set(['LATE', 'UNREACHABLE', 'INVALID']);

/**
 * Has the tenant's language model write what a step asks for, within the agent's limits, screening, governance and budgets; without one the step comes to
 * what it says it does. @throws RunLost
 */
export async function writeModel(ports: WorkflowPorts, run: RunAtHand, command: ModelCommand, taken: TakenUp): Promise<Settled> {
  const asker = askerOf(run, command, taken);
  const terms = await ports.models.terms(asker).catch((error: unknown) => ({ failure: failureOf(error) }));
  if (terms === null) return withoutModel(command);
  if ('failure' in terms) return failed(terms.failure);
  const admitted = await admit(ports, run, command, taken, terms);
  if ('outcome' in admitted) return admitted;
  const { agentId, runId } = run;
  const spend: Spend = { key: asker.idempotencyKey, agentId, runId, path: command.path, cost: admitted.cost, spentIfCutOff: true };
  const short = await whileHeld(run, (unit) => ports.budgets.reserve(unit, spend));
  if (short !== null) return failed(stepFailures.noBudget(short.message));
  return ask(ports, run, { command, asker, spend, text: admitted.text });
}

interface Admitted {
  text: string;
  cost: Cost;
}

async function admit(
  ports: WorkflowPorts,
  run: RunAtHand,
  command: ModelCommand,
  taken: TakenUp,
  terms: ModelTerms,
): Promise<Admitted | Settled> {
  const { path } = command;
  const about = { tenantId: run.tenantId, agentId: run.agentId, action: MODEL_ACTION, runId: run.runId, path };
  const screening = await ports.governor.screen({ ...about, direction: 'INPUT', value: command.text, calls: run.calls });
  if (screening.kind === 'BLOCKED') return failed(stepFailures.blocked(screening.code, screening.message));
  const text = typeof screening.value === 'string' ? screening.value : command.text;
  const cost = modelCostAtMost(command.step, [command.instructions, text], terms);
  run.hold(path, FREE);
  const spent = run.spent();
  if (spent.micros + cost.micros > run.limits.micros) return failed(stepFailures.costLimit());
  if (spent.tokens + cost.tokens > run.limits.tokens) return failed(stepFailures.tokenLimit());
  run.hold(path, cost);
  const request = { ...about, complexity: 1 as const, amountMicros: cost.micros > 0 ? cost.micros : null };
  const judgement = await ports.governor.judge(request);
  ports.governor.note(request, judgement);
  if (judgement.verdict === 'DENY') return failed(stepFailures.denied(judgement.reason));
  if (judgement.verdict === 'TRAIN') return failed(stepFailures.training(judgement.reason));
  const mustAsk = judgement.verdict === 'PROPOSE';
  if (!mustAsk && !taken.heldUp) return { text, cost };
  const said = await askForAction(ports, run, modelAction(command, { ...taken, text, cost, judgement }), { mustAsk });
  return said.kind === 'SETTLED' ? said.settled : { text, cost };
}

interface Asked {
  command: ModelCommand;
  asker: ModelAsker;
  spend: Spend;
  text: string;
}

async function ask(ports: WorkflowPorts, run: RunAtHand, asked: Asked): Promise<Settled> {
  const { command, asker, spend, text } = asked;
  const { form, maxTokens, timeoutMs } = command.step;
  const seconds = timeoutMs === undefined ? USUAL_SECONDS : Math.min(MAX_SECONDS, Math.max(1, Math.ceil(timeoutMs / 1_000)));
  const paid = (cost: Cost): Pick<Settled, 'cost' | 'work'> => ({
    cost,
    work: (unit) => ports.budgets.settle(unit, { ...spend, cost }),
  });
  try {
    const reply = await ports.models.complete(asker, { instructions: command.instructions, text, form, maxTokens, seconds });
    return { ...(await outcomeOf(ports, run, command, reply)), ...paid(reply.cost) };
  } catch (error) {
    // What was asked and not answered may have been paid: it counts as all that was set aside.
    if (asker.signal.aborted) return { outcome: { kind: 'STOPPED' }, ...paid(spend.cost) };
    const failure = failureOf(error);
    if (failure.problem.code === 'TOOL_FAILED') run.logger.warn({ err: error, runId: run.runId }, 'a language model could not be asked');
    return failure.doubt
      ? { ...failed(failure), ...paid(spend.cost) }
      : { ...failed(failure), work: (unit) => ports.budgets.release(unit, spend.key) };
  }
}

async function outcomeOf(ports: WorkflowPorts, run: RunAtHand, command: ModelCommand, reply: ModelOutcome): Promise<Settled> {
  if (reply.kind === 'NOT_WRITTEN') {
    if (reply.trouble === null) return withoutModel(command);
    return failed(stepFailures.modelFailed(reply.trouble, reply.text, AGAIN.has(reply.trouble)));
  }
  const checked = await ports.governor.screen({
    tenantId: run.tenantId,
    agentId: run.agentId,
    action: MODEL_ACTION,
    direction: 'OUTPUT',
    value: reply.value,
    runId: run.runId,
    path: command.path,
    schema: command.step.form,
  });
  if (checked.kind === 'BLOCKED') return failed(stepFailures.blocked(checked.code, checked.message));
  return { outcome: { kind: 'DONE', output: checked.value } };
}

function askerOf({ tenantId, agentId, runId }: RunAtHand, { path, attempt }: ModelCommand, { stop }: TakenUp): ModelAsker {
  return { tenantId, agentId, runId, path, idempotencyKey: `${runId}:${path}:${attempt}`, signal: stop };
}

function withoutModel({ step }: ModelCommand): Settled {
  return step.withoutModel === undefined ? failed(stepFailures.noModel()) : { outcome: { kind: 'DONE', output: step.withoutModel } };
}
