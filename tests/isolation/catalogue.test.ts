import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../subgraphs/kernel/database/database.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { tenantSchemaName } from '../../subgraphs/kernel/tenancy/tenant-names.ts';
import { openTestDatabase, type TestDatabase } from '../testkit/database.ts';
import { CATALOGUE_CHECKS, catalogueFaults, tenantTables } from './catalogue.ts';
import { databaseMutants, withMutant } from './mutants/database.ts';
import { report } from './report.ts';

const TENANTS = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;

let opened: TestDatabase;
let database: Database;
let client: Client;
beforeAll(async () => {
  opened = await openTestDatabase();
  const urls = { app: opened.urlFor('autonomos_app'), provisioner: opened.urlFor('autonomos_provisioner') };
  database = await openDatabase(urls, [], {
    logger: createLogger('silent'),
    metrics: createMetrics({ processMetrics: false }),
    slowMs: null,
  });
  for (const tenant of TENANTS) await database.tenants.create(tenant);
  client = new Client({ connectionString: opened.superuserUrl ?? opened.urlFor('autonomos_migrator') });
  await client.connect();
});
afterAll(async () => {
  for (const tenant of TENANTS) await database.tenants.drop(tenant);
  await client.end();
  await database.close();
  await opened[Symbol.asyncDispose]();
});

describe('the database as it is', () => {
  test.each(CATALOGUE_CHECKS)('$name', async ({ faults }) => {
    expect(await faults(client)).toEqual([]);
  });

  test('was looked at', async () => {
    expect((await tenantTables(client)).length).toBeGreaterThan(10);
  });
});

/** Every guard of every table is taken away once, and everything looked at each time. */
const MUTANTS_MS = 300_000;

describe('the checks themselves', () => {
  test(
    'find every guard that is taken away',
    async (context) => {
      context.skip(opened.superuserUrl === null, 'the embedded database lets nobody take its guards away');
      const [one, other] = TENANTS;
      const mutants = await databaseMutants(client, [tenantSchemaName(one), tenantSchemaName(other)]);
      const before = new Set(await catalogueFaults(client));
      const lived: string[] = [];
      for (const mutant of mutants) {
        const faults = await withMutant(client, mutant, () => catalogueFaults(client));
        if (faults.every((fault) => before.has(fault))) lived.push(mutant.name);
      }
      await report({ mutants: mutants.length, caught: mutants.length - lived.length });
      expect(lived).toEqual([]);
    },
    MUTANTS_MS,
  );
});
