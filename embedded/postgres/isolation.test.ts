import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { APP_LOGIN, MIGRATOR_LOGIN, PROVISIONER_LOGIN, SYSTEM_ROLE } from '../../subgraphs/kernel/database/roles.ts';
import { codeOf, connect } from './test-clients.ts';

const SECOND_APP = 'autonomos_second';
let database: EmbeddedPostgres;

beforeAll(async () => {
  const second = { name: SECOND_APP, password: 'a second secret', createsRoles: false, createsSchemas: false, createsInPublic: false };
  database = await startEmbeddedPostgres({ dataFolder: null, logins: [second] });
  await using migrator = await connect(database, MIGRATOR_LOGIN);
  await migrator.query(`
    create table account (tenant_id text, name text);
    alter table account enable row level security, force row level security;
    create policy tenant on account using (tenant_id = (select current_setting('app.tenant_id', true)));
    create policy everyone on account for select to ${SYSTEM_ROLE} using (true);
    grant select, insert on account to ${APP_LOGIN};
    grant select on account to ${SYSTEM_ROLE};
  `);
  await using provisioner = await connect(database, PROVISIONER_LOGIN);
  for (const tenant of ['tenant_a', 'tenant_b']) {
    await provisioner.query(`
      create role ${tenant} nologin; grant ${tenant} to ${APP_LOGIN};
      create schema ${tenant}; create table ${tenant}.secret (text text); insert into ${tenant}.secret values ('${tenant}');
      grant usage on schema ${tenant} to ${tenant}; grant select on ${tenant}.secret to ${tenant};
    `);
  }
});
afterAll(() => database.stop());

describe('logins', () => {
  it('a wrong password and an unknown user are refused alike', async () => {
    const url = (user: string) => ({ connectionString: `postgresql://${user}:wrong@127.0.0.1:${database.port}/postgres` });
    expect(await codeOf(connect(database, APP_LOGIN, url(APP_LOGIN)))).toBe('28P01');
    expect(await codeOf(connect(database, APP_LOGIN, url('nobody')))).toBe('28P01');
    expect(await codeOf(connect(database, APP_LOGIN, url('postgres')))).toBe('28P01');
    expect(await codeOf(connect(database, APP_LOGIN, { connectionString: database.urlFor(APP_LOGIN).replace(/postgres$/, 'other') }))).toBe(
      '3D000',
    );
  });
  it('each is itself, whoever spoke before', async () => {
    const logins = [APP_LOGIN, MIGRATOR_LOGIN, PROVISIONER_LOGIN, SECOND_APP];
    const clients = await Promise.all(logins.map((login) => connect(database, login)));
    await Promise.all(
      Array.from({ length: 50 }, (_, turn) => turn).flatMap((turn) =>
        clients.map(async (client, index) => {
          const { rows } = await client.query('select session_user as s, current_user as c, $1::int as turn', [turn]);
          expect(rows).toEqual([{ s: logins[index], c: logins[index], turn }]);
        }),
      ),
    );
    await Promise.all(clients.map((client) => client.end()));
  });
  it('the app can define no code and make no roles or schemas', async () => {
    await using app = await connect(database, APP_LOGIN);
    for (const sql of [
      'create schema x',
      'create table public.x ()',
      'create role x',
      'do $$ begin end $$',
      'create function pg_temp.f() returns int language sql return 1',
      "copy account to '/tmp/x'",
      "select pg_read_file('/etc/passwd')",
    ]) {
      expect({ sql, code: await codeOf(app.query(sql)) }).toEqual({ sql, code: '42501' });
    }
  });
  it('the provisioner hands new roles to the app, which may enter but does not have them', async () => {
    await using app = await connect(database, APP_LOGIN);
    expect(await codeOf(app.query('select * from tenant_a.secret'))).toBe('42501');
    await app.query('begin; set local role tenant_a');
    expect((await app.query('select text, current_user as me from tenant_a.secret')).rows).toEqual([{ text: 'tenant_a', me: 'tenant_a' }]);
    expect(await codeOf(app.query('select * from tenant_b.secret'))).toBe('42501');
    await app.query('rollback');
    await app.query('begin; set local role tenant_a; set local role autonomos_app');
    expect((await app.query('select current_user as me')).rows).toEqual([{ me: APP_LOGIN }]);
    await app.query('commit');
    await using second = await connect(database, SECOND_APP);
    expect(await codeOf(second.query('set role tenant_a'))).toBe('42501');
  });
  it('vectors work without naming their schema', async () => {
    await using app = await connect(database, APP_LOGIN);
    expect(database.warnings).toEqual([]);
    expect((await app.query("select '[1,2]'::vector <-> '[1,4]' as distance")).rows).toEqual([{ distance: 2 }]);
  });
});

describe('row-level security', () => {
  it('shows each tenant its own rows only, with transactions of both in flight', async () => {
    const tenants = ['north', 'south', 'east'];
    await Promise.all(
      tenants.map(async (tenant) => {
        await using app = await connect(database, APP_LOGIN);
        for (let turn = 0; turn < 30; turn += 1) {
          await app.query('begin');
          await app.query("select set_config('app.tenant_id', $1, true)", [tenant]);
          await app.query('insert into account values ($1, $2)', [tenant, `${turn}`]);
          const { rows } = await app.query('select distinct tenant_id from account');
          expect(rows).toEqual([{ tenant_id: tenant }]);
          await app.query('commit');
          expect((await app.query('select 1 from account')).rowCount).toBe(0);
        }
      }),
    );
    await using app = await connect(database, APP_LOGIN);
    await app.query(`begin; select set_config('app.tenant_id', 'north', true)`);
    expect(await codeOf(app.query("insert into account values ('south', 'forged')"))).toBe('42501');
    await app.query('rollback');
    await app.query(`begin; set local role ${SYSTEM_ROLE}`);
    expect((await app.query('select distinct tenant_id from account')).rowCount).toBe(tenants.length);
    await app.query('commit');
    await using second = await connect(database, SECOND_APP);
    expect(await codeOf(second.query('select 1 from account'))).toBe('42501');
  });
});

describe('session settings', () => {
  it('stay with their client and never reach another', async () => {
    await using one = await connect(database, APP_LOGIN, { application_name: 'one', options: '-c app.start=begin' });
    await using two = await connect(database, APP_LOGIN);
    const read =
      "select current_setting('TimeZone') as zone, current_setting('app.x', true) as x, current_user as role, current_setting('application_name') as name";
    await one.query("set timezone = 'Europe/Oslo'");
    await one.query('select set_config($1, $2, false)', ['app.x', 'mine']);
    await one.query('set role tenant_a');
    const untouched = (await two.query(read)).rows[0];
    expect(untouched).toMatchObject({ zone: 'UTC', role: APP_LOGIN, name: '' });
    expect(untouched.x ?? '').toBe('');
    expect((await one.query(read)).rows).toEqual([{ zone: 'Europe/Oslo', x: 'mine', role: 'tenant_a', name: 'one' }]);
    expect((await one.query("select current_setting('app.start') as v")).rows).toEqual([{ v: 'begin' }]);
    await one.query('reset all');
    await two.query('select 1');
    expect((await one.query(read)).rows[0]).toMatchObject({ zone: 'UTC', role: 'tenant_a' });
    await one.query('reset role');
    await two.query('select 1');
    expect((await one.query(read)).rows[0]).toMatchObject({ role: APP_LOGIN });
  });
  it('a rolled back SET is gone, also after another client had its turn', async () => {
    await using one = await connect(database, APP_LOGIN);
    await using two = await connect(database, APP_LOGIN);
    await one.query("begin; set timezone = 'Europe/Oslo'; rollback");
    await two.query('select 1');
    expect((await one.query("select current_setting('TimeZone') as zone")).rows).toEqual([{ zone: 'UTC' }]);
  });
  it('a cursor WITH HOLD of one client cannot be read by another', async () => {
    await using one = await connect(database, APP_LOGIN);
    await using two = await connect(database, SECOND_APP);
    await one.query("begin; declare held cursor with hold for select 'secret'; commit");
    expect(await codeOf(two.query('fetch all from held'))).toBe('34000');
  });
});

describe('attempts to leave the login', () => {
  const ATTEMPTS = [
    'set role postgres',
    'set local role postgres',
    'set session role postgres',
    "select set_config('role', 'postgres', false)",
    'set session authorization postgres',
    'set local session authorization postgres',
    'reset session authorization',
    'set session_authorization = postgres',
    "select set_config('session_authorization', 'postgres', false)",
    "select set_config('session_' || 'authorization', 'postgres', false)",
    'select 1; set session authorization postgres; alter role autonomos_app superuser',
    "update pg_settings set setting = 'postgres' where name = 'role'",
    "select query_to_xml('select set_config(''session_'' || ''authorization'', ''postgres'', false)', true, true, '')",
    "select * from ts_stat('select to_tsvector(set_config(''session_'' || ''authorization'', ''postgres'', false))')",
    'alter role autonomos_app superuser',
    'set role tenant_b; set role autonomos_migrator',
  ];
  it.each(ATTEMPTS)('are refused with 42501: %s', async (sql) => {
    await using app = await connect(database, APP_LOGIN);
    expect(await codeOf(app.query(sql))).toBe('42501');
    const { rows } = await app.query(
      "select session_user as s, (select rolsuper from pg_roles where rolname = $1) as super, current_setting('is_superuser') as is",
      [APP_LOGIN],
    );
    expect(rows).toEqual([{ s: APP_LOGIN, super: false, is: 'off' }]);
  });
  it('are refused when the name comes as a parameter, and inside a transaction, which then fails', async () => {
    await using app = await connect(database, APP_LOGIN);
    await app.query('begin');
    expect(await codeOf(app.query('select set_config($1, $2, false)', ['Session_Authorization', 'postgres']))).toBe('42501');
    expect(await codeOf(app.query('select 1'))).toBe('25P02');
    await app.query('rollback');
    expect(await codeOf(app.query({ name: 'escape', text: 'select set_config($1::text, $2, false)', values: ['role', 'postgres'] }))).toBe(
      '42501',
    );
    expect(await codeOf(app.query({ name: 'direct', text: 'set session authorization postgres', values: [] }))).toBe('42501');
    expect((await app.query('select current_user as me')).rows).toEqual([{ me: APP_LOGIN }]);
  });
  it('RESET ROLE and SET ROLE NONE lead back to the login', async () => {
    await using app = await connect(database, APP_LOGIN);
    for (const sql of ['reset role', 'set role none', "select set_config('role', 'none', false)"]) {
      await app.query('set role tenant_a');
      await app.query(sql);
      expect((await app.query('select current_user as me')).rows).toEqual([{ me: APP_LOGIN }]);
    }
  });
  it('computed by a login that may write code, they cost the connection and change nobody else', async () => {
    await using migrator = await connect(database, MIGRATOR_LOGIN);
    await using app = await connect(database, APP_LOGIN);
    const outcome = await codeOf(migrator.query("do $$ begin execute 'set session ' || 'authorization postgres'; end $$"));
    expect(outcome).toBe('42501');
    expect(await codeOf(migrator.query('select 1'))).not.toBe('');
    expect((await app.query("select session_user as s, current_setting('is_superuser') as super")).rows).toEqual([
      { s: APP_LOGIN, super: 'off' },
    ]);
  });
});
