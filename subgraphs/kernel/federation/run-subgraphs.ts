import type { EntitySchema } from '@mikro-orm/postgresql';
import { startEventPump, type EventPump } from '../outbox/event-pump.ts';
import { releaseClaims } from '../outbox/release-claims.ts';
import { startRunWorker, type RunWorker, type WorkOptions } from '../runs/worker/run-worker.ts';
import type { System } from '../system.ts';
import { startResealing } from '../vault/start-resealing.ts';
import { buildSubgraph, type BuiltSubgraph } from './build-subgraph.ts';
import { createSubgraphExecutor, type SubgraphExecutor } from './execute-subgraph.ts';
import { createSubgraphStreams, type SubgraphStreams } from './open-stream.ts';
import type { HttpRoute, SubgraphModule } from './subgraph-module.ts';

/** How a subgraph is made, and the rows it keeps. */
export interface SubgraphFactory {
  create: (system: System) => SubgraphModule;
  entities: readonly EntitySchema[];
}

export interface RunningSubgraph {
  built: BuiltSubgraph;
  execute: SubgraphExecutor;
  openStream: SubgraphStreams;
  routes: readonly HttpRoute[];
}

export interface RunningSubgraphs {
  byName: ReadonlyMap<string, RunningSubgraph>;
  /** Resolves when every committed event has been handled and, where this process works, no durable run has anything to be done. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Builds the subgraphs, follows the event log for them, and picks up what an earlier process left unfinished. `work`: how this process works
 * on durable runs; null when it only serves graphs, and starts and tells runs that others work on.
 */
export async function runSubgraphs(
  system: System,
  factories: readonly SubgraphFactory[],
  work: WorkOptions | null,
): Promise<RunningSubgraphs> {
  const modules = factories.map(({ create }) => create(system));
  for (const workflow of modules.flatMap((module) => module.workflows ?? [])) system.runs.workflows.add(workflow);
  for (const { privacy } of modules) system.privacy.add(privacy);
  const running = await Promise.all(
    modules.map(async (module): Promise<[string, RunningSubgraph]> => {
      const built = await buildSubgraph(module);
      return [
        module.name,
        {
          built,
          execute: createSubgraphExecutor(built, system.logger),
          openStream: createSubgraphStreams(built, module.streams ?? {}),
          routes: module.routes ?? [],
        },
      ];
    }),
  );
  if (work?.soleWorker === true) await releaseClaims(system.database);
  const pump = await startEventPump(
    system,
    modules.flatMap((module) => module.consumers),
  );
  const worker = work === null ? null : await startRunWorker({ ...system, workflows: system.runs.workflows }, work);
  for (const module of modules) await module.start?.();
  const resealing = startResealing(
    system,
    modules.flatMap(({ sealed = [] }) => sealed),
  );
  return {
    byName: new Map(running),
    settled: () => settled(pump, worker),
    async stop() {
      await Promise.all([...modules.map(async (module) => module.stop?.()), worker?.stop(), resealing.stop()]);
      await pump.stop();
    },
  };
}

/** Events start runs, and runs write events: both have to be found at rest, and still so after the other was. */
async function settled(pump: EventPump, worker: RunWorker | null): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    await pump.settled();
    quiet = worker === null || (await worker.settled()) === 'AT_REST' ? quiet + 1 : 0;
  }
}
