import { assertNever } from '../../kernel/assert-never.ts';
import { MAX_ATTEMPTS, type Plan, type PlannedCall } from './plan.ts';
import { TIERS, type FarmAgent } from './scenario/scenario.ts';
import type { Fault, Schedule } from './schedule.ts';

/** What one run has to come to, worked out from the schedule before anything runs, and without what runs it. */
export interface Expectation {
  status: 'SUCCEEDED' | 'FAILED';
  /** Any of these: where calls run side by side, which of two failures comes first is nobody's promise. */
  problems: readonly string[];
  /** Calls that have to be done, and those that may be: the same but where calls run side by side and one of them fails. */
  mustDo: readonly string[];
  mayDo: readonly string[];
  /** What is done has to be done after these. */
  needs: ReadonlyMap<string, readonly string[]>;
  /** How many times a person has to be asked. */
  approvals: { min: number; max: number };
  costMaxMicros: number;
  /** Whether all that was done has to be undone, last first. */
  undone: boolean;
}

/** What becomes of one call by itself. */
export interface CallResult {
  problem: string | null;
  attempts: number;
  approvals: number;
}

/** Works out what a run of a plan has to come to. */
export function expect({ workflow, calls }: Plan, schedule: Schedule, agent: FarmAgent): Expectation {
  const results = new Map(calls.map(({ path }) => [path, resultOf(schedule.get(path))]));
  const needs = new Map(calls.map((call) => [call.path, call.needs]));
  const before = ancestors(calls);
  const fails = (path: string): boolean => results.get(path)?.problem != null;
  const reached = calls.map(({ path }) => path).filter((path) => ![...(before.get(path) ?? [])].some(fails));
  const failing = reached.filter(fails);
  const mayDo = reached.filter((path) => !fails(path));
  const mustDo = failing.length === 0 ? mayDo : mayDo.filter((path) => failing.every((fail) => before.get(fail)?.has(path) === true));
  const asked = (paths: readonly string[]): number => paths.reduce((sum, path) => sum + (results.get(path)?.approvals ?? 0), 0);
  const undone = workflow.shape === 'SAGA' && failing.length > 0;
  const tries = reached.reduce((sum, path) => sum + (results.get(path)?.attempts ?? 0), 0);
  return {
    status: failing.length === 0 ? 'SUCCEEDED' : 'FAILED',
    problems: [...new Set(failing.flatMap((path) => results.get(path)?.problem ?? []))],
    mustDo,
    mayDo,
    needs,
    approvals: { min: asked(mustDo) + (failing.length === 1 ? asked(failing) : 0), max: asked(reached) },
    costMaxMicros: tries * TIERS[agent.tier],
    undone,
  };
}

/** Everything that is done before each call. */
function ancestors(calls: readonly PlannedCall[]): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, ReadonlySet<string>>();
  // A call stands after those it needs.
  for (const { path, needs } of calls) before.set(path, new Set(needs.flatMap((need) => [need, ...(before.get(need) ?? [])])));
  return before;
}

function resultOf(fault: Fault | undefined): CallResult {
  const fine = { problem: null, attempts: 1, approvals: 0 };
  if (fault === undefined) return fine;
  switch (fault.kind) {
    case 'TOOL_TIMEOUT':
    case 'TOOL_FAILURE':
    case 'AGENT_CONFLICT':
    case 'RATE_LIMIT':
    case 'CORRUPTED_PAYLOAD':
    case 'NETWORK_PARTITION':
      if (fault.times < MAX_ATTEMPTS) return { ...fine, attempts: fault.times + 1 };
      return { ...fine, attempts: MAX_ATTEMPTS, problem: PROBLEMS[fault.kind] };
    case 'POLICY_VIOLATION':
      if (fault.verdict === 'DENY') return { ...fine, problem: 'ACTION_DENIED' };
      return { ...fine, approvals: 1, problem: fault.verdict === 'REJECT' ? 'ACTION_REJECTED' : null };
    case 'WORKER_KILLED':
    case 'MEMORY_PRESSURE':
      return fine;
    default:
      return assertNever(fault);
  }
}

/** What a call fails of that never gets over it. */
export const PROBLEMS = {
  TOOL_TIMEOUT: 'TOOL_TIMED_OUT',
  TOOL_FAILURE: 'TOOL_BROKEN',
  AGENT_CONFLICT: 'RECORD_HELD',
  RATE_LIMIT: 'RATE_LIMITED',
  CORRUPTED_PAYLOAD: 'TOOL_OUTPUT_INVALID',
  NETWORK_PARTITION: 'NETWORK_LOST',
} as const;
