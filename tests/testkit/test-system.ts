import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionResult } from 'graphql';
import type { DestinationStream } from 'pino';
import { loadConfig } from '../../subgraphs/kernel/config/config.ts';
import { createMemoryCache } from '../../subgraphs/kernel/cache/memory-cache.ts';
import { createMemoryLimiter } from '../../subgraphs/kernel/limits/memory-buckets.ts';
import { openUsageMeter } from '../../subgraphs/kernel/limits/usage-meter.ts';
import { createMemoryLocks } from '../../subgraphs/kernel/locks/memory-locks.ts';
import { createDataAccess } from '../../subgraphs/kernel/data-access/data-access.ts';
import { openDatabase } from '../../subgraphs/kernel/database/database.ts';
import { memoryTransport } from '../../subgraphs/kernel/events/memory-transport.ts';
import { openAgentDoor } from '../../subgraphs/kernel/door/http-agent-door.ts';
import { startEventTail } from '../../subgraphs/kernel/events/start-event-tail.ts';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import { runSubgraphs, type RunningSubgraphs, type SubgraphFactory } from '../../subgraphs/kernel/federation/run-subgraphs.ts';
import { PrivacyRegistry } from '../../subgraphs/kernel/privacy/privacy-registry.ts';
import { openFlags } from '../../subgraphs/kernel/flags/flags.ts';
import { openJournal } from '../../subgraphs/kernel/journal/journal.ts';
import { journalKey } from '../../subgraphs/kernel/journal/journal-key.ts';
import { mergeActions } from '../../subgraphs/kernel/permissions/merge-actions.ts';
import { DurableRuns } from '../../subgraphs/kernel/runs/durable-runs.ts';
import type { System } from '../../subgraphs/kernel/system.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import type { Role, UserViewer, Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { vaultKey } from '../../subgraphs/kernel/vault/vault.ts';
import { createWorkerPool } from '../../subgraphs/kernel/worker/worker-pool.ts';
import { openTestDatabase } from './database.ts';

export interface TestSystem extends AsyncDisposable {
  system: System;
  subgraphs: RunningSubgraphs;
  /** Runs an operation on one subgraph as a viewer (anonymous when left out). Foreseen errors come back in `errors`. */
  graph(subgraph: string, query: string, variables?: Record<string, unknown>, viewer?: Viewer): Promise<ExecutionResult>;
  /** A fresh tenant with its schema, and a viewer in it. */
  newTenant(role?: Role): Promise<UserViewer>;
  /** Resolves when every event has been handled and no durable run has anything to be done. */
  settled(): Promise<void>;
}

/**
 * The kernel on a database of its own with these subgraphs and their consumers; files under the system's temporary folder may be connected.
 * `log` is given every line there is, down to level debug.
 */
export async function startTestSystem(subgraphs: readonly SubgraphFactory[], log: DestinationStream | null = null): Promise<TestSystem> {
  const opened = await openTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'autonomos-test-'));
  const logger = log === null ? createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent') : createLogger('debug', log);
  const metrics = createMetrics({ processMetrics: false });
  const viewerSecret = randomBytes(32);
  const key = journalKey(viewerSecret);
  const database = await openDatabase(
    { app: opened.urlFor('autonomos_app'), provisioner: opened.urlFor('autonomos_provisioner') },
    subgraphs.flatMap(({ entities }) => entities),
    { logger, metrics, slowMs: null },
    key,
  );
  const eventTransport = memoryTransport();
  const events = await startEventTail({ database, transport: eventTransport, logger });
  const secrets = {
    session: randomBytes(32),
    viewer: viewerSecret,
    vault: vaultKey(randomBytes(32)),
    ownerKey: randomBytes(32).toString('base64url'),
  };
  const clock = (): Date => new Date();
  const system: System = {
    config: loadConfig({ DATA_FOLDER: dataFolder }),
    topology: 'embedded',
    filesRoots: [tmpdir()],
    database,
    flags: await openFlags({ database, events, logger, clock: () => new Date() }),
    journal: openJournal({ database, logger, key, clock: () => new Date(), dataFolder }),
    journalKey: key,
    logger,
    metrics,
    workers: createWorkerPool(),
    runs: new DurableRuns(),
    privacy: new PrivacyRegistry(),
    eventTransport,
    events,
    dataAccess: createDataAccess({ database, events }),
    cache: createMemoryCache(),
    locks: createMemoryLocks(),
    limiter: createMemoryLimiter(),
    usage: openUsageMeter({ database, logger, clock: () => new Date(), defaultPlan: 'TEAM' }),
    secrets,
    door: openAgentDoor({ secret: secrets.session, url: null, clock }),
    actions: {},
    clock,
  };
  const running = await runSubgraphs(system, subgraphs, { carrierUrl: opened.urlFor('autonomos_workflows'), soleWorker: true });
  system.actions = mergeActions([...running.byName.values()].map(({ built }) => built.actions));

  return {
    system,
    subgraphs: running,
    async graph(subgraph, query, variables = {}, viewer = { kind: 'anonymous' }) {
      const run = running.byName.get(subgraph)?.execute;
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
    settled: () => running.settled(),
    async [Symbol.asyncDispose]() {
      await running.stop();
      await system.door.close();
      system.flags.close();
      await system.journal.close();
      await events.close();
      await system.workers.close();
      await system.usage.close();
      await database.close();
      await opened[Symbol.asyncDispose]();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
