import type { Expectation } from './oracle.ts';
import { keyOf, type RunRecord } from './run-record.ts';

/** How a run differs from what had to come of it, in words. Empty: it equals the oracle. */
export function differences(runId: string, expected: Expectation, run: RunRecord): readonly string[] {
  const found: string[] = [];
  if (run.status !== expected.status) found.push(`It ended as ${run.status} and should have ended as ${expected.status}.`);
  if (expected.status === 'FAILED' && !expected.problems.includes(run.problem?.code ?? ''))
    found.push(`It failed of ${run.problem?.code ?? 'nothing'} and should have failed of ${expected.problems.join(' or ')}.`);
  const done = new Set(run.done);
  for (const path of expected.mustDo) if (!done.has(path)) found.push(`${path} was not done.`);
  for (const path of run.done) if (!expected.mayDo.includes(path)) found.push(`${path} was done and should not have been.`);
  if (done.size < run.done.length) found.push('Something was done twice.');
  found.push(...outOfOrder(expected, run.done));
  if (run.approvals < expected.approvals.min || run.approvals > expected.approvals.max)
    found.push(`People were asked ${run.approvals} times instead of ${expected.approvals.min} to ${expected.approvals.max}.`);
  if (run.costMicros > expected.costMaxMicros + run.undone.length * UNDO_MICROS)
    found.push(`It cost ${run.costMicros} micro-dollars; ${expected.costMaxMicros} was the most.`);
  const undone = expected.undone ? run.done.toReversed() : [];
  if (run.undone.join(' ') !== undone.join(' '))
    found.push(`Undone was ${run.undone.join(', ') || 'nothing'} instead of ${undone.join(', ') || 'nothing'}.`);
  found.push(...effects(runId, run));
  return found;
}

/** Compensations are calls as well; no tier costs more. */
const UNDO_MICROS = 10_000;

function outOfOrder({ needs }: Expectation, done: readonly string[]): readonly string[] {
  const at = new Map(done.map((path, index) => [path, index]));
  return done.flatMap((path, index) =>
    (needs.get(path) ?? []).flatMap((need) => ((at.get(need) ?? Infinity) < index ? [] : [`${path} was done before ${need}.`])),
  );
}

/** What was done stands, and what was undone does not. What a network swallowed, or was under way, while the run was ended may stand as well. */
function effects(runId: string, run: RunRecord): readonly string[] {
  const undone = new Set(run.undone);
  const stands = new Set(run.standing);
  const kept = run.done.filter((path) => !undone.has(path)).map((path) => keyOf(runId, path, 'CALL'));
  const swallowed = [...run.faults].flatMap(([path, kind]) => (kind === 'NETWORK_PARTITION' ? [keyOf(runId, path, 'CALL')] : []));
  const cut = run.cut.map((path) => keyOf(runId, path, 'CALL'));
  const explained = new Set([...kept, ...swallowed, ...cut]);
  return [
    ...kept.flatMap((key) => (stands.has(key) ? [] : [`The effect of ${key} is not there.`])),
    ...run.standing.flatMap((key) => (explained.has(key) ? [] : [`The effect of ${key} stands and nobody knows of it.`])),
  ];
}
