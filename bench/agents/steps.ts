import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AgentService } from '../../subgraphs/agents/agent/agent.service.ts';
import { pilotIdOf } from '../../subgraphs/agents/agent/pilots.ts';
import { Ledger } from '../../subgraphs/agents/budgets/ledger.ts';
import type { Governor } from '../../subgraphs/agents/governance/governor.ts';
import { NO_MODELS } from '../../subgraphs/agents/models/no-models.ts';
import type { Tool } from '../../subgraphs/agents/tools/tool.ts';
import { builtIn } from '../../subgraphs/agents/workflows/catalogue/built-in.ts';
import { Catalogue } from '../../subgraphs/agents/workflows/catalogue/catalogue.ts';
import { Programs } from '../../subgraphs/agents/workflows/catalogue/programs.ts';
import type { StepDefinition, WorkflowDefinition } from '../../subgraphs/agents/workflows/definition/definition.ts';
import { flowWorkflow } from '../../subgraphs/agents/workflows/executor/flow-workflow.ts';
import type { WorkflowPorts } from '../../subgraphs/agents/workflows/executor/ports.ts';
import { WorkflowRunService } from '../../subgraphs/agents/workflows/runs/workflow-run.service.ts';
import { startEventPump } from '../../subgraphs/kernel/outbox/event-pump.ts';
import { startRunWorker } from '../../subgraphs/kernel/runs/worker/run-worker.ts';
import type { Load } from './dbos-alone.ts';
import type { Ground } from './ground.ts';

/** More than any run here takes. */
const MAX_STEPS = 1_000_000;
const TOOL: Tool = {
  name: 'bench.nothing',
  title: 'Nothing',
  description: 'Gives back what it is given.',
  complexity: 1,
  input: z.json(),
  schema: {},
  effect: 'KEYED',
  call: ({ input }) => Promise.resolve({ output: input }),
};

/** A chain of calls of a tool that costs nothing and is there at once: what is left is what keeping account of steps takes. */
function chain(steps: number): WorkflowDefinition {
  const step = (index: number): StepDefinition => ({
    id: `s${index}`,
    kind: 'TOOL',
    title: `Step ${index}`,
    dependsOn: index === 0 ? [] : [`s${index - 1}`],
    onError: 'FAIL',
    tool: TOOL.name,
    input: { index },
  });
  return {
    name: 'bench-chain',
    title: 'Chain',
    description: 'One step after another.',
    input: {},
    steps: Array.from({ length: steps }, (_, index) => step(index)),
    onFailure: 'STOP',
  };
}

/** Runs of a chain of steps, carried out by our workers on this database. @returns steps a second, from the start of the first run to the end of the last */
export async function stepsOfOurs({ system, carrierUrl }: Ground, governor: Governor, { runs, steps, inFlight }: Load): Promise<number> {
  const tenantId = randomUUID();
  const programs = new Programs();
  const agents = new AgentService(system);
  const unbounded: WorkflowPorts['agents'] = {
    find: async (unit, id) => {
      const agent = await agents.find(unit, id);
      return agent && { ...agent, maxSteps: MAX_STEPS };
    },
  };
  const starter = new WorkflowRunService(system, new Catalogue(system, builtIn([chain(steps)])), programs, unbounded);
  const never = (): never => {
    throw new Error('nothing in this chain asks for it');
  };
  const ports: WorkflowPorts = {
    tools: { find: () => Promise.resolve(TOOL), list: () => Promise.resolve([TOOL]) },
    effects: { plan: never, done: never, doubt: never, undone: never, find: never, giveUp: never },
    governor: {
      ...governor,
      judge: () => ({ verdict: 'EXECUTE', reason: 'A benchmark.', rule: 'bench', version: 1 }),
      note: () => undefined,
    },
    budgets: new Ledger(system.clock),
    approvals: { ask: never, decided: never, withdraw: () => Promise.resolve() },
    agents: unbounded,
    models: NO_MODELS,
  };
  system.runs.workflows.add(flowWorkflow({ system, programs, runs: starter, ports }));
  const pump = await startEventPump(system, []);
  const ended = await watchEnds(system);
  const worker = await startRunWorker({ ...system, workflows: system.runs.workflows }, { carrierUrl, soleWorker: true });
  try {
    await system.database.tenants.create(tenantId);
    await system.database.unitOfWork(tenantId, (unit) => agents.ensurePilots(unit));
    const agentId = pilotIdOf(tenantId, 'DATAOPS');
    const carry = async (): Promise<void> => {
      const id = randomUUID();
      const ends = ended.of(id);
      await system.database.unitOfWork(tenantId, (unit) =>
        starter.start(unit, {
          id, agentId, workflow: 'bench-chain', version: null, input: {}, mode: 'LIVE', cause: { kind: 'FARM', farmRunId: id },
        }),
      ); // prettier-ignore
      await ends;
    };
    await carry();
    let begun = 0;
    const started = performance.now();
    // As many as are to be under way are: one more begins for each that has ended.
    const next = async (): Promise<void> => {
      while (begun++ < runs) await carry();
    };
    await Promise.all(Array.from({ length: inFlight }, next));
    return (runs * steps) / ((performance.now() - started) / 1_000);
  } finally {
    ended.close();
    await worker.stop();
    await pump.stop();
  }
}

/** Tells of each run when it has ended, as the event log does. */
async function watchEnds({ events }: Ground['system']): Promise<{ of: (runId: string) => Promise<void>; close: () => void }> {
  const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const close = await events.watch(
    ['runs.changed'],
    ({ payload }) => {
      if (!('runId' in payload) || !('kind' in payload) || payload.kind !== 'FINISHED') return;
      const { runId, status } = payload;
      if (status === 'SUCCEEDED') waiting.get(runId)?.resolve();
      else waiting.get(runId)?.reject(new Error(`a run of the benchmark is ${status}`));
      waiting.delete(runId);
    },
    new Date(),
  );
  return { of: (runId) => new Promise((resolve, reject) => waiting.set(runId, { resolve, reject })), close };
}
