import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followsFromRecords, KeptResults } from '../subgraphs/insights/knowledge/kept-results.ts';
import { numberChanges } from '../subgraphs/ontology/changes/number-changes.ts';
import { unnoted } from '../subgraphs/ontology/changes/whole.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { type GraphCompany, openGraphCompany } from './testkit/graph-company.ts';

type Db = Kysely<Record<string, never>>;

let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
});
afterAll(() => company[Symbol.asyncDispose]());

const accounts = (rows: readonly (readonly [string, number])[]): Record<string, string[]> => ({
  'accounts.csv': ['account_id,name,industry,annual_revenue', ...rows.map(([id, revenue]) => `${id},Company ${id},retail,${revenue}`)],
});
const ASK = 'query { ask(question: "how many accounts") { ... on Answer { value } } }';
const counted = async (viewer: UserViewer): Promise<number> => (await company.ask<{ ask: { value: number } }>(viewer, ASK, {})).ask.value;
const inTenant = <T>(viewer: UserViewer, work: (db: Db) => Promise<T>): Promise<T> =>
  company.t.system.database.unitOfWork(viewer.tenantId, (unit) => unit.asTenant((db) => work(db as unknown as Db)));

test('what is asked again is told from memory until a record changes, by whomever and noted or not', async () => {
  const viewer = await company.t.newTenant();
  const unified = await company.unify(viewer, accounts([['A1', 10], ['A2', 20]])); // prettier-ignore
  expect([await counted(viewer), await counted(viewer)]).toEqual([2, 2]);
  await company.resync(viewer, unified, accounts([['A1', 10], ['A2', 20], ['A3', 30]])); // prettier-ignore
  expect(await counted(viewer)).toBe(3);

  const results = new KeptResults();
  let reads = 0;
  const asked = (): Promise<unknown> =>
    inTenant(viewer, async (db) => {
      const statement = sql<Record<string, unknown>>`select count(*)::int as n from "e_account"`.compile(db);
      const [row] = await results.rows(viewer.tenantId, await results.version(viewer.tenantId, db), statement, async () => {
        reads += 1;
        return (await db.executeQuery(statement)).rows;
      });
      return row?.['n'];
    });
  expect([await asked(), await asked(), reads]).toEqual([3, 3, 1]);
  await inTenant(viewer, (db) => sql`delete from e_account where source_key = (select min(source_key) from e_account)`.execute(db));
  expect([await asked(), await asked(), reads, await counted(viewer)]).toEqual([2, 2, 2, 2]);
  await inTenant(viewer, async (db) => {
    await unnoted.execute(db);
    await sql`delete from e_account where source_key = (select min(source_key) from e_account)`.execute(db);
  });
  expect([await asked(), await asked(), reads, await counted(viewer)]).toEqual([1, 1, 3, 1]);
  await inTenant(viewer, (db) => sql`update e_account set name = name where false`.execute(db));
  await inTenant(viewer, (db) => numberChanges(db as never));
  expect([await asked(), reads]).toEqual([1, 3]);
});

test.each([
  ['select sum("t"."amount") from "e_revenue" as "t" left join "g_account" as "t_1" on "t_1"."id" = "t"."account_id"', true],
  ['select extract(month from "t"."date") from (select 1 from "e_a") as "t"', true],
  ['with "s0" as (select 1 from "e_a") select 1 from "s0"', true],
  ['select 1 from "e_a" left join lateral (select rate from exchange_rate as r) as x on true', false],
  ['select 1 from "raw_record"', false],
  ['select 1 from "e_a" where "d" < current_date', false],
])('%s follows from records alone: %s', (statement, holds) => {
  expect(followsFromRecords(statement)).toBe(holds);
});
