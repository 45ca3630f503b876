import type { FlowCommand } from '../machine/flow-event.ts';
import type { Json } from '../json.ts';
import type { WorkflowPorts } from './ports.ts';
import { whileHeld, type RunAtHand } from './run-at-hand.ts';
import { failed, FREE, type Settled } from './settlement.ts';
import { stepFailures } from './step-problems.ts';

const NAME = 'model';

/** Has the tenant's language model write what a step asks for; without one the step comes to what it says it does. @throws RunLost */
export async function writeModel(
  ports: WorkflowPorts,
  run: RunAtHand,
  { path, step, instructions, text }: Extract<FlowCommand, { kind: 'MODEL' }>,
): Promise<Settled> {
  const { tenantId, agentId, runId } = run;
  const model = await ports.models.of(tenantId);
  if (model === null)
    return step.withoutModel === undefined ? failed(stepFailures.noModel()) : { outcome: { kind: 'DONE', output: step.withoutModel } };
  const about = { tenantId, agentId, action: NAME, runId, path };
  const screened = await ports.governor.screen({ ...about, direction: 'INPUT', value: text });
  if (screened.kind === 'BLOCKED') return failed(stepFailures.blocked(screened.code, screened.message));
  const cost = { tokens: step.maxTokens, micros: 0 };
  if (run.spent().tokens + cost.tokens > run.limits.tokens) return failed(stepFailures.tokenLimit());
  run.hold(path, cost);
  const spend = { key: `${runId}:${path}`, agentId, runId, path, cost };
  const short = await whileHeld(run, (unit) => ports.budgets.reserve(unit, spend));
  if (short !== null) return failed(stepFailures.noBudget(short.message));
  const question = {
    instructions,
    text: typeof screened.value === 'string' ? screened.value : text,
    form: { name: 'step', schema: step.form },
    maxTokens: step.maxTokens,
  };
  const reply = await model.ask(question);
  const spent = { ...FREE, tokens: reply.tokens };
  const settled = { cost: spent, work: (unit) => ports.budgets.settle(unit, { ...spend, cost: spent }) } satisfies Partial<Settled>;
  if (reply.kind === 'FAILED') {
    const again = reply.failure === 'LATE' || reply.failure === 'UNREACHABLE' || reply.failure === 'INVALID';
    return { ...failed(stepFailures.modelFailed(reply.failure, again)), ...settled };
  }
  const value = reply.value as Json;
  const checked = await ports.governor.screen({ ...about, direction: 'OUTPUT', value, schema: step.form });
  if (checked.kind === 'BLOCKED') return { ...failed(stepFailures.blocked(checked.code, checked.message)), ...settled };
  return { outcome: { kind: 'DONE', output: checked.value }, ...settled };
}
