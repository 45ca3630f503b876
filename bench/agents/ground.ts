import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrapRoles } from '../../embedded/postgres/bootstrap.ts';
import { STANDARD_LOGINS } from '../../embedded/postgres/logins.ts';
import { migrations } from '../../migrations/index.ts';
import { agentsEntities } from '../../subgraphs/agents/entities.ts';
import { createMemoryCache } from '../../subgraphs/kernel/cache/memory-cache.ts';
import { loadConfig } from '../../subgraphs/kernel/config/config.ts';
import { createDataAccess } from '../../subgraphs/kernel/data-access/data-access.ts';
import { openDatabase } from '../../subgraphs/kernel/database/database.ts';
import { openAgentDoor } from '../../subgraphs/kernel/door/http-agent-door.ts';
import { migrateUp } from '../../subgraphs/kernel/database/migrate.ts';
import type { Login } from '../../subgraphs/kernel/database/roles.ts';
import { memoryTransport } from '../../subgraphs/kernel/events/memory-transport.ts';
import { startEventTail } from '../../subgraphs/kernel/events/start-event-tail.ts';
import { openFlags } from '../../subgraphs/kernel/flags/flags.ts';
import { journalKey } from '../../subgraphs/kernel/journal/journal-key.ts';
import { openJournal } from '../../subgraphs/kernel/journal/journal.ts';
import { createMemoryLimiter } from '../../subgraphs/kernel/limits/memory-buckets.ts';
import { openUsageMeter } from '../../subgraphs/kernel/limits/usage-meter.ts';
import { createMemoryLocks } from '../../subgraphs/kernel/locks/memory-locks.ts';
import { PrivacyRegistry } from '../../subgraphs/kernel/privacy/privacy-registry.ts';
import { prepareSegments } from '../../subgraphs/kernel/runs/carrier/prepare-segments.ts';
import { DurableRuns } from '../../subgraphs/kernel/runs/durable-runs.ts';
import type { System } from '../../subgraphs/kernel/system.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { vaultKey } from '../../subgraphs/kernel/vault/vault.ts';
import { createWorkerPool } from '../../subgraphs/kernel/worker/worker-pool.ts';
import { withClient } from '../../tests/testkit/postgres-cluster.ts';

/** The kernel on a database of a server's own, with the agents' tables. */
export interface Ground extends AsyncDisposable {
  system: System;
  carrierUrl: string;
}

/** @param server a superuser's URL */
export async function openGround(server: string): Promise<Ground> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, async (client) => void (await client.query(`create database ${name}`)));
  const mine = new URL(server);
  mine.pathname = `/${name}`;
  await withClient(mine.href, (client) => bootstrapRoles(client, STANDARD_LOGINS));
  const urlFor = (login: Login): string => Object.assign(new URL(mine), { username: login, password: '' }).href;
  await migrateUp(urlFor('autonomos_migrator'), migrations);
  const logger = createLogger(process.env['LOG_LEVEL'] ?? 'silent');
  const carrierUrl = urlFor('autonomos_workflows');
  await prepareSegments(carrierUrl, logger);
  const dataFolder = await mkdtemp(join(tmpdir(), 'autonomos-bench-'));
  const metrics = createMetrics({ processMetrics: false });
  const viewer = randomBytes(32);
  const key = journalKey(viewer);
  const urls = { app: urlFor('autonomos_app'), provisioner: urlFor('autonomos_provisioner') };
  const database = await openDatabase(urls, agentsEntities, { logger, metrics, slowMs: null }, key);
  const eventTransport = memoryTransport();
  const events = await startEventTail({ database, transport: eventTransport, logger });
  const clock = (): Date => new Date();
  const session = randomBytes(32);
  const system: System = {
    config: loadConfig({ DATA_FOLDER: dataFolder }),
    topology: 'scaled',
    filesRoots: [],
    database,
    flags: await openFlags({ database, events, logger, clock }),
    journal: openJournal({ database, logger, key, clock, dataFolder }),
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
    usage: openUsageMeter({ database, logger, clock, defaultPlan: 'TEAM' }),
    door: openAgentDoor({ secret: session, url: null, clock }),
    secrets: { session, viewer, vault: vaultKey(randomBytes(32)), ownerKey: null },
    actions: {},
    clock,
  };
  return {
    system,
    carrierUrl,
    async [Symbol.asyncDispose]() {
      await system.door.close();
      system.flags.close();
      await system.journal.close();
      await events.close();
      await system.workers.close();
      await system.usage.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await withClient(server, async (client) => void (await client.query(`drop database if exists ${name} with (force)`)));
    },
  };
}
