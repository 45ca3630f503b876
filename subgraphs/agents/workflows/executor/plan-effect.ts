import { assertNever } from '../../../kernel/assert-never.ts';
import type { Json } from '../json.ts';
import { keyOf, toolCallOf, type ReadyAction } from './ready-action.ts';
import type { EffectState, PlannedEffect } from '../../tools/effects.ts';
import type { WorkflowPorts } from './ports.ts';
import { whileHeld, type RunAtHand } from './run-at-hand.ts';
import { failed, type Settled } from './settlement.ts';
import { stepFailures } from './step-problems.ts';

const CUT_OFF = 'The call was cut off; whether it was done is not known.';
const PROBE_MS = 30_000;

/** Whether a call may be made. KNOWN: it was made before, with this reply. */
export type Planned = { kind: 'CALL' } | { kind: 'KNOWN'; output: Json } | { kind: 'SETTLED'; settled: Settled };

/**
 * Plans an effect of which nobody but us keeps account. One that was planned before and cut off is never just done again: it is looked up where the
 * tool can, else a person is asked to. @throws RunLost
 */
export async function planEffect(ports: WorkflowPorts, run: RunAtHand, action: ReadyAction): Promise<Planned> {
  const effect = effectOf(run, action);
  const state = await whileHeld(run, (unit) => ports.effects.plan(unit, effect));
  const after = state.state === 'PLANNED' || state.state === 'IN_DOUBT' ? await probe(ports, run, action, effect) : state;
  switch (after.state) {
    case 'NEW':
      return { kind: 'CALL' };
    case 'DONE':
      return { kind: 'KNOWN', output: after.output };
    case 'GIVEN_UP':
      return { kind: 'SETTLED', settled: failed(stepFailures.givenUp()) };
    case 'PLANNED':
    case 'NOT_DONE':
    case 'IN_DOUBT':
      return { kind: 'SETTLED', settled: { outcome: { kind: 'PARKED', waitsFor: 'EFFECT' } } };
    default:
      return assertNever(after);
  }
}

async function probe(ports: WorkflowPorts, run: RunAtHand, action: ReadyAction, effect: PlannedEffect): Promise<EffectState> {
  const { definition } = action;
  const call = toolCallOf(run, action, AbortSignal.timeout(PROBE_MS));
  const found = await definition.probe?.(call).catch(() => 'UNKNOWN' as const);
  return whileHeld(run, async (unit): Promise<EffectState> => {
    if (typeof found === 'object') {
      await ports.effects.done(unit, effect.key, found.done);
      return { state: 'DONE', output: found.done };
    }
    switch (found) {
      case 'DONE':
        await ports.effects.done(unit, effect.key, null);
        return { state: 'DONE', output: null };
      case 'NOT_DONE':
        await ports.effects.undone(unit, effect.key);
        return ports.effects.plan(unit, effect);
      case 'UNKNOWN':
      case undefined:
        await ports.effects.doubt(unit, effect.key, CUT_OFF);
        return { state: 'IN_DOUBT' };
      default:
        return assertNever(found);
    }
  });
}

function effectOf(run: RunAtHand, action: ReadyAction): PlannedEffect {
  const { definition, input, path } = action;
  return { key: keyOf(run, action), runId: run.runId, path, agentId: run.agentId, tool: definition.name, input };
}
