import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, type Database } from '../../subgraphs/kernel/database/database.ts';
import type { EventTransport } from '../../subgraphs/kernel/events/event-transport.ts';
import { memoryTransport } from '../../subgraphs/kernel/events/memory-transport.ts';
import type { Login } from '../../subgraphs/kernel/database/roles.ts';
import type { Locks } from '../../subgraphs/kernel/locks/locks.ts';
import { createMemoryLocks } from '../../subgraphs/kernel/locks/memory-locks.ts';
import { createLogger, type Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics, type Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { openTestDatabase } from './database.ts';

/** The kernel without subgraphs, on a database of its own. */
export interface TestKernel extends AsyncDisposable {
  database: Database;
  logger: Logger;
  metrics: Metrics;
  /** What an event pump of this process publishes to. */
  eventTransport: EventTransport;
  locks: Locks;
  clock: () => Date;
  config: { outboxRetentionDays: number };
  urlFor(login: Login): string;
  /** A second process on the same database: pools of its own, closed with the kernel. */
  anotherProcess(): Promise<Database>;
  /** Id of a fresh tenant; with its schema when asked for. */
  newTenant(options?: { schema: boolean }): Promise<string>;
  /**
   * Whether all connections share one backend, as the embedded database's do: a transaction left open then holds up everybody, so what
   * needs two open transactions cannot be tried there.
   */
  oneBackend: boolean;
}

/** Opens a kernel; close it with `await using` or its dispose. */
export async function openTestKernel(): Promise<TestKernel> {
  const opened = await openTestDatabase();
  const logger = createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const urls = { app: opened.urlFor('autonomos_app'), provisioner: opened.urlFor('autonomos_provisioner') };
  const metrics = createMetrics({ processMetrics: false });
  const processes: Database[] = [];
  const open = async (): Promise<Database> => {
    const database = await openDatabase(urls, [], { logger, metrics, slowMs: null });
    processes.push(database);
    return database;
  };
  const database = await open();
  const version = await database.systemWork((db) => sql<{ version: string }>`select version()`.execute(db));
  return {
    database,
    logger,
    metrics,
    eventTransport: memoryTransport(),
    locks: createMemoryLocks(),
    clock: () => new Date(),
    config: { outboxRetentionDays: 7 },
    urlFor: (login) => opened.urlFor(login),
    anotherProcess: open,
    async newTenant(options = { schema: false }) {
      const tenantId = randomUUID();
      if (options.schema) await database.tenants.create(tenantId);
      return tenantId;
    },
    oneBackend: /emscripten|wasm/i.test(version.rows[0]?.version ?? ''),
    async [Symbol.asyncDispose]() {
      await Promise.all(processes.map((each) => each.close()));
      await opened[Symbol.asyncDispose]();
    },
  };
}
