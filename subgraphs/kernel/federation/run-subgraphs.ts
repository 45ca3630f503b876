import type { EntitySchema } from '@mikro-orm/postgresql';
import { startEventPump } from '../outbox/event-pump.ts';
import type { System } from '../system.ts';
import { buildSubgraph, type BuiltSubgraph } from './build-subgraph.ts';
import { createSubgraphExecutor, type SubgraphExecutor } from './execute-subgraph.ts';
import type { HttpRoute, SubgraphModule } from './subgraph-module.ts';

/** How a subgraph is made, and the rows it keeps. */
export interface SubgraphFactory {
  create: (system: System) => SubgraphModule;
  entities: readonly EntitySchema[];
}

export interface RunningSubgraph {
  built: BuiltSubgraph;
  execute: SubgraphExecutor;
  routes: readonly HttpRoute[];
}

export interface RunningSubgraphs {
  byName: ReadonlyMap<string, RunningSubgraph>;
  /** Resolves when every committed event has been handled. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the subgraphs, follows the event log for them, and picks up what an earlier process left unfinished. */
export async function runSubgraphs(system: System, factories: readonly SubgraphFactory[]): Promise<RunningSubgraphs> {
  const modules = factories.map(({ create }) => create(system));
  const running = await Promise.all(
    modules.map(async (module): Promise<[string, RunningSubgraph]> => {
      const built = await buildSubgraph(module);
      return [module.name, { built, execute: createSubgraphExecutor(built, system.logger), routes: module.routes ?? [] }];
    }),
  );
  const pump = await startEventPump(
    system,
    modules.flatMap((module) => module.consumers),
  );
  for (const module of modules) await module.start?.();
  return {
    byName: new Map(running),
    settled: () => pump.settled(),
    async stop() {
      await Promise.all(modules.map(async (module) => module.stop?.()));
      await pump.stop();
    },
  };
}
