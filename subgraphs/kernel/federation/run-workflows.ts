import { startEventPump } from '../outbox/event-pump.ts';
import { startRunWorker, type WorkOptions } from '../runs/worker/run-worker.ts';
import type { System } from '../system.ts';
import type { SubgraphFactory } from './run-subgraphs.ts';

/** Works on the durable runs of these subgraphs, without serving their graphs or handling their events. */
export async function runWorkflows(
  system: System,
  factories: readonly SubgraphFactory[],
  work: WorkOptions,
): Promise<{ stop(): Promise<void> }> {
  for (const { create } of factories) {
    const { workflows = [], privacy } = create(system);
    for (const workflow of workflows) system.runs.workflows.add(workflow);
    system.privacy.add(privacy);
  }
  // Nobody's events are handled here, but what the runs write is numbered and published at once.
  const pump = await startEventPump(system, []);
  const worker = await startRunWorker({ ...system, workflows: system.runs.workflows }, work);
  return {
    async stop() {
      await worker.stop();
      await pump.stop();
    },
  };
}
