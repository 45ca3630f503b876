import { describe, expect, it } from 'vitest';
import { inspectSql } from './inspect.ts';

const refusal = (sql: string) => inspectSql(sql).refusal?.sqlState ?? null;

describe('inspectSql', () => {
  it.each([
    'set session authorization postgres',
    'SET  /* x */ SESSION\nAUTHORIZATION DEFAULT',
    'set local session authorization postgres',
    'reset session authorization',
    'set session_authorization = postgres',
    'set "Session_Authorization" to postgres',
    'reset session_authorization',
    'select 1; set session authorization postgres',
    "select set_config('session_authorization', 'postgres', true)",
    'select pg_catalog."set_config"(\'SESSION_AUTHORIZATION\', $1, false)',
    "select set_config('session_' || 'authorization', 'postgres', true)",
    "select set_config(E'session\\x5fauthorization', 'postgres', true)",
    "select set_config('session_'\n'authorization', 'postgres', true)",
    'select set_config((select $1), $2, true)',
    'do $$ begin set session authorization postgres; end $$',
    "do 'begin set session authorization postgres; end'",
    'create function f() returns int language sql set session_authorization from current as $$ select 1 $$',
    'do $a$ begin execute $b$ set session authorization postgres $b$; end $a$',
  ])('refuses to leave the login: %s', (sql) => expect(refusal(sql)).toBe('42501'));

  it.each([
    'discard all',
    'deallocate all',
    'deallocate prepare all',
    'prepare p as select 1',
    'execute p',
    'create temp table t (a int)',
    'create local temporary table t (a int)',
    'select 1 into temp t',
    "set client_encoding = 'SJIS'",
    'set names latin1',
    'set standard_conforming_strings = off',
    "select U&\"set_con\\0066ig\"('a', 'b', true)",
    'begin; copy t from stdin; commit',
  ])('refuses what one shared backend cannot give: %s', (sql) => expect(refusal(sql)).toBe('0A000'));

  it.each([
    'set local role tenant_x',
    'set role none',
    'reset role',
    'reset all',
    "select set_config('app.tenant_id', $1, true)",
    'select set_config($1, $2, true), set_config($3::text, $4, true)',
    "select 'set session authorization postgres'",
    "select current_setting('session_authorization')",
    'show session_authorization',
    "update t set session = 'x' where authorization = 1",
    'create temp table t (a int) on commit drop',
    'prepare transaction $1',
    "set client_encoding to 'UTF8'",
    'set standard_conforming_strings = on',
    'create function f() returns text language plpgsql as $$ begin return set_config(name, $1, true); end $$',
    '-- set session authorization postgres',
  ])('lets pass: %s', (sql) => expect(refusal(sql)).toBeNull());

  it('names the settings that outlive a transaction', () => {
    expect(inspectSql("set TimeZone = 'UTC'; set local a.b = 1; set app.x to 2; set time zone 'UTC'").settings).toEqual([
      'timezone',
      'app.x',
      'timezone',
    ]);
    expect(inspectSql("select set_config('a.b', 'c', false), set_config('d.e', 'f', true)").settings).toEqual(['a.b']);
    expect(inspectSql('select set_config($2, $1, false)').settingParameters).toEqual([{ parameter: 2, local: false }]);
    expect(inspectSql('set role tenant_x').settings).toEqual(['role']);
  });
  it('sees who listens to what', () => {
    expect(inspectSql('LISTEN Foo; listen "Foo"; unlisten *').listenChanges).toEqual([
      { kind: 'listen', channel: 'foo' },
      { kind: 'listen', channel: 'Foo' },
      { kind: 'unlistenAll' },
    ]);
  });
  it('sees COPY FROM STDIN in both formats and nothing else', () => {
    expect(inspectSql('copy t (a, b) from stdin').copyIn).toEqual({ binary: false });
    expect(inspectSql('COPY "t" FROM STDIN WITH (FORMAT binary)').copyIn).toEqual({ binary: true });
    expect(inspectSql('copy t from stdout').copyIn).toEqual({ binary: false });
    expect(inspectSql('copy (select 1 from stdin) to stdout').copyIn).toBeNull();
  });
});
