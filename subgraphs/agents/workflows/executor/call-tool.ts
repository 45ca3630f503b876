import { z } from 'zod';
import type { RunActivity } from '../../live/tell-run-event.ts';
import type { Cost, Tool, ToolCall, ToolReply } from '../../tools/tool.ts';
import { keyOf, toolCallOf, type ReadyAction } from './ready-action.ts';
import { planEffect, type Planned } from './plan-effect.ts';
import type { WorkflowPorts } from './ports.ts';
import { whileHeld, type RunAtHand } from './run-at-hand.ts';
import { failed, costs, FREE, type Settled } from './settlement.ts';
import { failureOf, stepFailures, type StepFailure } from './step-problems.ts';

const DEFAULT_TIMEOUT_MS = 120_000;
/** How long a call that was told to end may take to. */
const GRACE_MS = 500;
const MAX_OUTPUT_BYTES = 256 * 1_024;
const amount = z
  .number()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER)
  .transform((value) => Math.ceil(value));
const reportSchema = z.object({ tokens: amount, micros: amount });

/** Sets aside what a call may cost, plans its effect where nobody else keeps account of it, and calls. @throws RunLost */
export async function callTool(ports: WorkflowPorts, run: RunAtHand, action: ReadyAction): Promise<Settled> {
  const { definition, cost } = action;
  const spend = { key: keyOf(run, action), agentId: run.agentId, runId: run.runId, path: action.address, cost };
  const planned = await prepare(ports, run, action);
  if (planned.kind === 'SETTLED') return { input: action.input, ...planned.settled };
  const call = toolCallOf(run, action, action.stop);
  const reply = planned.kind === 'CALL' ? await attempt(run, definition, call, timeoutOf(action)) : { reply: { output: planned.output } };
  if ('failure' in reply) return failedCall(ports, run, action, call, reply);
  const spent = spentOf(reply.reply, cost);
  const checked = await check(ports, run, action, reply.reply);
  return {
    ...checked,
    input: action.input,
    cost: spent,
    told: beyond(action, spent),
    ...(costs(spent) || costs(cost) || definition.effect === 'OUTSIDE'
      ? {
          work: async (unit) => {
            if (costs(spent) || costs(cost)) await ports.budgets.settle(unit, { ...spend, cost: spent });
            if (definition.effect === 'OUTSIDE' && planned.kind === 'CALL') await ports.effects.done(unit, spend.key, reply.reply.output);
          },
        }
      : {}),
  };
}

/** What a call came to, as far as its tool says it in numbers; no tool gives anything back. */
function spentOf({ cost: reported }: ToolReply, reserved: Cost): Cost {
  return reportSchema.safeParse(reported).data ?? reserved;
}

/** Money and tokens that were not set aside have been spent all the same; those who follow the run are told. */
function beyond({ definition, cost, path }: ReadyAction, { tokens, micros }: Cost): RunActivity[] {
  if (tokens <= cost.tokens && micros <= cost.micros) return [];
  return [
    {
      kind: 'USAGE',
      path,
      tool: definition.name,
      message: `${definition.name} used more than was set aside for it.`,
      tokens,
      costMicros: micros,
    },
  ];
}

async function prepare(ports: WorkflowPorts, run: RunAtHand, action: ReadyAction): Promise<Planned> {
  const { definition, cost } = action;
  const paid = costs(cost);
  if (!paid && definition.effect !== 'OUTSIDE') return { kind: 'CALL' };
  if (paid) {
    const spend = { key: keyOf(run, action), agentId: run.agentId, runId: run.runId, path: action.address, cost };
    const short = await whileHeld(run, (unit) => ports.budgets.reserve(unit, spend));
    if (short !== null) return { kind: 'SETTLED', settled: failed(stepFailures.noBudget(short.message)) };
  }
  return definition.effect === 'OUTSIDE' ? planEffect(ports, run, action) : { kind: 'CALL' };
}

type Attempt = { reply: ToolReply } | { failure: StepFailure; stopped: boolean };

/** One call with an end: a tool that does not listen is left alone after its time. */
async function attempt(run: RunAtHand, tool: Tool, call: ToolCall, timeoutMs: number): Promise<Attempt> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  const signal = AbortSignal.any([call.signal, late.signal]);
  let forget = (): void => undefined;
  const ended = new Promise<'ENDED'>((resolve) => {
    const wait = (): void => void setTimeout(() => resolve('ENDED'), GRACE_MS);
    if (signal.aborted) wait();
    else signal.addEventListener('abort', wait, { once: true });
    forget = () => signal.removeEventListener('abort', wait);
  });
  try {
    const reply = await Promise.race([tool.call({ ...call, signal }), ended]);
    if (reply !== 'ENDED') return { reply };
    return { failure: cutOff(late.signal.aborted, timeoutMs), stopped: call.signal.aborted };
  } catch (error) {
    if (signal.aborted) return { failure: cutOff(late.signal.aborted, timeoutMs), stopped: call.signal.aborted };
    const failure = failureOf(error);
    if (failure.problem.code === 'TOOL_FAILED') run.logger.warn({ err: error, tool: tool.name, runId: run.runId }, 'a tool failed');
    return { failure, stopped: false };
  } finally {
    clearTimeout(timer);
    forget();
  }
}

function cutOff(late: boolean, timeoutMs: number): StepFailure {
  return { ...stepFailures.tooLate(timeoutMs), doubt: true, again: late };
}

function timeoutOf({ step }: ReadyAction): number {
  return step?.timeoutMs ?? DEFAULT_TIMEOUT_MS;
}

/** What came back is looked at before anything reads it. */
async function check(ports: WorkflowPorts, run: RunAtHand, action: ReadyAction, { output }: ToolReply): Promise<Pick<Settled, 'outcome'>> {
  if (Buffer.byteLength(JSON.stringify(output) ?? 'null') > MAX_OUTPUT_BYTES) return failed(stepFailures.tooLarge(MAX_OUTPUT_BYTES));
  const screening = ports.governor.screen({
    tenantId: run.tenantId,
    agentId: run.agentId,
    action: action.definition.name,
    direction: 'OUTPUT',
    value: output,
    runId: run.runId,
    path: action.path,
  });
  const screened = screening instanceof Promise ? await screening : screening;
  if (screened.kind === 'BLOCKED') return failed(stepFailures.blocked(screened.code, screened.message));
  return { outcome: { kind: 'DONE', output: screened.value } };
}

async function failedCall(
  ports: WorkflowPorts,
  run: RunAtHand,
  action: ReadyAction,
  call: ToolCall,
  { failure, stopped }: { failure: StepFailure; stopped: boolean },
): Promise<Settled> {
  const { definition, cost } = action;
  const key = call.idempotencyKey;
  const release = costs(cost) ? (unit: Parameters<NonNullable<Settled['work']>>[0]) => ports.budgets.release(unit, key) : null;
  const outside = definition.effect === 'OUTSIDE';
  if (outside && failure.doubt) {
    const state = await planEffect(ports, run, action);
    // It was looked up, and had happened.
    if (state.kind === 'KNOWN') return { outcome: { kind: 'DONE', output: state.output }, input: action.input, cost };
    if (state.kind === 'SETTLED') return { input: action.input, ...state.settled, ...(stopped ? { outcome: { kind: 'STOPPED' } } : {}) };
  }
  return {
    outcome: stopped ? { kind: 'STOPPED' } : { kind: 'FAILED', problem: failure.problem, again: failure.again },
    input: action.input,
    cost: FREE,
    ...(release !== null || outside
      ? {
          work: async (unit) => {
            await release?.(unit);
            if (outside) await ports.effects.undone(unit, key);
          },
        }
      : {}),
  };
}

/** Whether an effect in doubt has been settled meanwhile. */
export async function isSettled(ports: WorkflowPorts, unit: Parameters<NonNullable<Settled['work']>>[0], key: string): Promise<boolean> {
  const state = await ports.effects.find(unit, key);
  return state === null || (state.state !== 'IN_DOUBT' && state.state !== 'PLANNED');
}
