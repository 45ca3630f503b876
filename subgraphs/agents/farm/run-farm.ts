import { createHash } from 'node:crypto';
import { differences } from './compare.ts';
import { expect, type Expectation } from './oracle.ts';
import { EXECUTOR_TIMEOUT_MS, planOf, REHEARSAL_TIMEOUT_MS, type Plan } from './plan.ts';
import { Rig } from './rig/rig.ts';
import { farmRules } from './rules.ts';
import type { RunRecord } from './run-record.ts';
import { FAULTS, type FarmAgent, type FarmForm, type FarmWorkflow, type FaultKind, type Scenario } from './scenario/scenario.ts';
import { scheduleOf, type Fault, type Schedule } from './schedule.ts';

export type Verdict = 'PASS' | 'DEGRADED' | 'FAIL';

/** One workflow of a scenario, run, beside what the oracle had said. */
export interface FarmCase {
  workflow: FarmWorkflow;
  expected: Expectation;
  run: RunRecord;
  /** How it differs from what had to come of it; empty: it equals the oracle. */
  differences: readonly string[];
  schedule: Schedule;
}

export interface FarmReport {
  scenario: string;
  /** What it ran on. */
  form: FarmForm;
  seed: number;
  /** Of what was done to which call: the same for the same scenario with the same seed, whatever it ran on. */
  schedule: string;
  verdict: Verdict;
  /** What the oracle had said before anything ran. */
  foretold: Verdict;
  /** Whether every run equals the oracle. */
  agrees: boolean;
  runs: { total: number; succeeded: number; failed: number; stuck: number; different: number };
  approvals: number;
  costMicros: number;
  workersLost: number;
  /** By kind: how many calls it was done to, and how many of their runs succeeded all the same. */
  faults: readonly { kind: FaultKind; scheduled: number; tookEffect: number; survived: number }[];
  /** What broke, where and why. */
  broken: readonly {
    workflow: string;
    shape: string;
    agent: string;
    problem: string;
    faults: readonly string[];
    differences: readonly string[];
  }[];
}

const DIGEST_CHARACTERS = 16;

/** Who works at what, what is done to it, and what has to come of it: all there before anything runs. */
export interface Foretold {
  plan: Plan;
  schedule: Schedule;
  agent: FarmAgent;
  expected: Expectation;
}

/** @throws Error when a workflow has an agent that is not there; readScenario tells such things beforehand */
export function foretell(scenario: Scenario): readonly Foretold[] {
  const timeoutMs = scenario.form === 'EXECUTOR' ? EXECUTOR_TIMEOUT_MS : REHEARSAL_TIMEOUT_MS;
  return scenario.workflows.map((workflow) => {
    const agent = scenario.agents.find(({ id }) => id === workflow.agent);
    if (agent === undefined) throw new Error(`there is no agent ${workflow.agent}`);
    const plan = planOf(workflow, scenario.seed, timeoutMs);
    const schedule = scheduleOf(scenario, plan);
    return { plan, schedule, agent, expected: expect(plan, schedule, agent) };
  });
}

/** Runs a scenario; cases come as they end. @throws when the signal is aborted */
export type FarmRunner = (scenario: Scenario, foretold: readonly Foretold[], signal: AbortSignal) => AsyncIterable<FarmCase>;

/** Rehearses a scenario, one workflow after the other: each has a time of its own. */
export async function* rehearse(scenario: Scenario, foretold: readonly Foretold[]): AsyncGenerator<FarmCase> {
  const rules = farmRules(scenario.agents);
  for (const each of foretold) {
    const { plan, schedule, agent } = each;
    const run = await new Rig(plan, schedule, agent, rules, scenario.seed).run();
    yield caseOf(each, plan.workflow.id, run);
  }
}

/** What a run came to beside what had to come of it. @param runId as it stands in the keys of its effects */
export function caseOf({ plan, schedule, expected }: Foretold, runId: string, run: RunRecord): FarmCase {
  return { workflow: plan.workflow, expected, run, schedule, differences: differences(runId, expected, run) };
}

/** Cases as their workflows stand in the scenario, whichever ended first. */
export function inOrderOf({ workflows }: Scenario, cases: readonly FarmCase[]): readonly FarmCase[] {
  const place = new Map(workflows.map(({ id }, at) => [id, at]));
  return cases.toSorted((a, b) => (place.get(a.workflow.id) ?? 0) - (place.get(b.workflow.id) ?? 0));
}

/** At least 95 of 100 runs succeeded, at least 80, or fewer. */
export function verdictOn(succeeded: number, total: number): Verdict {
  const share = total === 0 ? 1 : succeeded / total;
  return share >= 0.95 ? 'PASS' : share >= 0.8 ? 'DEGRADED' : 'FAIL';
}

/** @param cases in the order of the scenario */
export function reportOn({ name, form, seed }: Scenario, foretold: readonly Foretold[], cases: readonly FarmCase[]): FarmReport {
  const count = (holds: (each: FarmCase) => boolean): number => cases.filter(holds).length;
  const sum = (of: (run: RunRecord) => number): number => cases.reduce((all, { run }) => all + of(run), 0);
  const succeeded = count(({ run }) => run.status === 'SUCCEEDED');
  return {
    scenario: name,
    form,
    seed,
    schedule: digestOf(foretold),
    verdict: verdictOn(succeeded, cases.length),
    foretold: verdictOn(foretold.filter(({ expected }) => expected.status === 'SUCCEEDED').length, foretold.length),
    agrees: cases.every((each) => each.differences.length === 0),
    runs: {
      total: cases.length,
      succeeded,
      failed: count(({ run }) => run.status === 'FAILED'),
      stuck: count(({ run }) => run.status === 'STUCK'),
      different: count((each) => each.differences.length > 0),
    },
    approvals: sum(({ approvals }) => approvals),
    costMicros: sum(({ costMicros }) => costMicros),
    workersLost: sum(({ workersLost }) => workersLost),
    faults: FAULTS.map((kind) => ofFault(kind, cases)),
    broken: cases.flatMap(broken),
  };
}

function digestOf(foretold: readonly Foretold[]): string {
  const all = foretold.map(({ plan, schedule }) => [plan.workflow.id, ...schedule]);
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, DIGEST_CHARACTERS);
}

function ofFault(kind: FaultKind, cases: readonly FarmCase[]): FarmReport['faults'][number] {
  let [scheduled, tookEffect, survived] = [0, 0, 0];
  for (const { schedule, run } of cases) {
    scheduled += [...schedule.values()].filter((fault) => fault.kind === kind).length;
    const took = [...run.faults.values()].filter((taken) => taken === kind).length;
    tookEffect += took;
    if (run.status === 'SUCCEEDED') survived += took;
  }
  return { kind, scheduled, tookEffect, survived };
}

function broken({ workflow, run, schedule, differences }: FarmCase): FarmReport['broken'] {
  if (run.status === 'SUCCEEDED' && differences.length === 0) return [];
  const problem = run.problem === null ? run.status : `${run.problem.code}: ${run.problem.message}`;
  const faults = [...run.faults.keys()].map((path) => `${path}: ${words(schedule.get(path))}`);
  return [{ workflow: workflow.id, shape: workflow.shape, agent: workflow.agent, problem, faults, differences }];
}

function words(fault: Fault | undefined): string {
  if (fault === undefined) return '';
  if ('times' in fault) return `${fault.kind} ×${fault.times}`;
  if (fault.kind === 'MEMORY_PRESSURE') return fault.kind;
  return `${fault.kind} ${fault.kind === 'WORKER_KILLED' ? fault.moment : fault.verdict}`;
}
