import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../../embedded/postgres/embedded-postgres.ts';
import { migrations } from '../../../migrations/index.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openDatabase } from '../database/database.ts';
import { migrateUp } from '../database/migrate.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { prepareSegments } from './carrier/prepare-segments.ts';
import { DurableRunRow } from './durable-run.entity.ts';
import { DurableRuns } from './durable-runs.ts';
import { work } from './runs.testkit.ts';
import { startRunWorker } from './worker/run-worker.ts';

const PAGES = 40;

test('the database process is killed while a run is worked on: the run ends, and every page was committed once', async () => {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-away-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const postgres = opened.use(await startEmbeddedPostgres({ dataFolder: folder, onLog: () => undefined }));
  const logger = createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent');
  await migrateUp(postgres.urlFor('autonomos_migrator'), migrations);
  await prepareSegments(postgres.urlFor('autonomos_workflows'), logger);
  const metrics = createMetrics({ processMetrics: false });
  const urls = { app: postgres.urlFor('autonomos_app'), provisioner: postgres.urlFor('autonomos_provisioner') };
  const database = opened.adopt(await openDatabase(urls, [], { logger, metrics, slowMs: null }), (open) => open.close());

  const runs = new DurableRuns();
  const reading = Promise.withResolvers<void>();
  const step = work('READ', async (context) => {
    for (let page = typeof context.checkpoint === 'number' ? context.checkpoint : 0; page < PAGES; page += 1) {
      await context.commit(async (unit, handle) => {
        unit.emit('insights.metrics-refreshed', { connectionId: context.runId, syncId: null, proposalId: null, available: page });
        handle.checkpoint(page + 1);
        handle.progress((page + 1) / PAGES, null);
      });
      if (page === 3) reading.resolve();
    }
  });
  runs.workflows.add({ name: 'test.read', title: 'Read', steps: [step] });
  const worker = opened.adopt(
    await startRunWorker(
      { database, logger, metrics, workflows: runs.workflows },
      { carrierUrl: postgres.urlFor('autonomos_workflows'), soleWorker: true },
    ),
    (started) => started.stop(),
  );
  const [tenantId, id] = [randomUUID(), randomUUID()];
  await database.unitOfWork(tenantId, (unit) =>
    runs.start(unit, { id, workflow: 'test.read', title: 'Read', subject: {}, startedBy: null }),
  );
  await reading.promise;
  process.kill(postgres.pid ?? 0, 'SIGKILL');

  const status = () => database.unitOfWork(tenantId, async ({ em }) => (await em.findOneOrFail(DurableRunRow, { id })).status);
  await eventually('the run has ended', async () => (await status().catch(() => 'RUNNING')) !== 'RUNNING', 60_000);
  expect(await status()).toBe('SUCCEEDED');
  const pages = await database.unitOfWork(tenantId, ({ em }) =>
    em.execute<{ page: number }[]>(
      `select (payload ->> 'available')::int as page from outbox_entry where topic = 'insights.metrics-refreshed' order by created_at, position`,
    ),
  );
  expect(pages.map(({ page }) => page)).toEqual(Array.from({ length: PAGES }, (_, page) => page));
  await worker.settled();
});
