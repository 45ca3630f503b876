import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntitySchema } from '@mikro-orm/postgresql';
import type { ExecutionResult } from 'graphql';
import { loadConfig } from '../../subgraphs/kernel/config/config.ts';
import { openDatabase } from '../../subgraphs/kernel/database/database.ts';
import { buildSubgraph } from '../../subgraphs/kernel/federation/build-subgraph.ts';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import { createSubgraphExecutor, type SubgraphExecutor } from '../../subgraphs/kernel/federation/execute-subgraph.ts';
import type { SubgraphModule } from '../../subgraphs/kernel/federation/subgraph-module.ts';
import { startEventPump } from '../../subgraphs/kernel/outbox/event-pump.ts';
import type { System } from '../../subgraphs/kernel/system.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import type { Role, UserViewer, Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { createWorkerPool } from '../../subgraphs/kernel/worker/worker-pool.ts';
import { openTestDatabase } from './database.ts';

export interface TestSystem extends AsyncDisposable {
  system: System;
  /** Runs an operation on one subgraph as a viewer (anonymous when left out). Foreseen errors come back in `errors`. */
  graph(subgraph: string, query: string, variables?: Record<string, unknown>, viewer?: Viewer): Promise<ExecutionResult>;
  /** A fresh tenant with its schema, and a viewer in it. */
  newTenant(role?: Role): Promise<UserViewer>;
  /** Resolves when every event has been handled. */
  settled(): Promise<void>;
}

export interface TestSubgraph {
  create: (system: System) => SubgraphModule;
  entities: readonly EntitySchema[];
}

/** The kernel on a database of its own with these subgraphs and their consumers; files under the system's temporary folder may be connected. */
export async function startTestSystem(subgraphs: readonly TestSubgraph[]): Promise<TestSystem> {
  const opened = await openTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'autonomos-test-'));
  const logger = createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const database = await openDatabase(
    { app: opened.urlFor('autonomos_app'), provisioner: opened.urlFor('autonomos_provisioner') },
    subgraphs.flatMap(({ entities }) => entities),
    logger,
  );
  const system: System = {
    config: loadConfig({ DATA_FOLDER: dataFolder }),
    topology: 'embedded',
    filesRoots: [tmpdir()],
    database,
    logger,
    metrics: createMetrics({ processMetrics: false }),
    workers: createWorkerPool(),
    secrets: { session: randomBytes(32), viewer: randomBytes(32), ownerKey: randomBytes(32).toString('base64url') },
    actions: {},
    clock: () => new Date(),
  };
  const modules = subgraphs.map(({ create }) => create(system));
  const executors = new Map<string, SubgraphExecutor>();
  for (const module of modules) executors.set(module.name, createSubgraphExecutor(await buildSubgraph(module), logger));
  const pump = startEventPump(
    system,
    modules.flatMap((module) => module.consumers),
  );
  for (const module of modules) await module.start?.();

  return {
    system,
    async graph(subgraph, query, variables = {}, viewer = { kind: 'anonymous' }) {
      const run = executors.get(subgraph);
      if (run === undefined) throw new Error(`${subgraph} is not part of this test system`);
      try {
        return await run({ query, variables }, createGraphContext({ viewer }));
      } catch (error) {
        return { errors: [error as never] };
      }
    },
    async newTenant(role = 'OWNER') {
      const tenantId = randomUUID();
      await database.tenants.create(tenantId);
      return { kind: 'user', tenantId, userId: randomUUID(), role };
    },
    settled: () => pump.settled(),
    async [Symbol.asyncDispose]() {
      for (const module of modules) await module.stop?.();
      await pump.stop();
      await system.workers.close();
      await database.close();
      await opened[Symbol.asyncDispose]();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
