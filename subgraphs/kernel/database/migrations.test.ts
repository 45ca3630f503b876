import { Client } from 'pg';
import { expect, test } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../tests/testkit/database.ts';
import { migrateDown, migrateUp, migrationHistory } from './migrate.ts';

const names = migrations.map(({ name }) => name);

/** Everything in the platform's schema that a migration makes, as PostgreSQL describes it. */
const DESCRIPTION: readonly string[] = [
  `select table_name, column_name, ordinal_position, data_type, is_nullable, column_default
    from information_schema.columns where table_schema = 'public' order by 1, 3`,
  `select conrelid::regclass::text as table_name, conname, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
  `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
  `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`,
  `select relname, relkind, relrowsecurity, relforcerowsecurity, array(select unnest(relacl)::text order by 1) as grants
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S', 'v') order by 1`,
  `select proname, pg_get_functiondef(oid) as definition from pg_proc where pronamespace = 'public'::regnamespace
    and not exists (select 1 from pg_depend where objid = pg_proc.oid and deptype = 'e') order by 1`,
  `select tgrelid::regclass::text as table_name, tgname from pg_trigger where not tgisinternal order by 1, 2`,
];

async function describe(database: TestDatabase): Promise<unknown[]> {
  const client = new Client({ connectionString: database.urlFor('autonomos_migrator') });
  await client.connect();
  try {
    const parts: unknown[] = [];
    for (const query of DESCRIPTION) parts.push((await client.query(query)).rows);
    return parts;
  } finally {
    await client.end();
  }
}

test('a migrated database knows what has run, in order, and has nothing left to run', async () => {
  await using database = await openTestDatabase();
  const url = database.urlFor('autonomos_migrator');
  const history = await migrationHistory(url, migrations);
  expect(history.executed.map(({ name }) => name)).toEqual(names);
  expect(history.pending).toEqual([]);
  expect(await migrateUp(url, migrations)).toEqual([]);
});

test('everything can be taken back, and made again as it was', async () => {
  await using database = await openTestDatabase();
  const url = database.urlFor('autonomos_migrator');
  const first = await describe(database);
  expect(await migrateDown(url, migrations, 0)).toEqual(names.toReversed());
  const [columns = []] = (await describe(database)) as { table_name: string }[][];
  expect([...new Set(columns.map((column) => column.table_name))]).toEqual(['migration']);
  expect((await migrationHistory(url, migrations)).pending).toEqual(names);
  expect(await migrateUp(url, migrations)).toEqual(names);
  expect(await describe(database)).toEqual(first);
});

test('the last migration can be taken back alone', async () => {
  await using database = await openTestDatabase();
  const url = database.urlFor('autonomos_migrator');
  expect(await migrateDown(url, migrations)).toEqual(names.slice(-1));
  expect((await migrationHistory(url, migrations)).pending).toEqual(names.slice(-1));
  expect(await migrateUp(url, migrations)).toEqual(names.slice(-1));
});

test('names are unique, in order, and say what they do', () => {
  expect(names).toEqual([...new Set(names)].toSorted());
  for (const name of names) expect(name).toMatch(/^\d{4}-[a-z]+(-[a-z]+)+$/);
});
