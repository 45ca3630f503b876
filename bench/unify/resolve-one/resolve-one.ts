import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { createWorkerPool } from '../../../subgraphs/kernel/worker/worker-pool.ts';
import { ResolveService } from '../../../subgraphs/ontology/resolution/work/resolve.service.ts';
import { defineTable } from '../../../subgraphs/ontology/publishing/define-tables.ts';
import { withClient } from '../../../tests/testkit/postgres-cluster.ts';
import type { Bench, Given } from '../../bench.ts';
import { watchMemory } from '../../ingest/watch-memory.ts';
import { type BenchDatabase, openBenchDatabase } from './bench-database.ts';
import { type MadeCompany, madeCompany } from './made-companies.ts';

const PAGE_ROWS = 5_000;
const WARM_UP = 200;

/** Resolves many records in PostgreSQL, then new ones as they come. */
export const resolveOne: Bench = {
  summary: 'a new record is resolved against --rows others in PostgreSQL: milliseconds; and all of those before: seconds, memory',
  options: {
    rows: { kind: 'NUMBER', fallback: 1_000_000, minimum: 1_000, about: 'records that are there before' },
    arrivals: { kind: 'NUMBER', fallback: 2_000, minimum: 100, about: 'records that come one by one' },
    database: { kind: 'TEXT', fallback: null, about: 'a superuser’s URL of a PostgreSQL; without it one is started' },
  },
  async run(given) {
    await using opened = await openBenchDatabase(given.text('database'));
    const workers = createWorkerPool();
    try {
      return await measure(opened, workers, given);
    } finally {
      await workers.close();
    }
  },
};

/** Two that are there before, and one whose records come later. */
const SOURCES = [randomUUID(), randomUUID(), randomUUID()];

function entityOf(): ModelEntity {
  const attribute = (name: string, semantic: ModelEntity['attributes'][number]['semantic']): ModelEntity['attributes'][number] => ({
    id: randomUUID(), name, label: name, type: 'TEXT', semantic, canonical: name, column: name, synonyms: [], description: null, currency: null,
  }); // prettier-ignore
  const source = (objectId: string): ModelEntity['sources'][number] => ({
    connectionId: randomUUID(), connectionName: 'bench', objectId, objectName: 'companies', path: 'companies', fields: [],
  }); // prettier-ignore
  return {
    id: randomUUID(), name: 'Account', label: 'Account', pluralLabel: 'Accounts', synonyms: [], canonical: 'Account', table: 'g_account', sourceTable: 'e_account',
    attributes: [attribute('name', 'NAME'), attribute('website', 'URL'), attribute('phone', 'PHONE'), attribute('city', 'PLACE')],
    relations: [], sources: SOURCES.map(source), titleAttribute: 'name',
  }; // prettier-ignore
}

async function measure(
  { database, superuserUrl }: BenchDatabase,
  workers: ReturnType<typeof createWorkerPool>,
  given: Given,
): Promise<Record<string, number>> {
  const rows = given.number('rows');
  const tenantId = randomUUID();
  const entity = entityOf();
  await database.tenants.create(tenantId);
  await database.tenants.define(tenantId, (db) => defineTable(db as never, entity));
  const add = (companies: readonly MadeCompany[]): Promise<string[]> =>
    database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const list = JSON.stringify(companies.map((company) => ({ ...company, object: SOURCES[company.source] })));
        const added = await sql<{
          id: string;
        }>`insert into e_account (id, source_object_id, source_key, updated_at, name, website, phone, city)
          select overlay(overlay(md5(key) placing '5' from 13) placing '8' from 17)::uuid, object, key, now(), name, website, nullif(phone, ''), city from jsonb_to_recordset(${list}::jsonb)
            as c(object uuid, key text, name text, website text, phone text, city text) returning id`.execute(db);
        return added.rows.map(({ id }) => id);
      }),
    );
  for (let from = 0; from < rows; from += PAGE_ROWS)
    await add(Array.from({ length: Math.min(PAGE_ROWS, rows - from) }, (_, i) => madeCompany(from + i)));
  await withClient(superuserUrl, async (client) => void (await client.query('vacuum analyze')));
  const service = new ResolveService({ database, workers, clock: () => new Date() }, new AbortController().signal);
  const memory = watchMemory(process.pid);
  const started = performance.now();
  let told = 0;
  const report = async (fraction: number, detail: string): Promise<void> => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    given.say(`${Math.round(fraction * 100)} % · ${detail} · ${Math.round((told - started) / 1_000)} s`);
  };
  const { changedGolden } = await service.resolve(tenantId, entity, { relearn: false, report });
  const batchSeconds = (performance.now() - started) / 1_000;
  const rssMb = memory.peakMb();
  await service.settled(tenantId, entity.name, changedGolden);
  const merged = await database.unitOfWork(tenantId, (unit) =>
    unit.asTenant(async (db) =>
      Number((await sql<{ n: string }>`select count(*) as n from e_account where golden_id <> id`.execute(db)).rows[0]?.n),
    ),
  );
  given.say(`${rows} records in ${Math.round(batchSeconds)} s, ${merged} merged, ${rssMb} MB; now one by one`);
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < given.number('arrivals') + WARM_UP; i++) {
    // Half are companies that are there, written once more; half are new.
    const [id = ''] = await add([
      i % 2 === 0 ? madeCompany(Math.floor((rows / 3 / 5_000) * i) * 3 + 1, 1 + i) : madeCompany(rows + 10 + i * 3),
    ]);
    const before = performance.now();
    if (!(await service.arrive(tenantId, entity, [id]))) throw new Error('nothing was learned');
    if (i >= WARM_UP) times.push(performance.now() - before);
    const joined = await database.unitOfWork(tenantId, (unit) =>
      unit.asTenant(async (db) => (await sql`select 1 from e_account where id = ${id}::uuid and golden_id <> id`.execute(db)).rows.length),
    );
    if (i >= WARM_UP) found += joined;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (q: number): number => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 100) / 100;
  return {
    rows,
    p50_ms: quantile(0.5),
    p99_ms: quantile(0.99),
    max_ms: quantile(1),
    arrivals: sorted.length,
    joined: found,
    batch_seconds: Math.round(batchSeconds),
    batch_merged: merged,
    batch_rss_mb: Math.round(rssMb),
  };
}
