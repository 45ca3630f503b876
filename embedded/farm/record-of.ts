import { pathOf, type AtOtherSide } from '../../subgraphs/agents/farm/executor/other-side.ts';
import type { Foretold } from '../../subgraphs/agents/farm/run-farm.ts';
import { keyOf, type RunRecord } from '../../subgraphs/agents/farm/run-record.ts';
import type { ShownRun } from './farm-company.ts';

const MICROS_PER_DOLLAR = 1_000_000;

/** What a run came to: what was done as the graph says, in the order in which the other side saw it. */
export function recordOf({ id, foretold, faults, world }: AtOtherSide & { id: string; foretold: Foretold }, shown: ShownRun): RunRecord {
  const calls = shown.steps.filter(({ key }) => foretold.plan.calls.some(({ path }) => path === key));
  const place = new Map(world.done.map((key, at) => [key, at]));
  const placeOf = (path: string): number => place.get(keyOf(id, path, 'CALL')) ?? Infinity;
  const having = (status: string): string[] => calls.filter((step) => step.status === status).map(({ key }) => key);
  const failed = calls.find(({ status }) => status === 'FAILED');
  return {
    status: statusOf(shown),
    problem: shown.problem === null ? null : { code: failed?.problemCode ?? '', message: shown.problem },
    done: having('SUCCEEDED').toSorted((a, b) => placeOf(a) - placeOf(b)),
    undone: world.undone.flatMap((key) => pathOf(id, key) ?? []),
    cut: having('CANCELLED'),
    approvals: shown.approvals,
    costMicros: Math.round((shown.costUsd ?? 0) * MICROS_PER_DOLLAR),
    tookMs: shown.finishedAt === null ? 0 : shown.finishedAt.getTime() - shown.startedAt.getTime(),
    workersLost: [...faults.taken.values()].filter((kind) => kind === 'WORKER_KILLED').length,
    faults: takenOf(foretold, faults.taken, shown),
    standing: world.standing(),
  };
}

/** A call that was refused was never heard of at the other side. */
function takenOf({ schedule }: Foretold, taken: RunRecord['faults'], { steps }: ShownRun): RunRecord['faults'] {
  const begun = new Set(steps.filter(({ attempts }) => attempts > 0).map(({ key }) => key));
  const judged = [...schedule].filter(([path, { kind }]) => kind === 'POLICY_VIOLATION' && begun.has(path));
  return new Map([...taken, ...judged.map(([path, { kind }]) => [path, kind] as const)]);
}

function statusOf({ status, finishedAt }: ShownRun): RunRecord['status'] {
  if (finishedAt === null) return 'STUCK';
  return status === 'SUCCEEDED' || status === 'CANCELLED' ? status : 'FAILED';
}
