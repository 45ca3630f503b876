import type { StepDefinition, WorkflowDefinition } from '../workflows/definition/definition.ts';
import { parseDefinition } from '../workflows/definition/read-definition.ts';
import type { Json } from '../workflows/json.ts';
import { draw } from './draw.ts';
import type { FarmTool, FarmWorkflow } from './scenario/scenario.ts';

/** Tries of every call. */
export const MAX_ATTEMPTS = 3;
/** How long a call may take: in ms of a rehearsal's own time, and on the executor, where a busy machine must not be taken for a tool that is silent. */
export const REHEARSAL_TIMEOUT_MS = 1_000;
export const EXECUTOR_TIMEOUT_MS = 4_000;

/** Of the agent that runs it. */
const TIER = '{{input.tier}}';

/** A call a workflow makes when nothing goes wrong. */
export interface PlannedCall {
  /** Address of its step. */
  path: string;
  tool: FarmTool;
  /** Calls that are done before it begins. */
  needs: readonly string[];
}

/** A workflow of a scenario, made: what it says, and what it comes to. */
export interface Plan {
  workflow: FarmWorkflow;
  definition: WorkflowDefinition;
  calls: readonly PlannedCall[];
}

interface Made {
  steps: readonly object[];
  calls: readonly PlannedCall[];
}

/** Makes the workflow of a shape. The seed chooses who waits for whom, how many items and rounds there are. */
export function planOf(workflow: FarmWorkflow, seed: number, timeoutMs: number): Plan {
  const { steps, calls } = SHAPERS[workflow.shape](new Maker(workflow, seed, timeoutMs));
  const input = { tier: { type: 'STRING', description: 'What its agent’s calls cost.' } };
  const read = parseDefinition({ name: workflow.id, title: workflow.id, input, steps, onFailure: 'COMPENSATE' });
  if (read.kind === 'FAULTY') throw new Error(`the ${workflow.shape} workflow ${workflow.id} is wrong: ${JSON.stringify(read.problems)}`);
  return { workflow, definition: read.definition, calls };
}

const SHAPERS: Readonly<Record<FarmWorkflow['shape'], (make: Maker) => Made>> = {
  LINEAR: (make) => make.chain(false),
  SAGA: (make) => make.chain(true),
  DAG: (make) => make.dag(),
  PARALLEL: (make) => make.parallel(),
  MAP_REDUCE: (make) => make.mapReduce(),
  CYCLIC: (make) => make.cyclic(),
};

class Maker {
  private readonly calls: PlannedCall[] = [];
  private readonly workflow: FarmWorkflow;
  private readonly seed: number;
  private readonly timeoutMs: number;

  constructor(workflow: FarmWorkflow, seed: number, timeoutMs: number) {
    this.workflow = workflow;
    this.seed = seed;
    this.timeoutMs = timeoutMs;
  }

  chain(undone: boolean): Made {
    const steps = this.ids().map((id, at, all) => {
      const needs = all.slice(Math.max(0, at - 1), at);
      this.call(id, id, needs);
      return this.step(id, needs, undone ? { compensate: { tool: 'undo', input: { of: '{{output.key}}', tier: TIER } } } : {});
    });
    return { steps, calls: this.calls };
  }

  dag(): Made {
    const steps = this.ids().map((id, at, all) => {
      const before = all.slice(0, at).filter((other) => draw(this.seed, this.workflow.id, 'needs', id, other) < 0.4);
      const needs = before.length > 0 || at === 0 ? before : all.slice(at - 1, at);
      this.call(id, id, needs);
      return this.step(id, needs);
    });
    return { steps, calls: this.calls };
  }

  parallel(): Made {
    const count = 2 + Math.floor(draw(this.seed, this.workflow.id, 'branches') * 2);
    const each = Math.max(1, Math.floor((this.workflow.size - 2) / count));
    this.call('open', 'open', []);
    const branches = Array.from({ length: count }, (_branch, nth) => ({
      id: `branch-${nth + 1}`,
      steps: Array.from({ length: each }, (_step, at) => {
        const path = (of: number): string => `all.branch-${nth + 1}.step-${of + 1}`;
        this.call(path(at), `step-${at + 1}`, [at === 0 ? 'open' : path(at - 1)]);
        return this.step(`step-${at + 1}`, at === 0 ? [] : [`step-${at}`]);
      }),
    }));
    const ends = branches.map(({ id }) => `all.${id}.step-${each}`);
    this.call('close', 'close', ends);
    const all = { id: 'all', kind: 'PARALLEL', join: 'ALL', dependsOn: ['open'], branches };
    return { steps: [this.step('open', []), all, this.step('close', ['all'])], calls: this.calls };
  }

  mapReduce(): Made {
    const count = Math.max(1, this.workflow.size - 2);
    this.call('split', 'split', []);
    const works = Array.from({ length: count }, (_item, nth) => `map[${nth}].work`);
    for (const path of works) this.call(path, 'work', ['split']);
    this.call('reduce', 'reduce', works);
    const over: Json = works.map((_path, nth) => nth);
    const map = {
      id: 'map',
      kind: 'MAP',
      over,
      maxItems: 100,
      concurrency: 3,
      dependsOn: ['split'],
      steps: [this.step('work', [], {}, '{{item}}')],
    };
    return { steps: [this.step('split', []), map, this.step('reduce', ['map'])], calls: this.calls };
  }

  cyclic(): Made {
    const rounds = 2 + Math.floor(draw(this.seed, this.workflow.id, 'rounds') * 3);
    this.call('begin', 'begin', []);
    let before = 'begin';
    for (let round = 0; round < rounds; round += 1) {
      this.call(`loop[${round}].work`, 'work', [before]);
      this.call(`loop[${round}].look`, 'look', [`loop[${round}].work`]);
      before = `loop[${round}].look`;
    }
    this.call('finish', 'finish', [before]);
    const until = { left: '{{round}}', is: 'GTE', right: rounds };
    const steps = [this.step('work', [], {}, '{{round}}'), this.step('look', ['work'], {}, '{{round}}')];
    const loop = { id: 'loop', kind: 'REPEAT', until, maxRounds: rounds + 3, dependsOn: ['begin'], steps };
    return { steps: [this.step('begin', []), loop, this.step('finish', ['loop'])], calls: this.calls };
  }

  private ids(): readonly string[] {
    return Array.from({ length: this.workflow.size }, (_none, at) => `step-${at + 1}`);
  }

  /** Steps of the same id have the same tool, wherever they stand. */
  private toolOf(id: string): FarmTool {
    const { tools } = this.workflow;
    return tools[Math.floor(draw(this.seed, this.workflow.id, 'tool', id) * tools.length)] ?? 'crm.update';
  }

  private call(path: string, id: string, needs: readonly string[]): void {
    this.calls.push({ path, tool: this.toolOf(id), needs });
  }

  /** @param nth tells apart what a step does in several items or rounds: the same call over and over is a loop */
  private step(id: string, dependsOn: readonly string[], more: Partial<StepDefinition> = {}, nth: Json = null): object {
    const input = { run: '{{run.id}}', step: id, nth, tier: TIER };
    const retry = { maxAttempts: MAX_ATTEMPTS, firstDelayMs: 200, maxDelayMs: 2_000 };
    return { id, kind: 'TOOL', tool: this.toolOf(id), input, dependsOn, retry, timeoutMs: this.timeoutMs, ...more };
  }
}
