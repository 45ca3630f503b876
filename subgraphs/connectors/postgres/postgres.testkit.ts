import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { withClient } from '../../../tests/testkit/postgres-cluster.ts';

/** A database that plays the customer's. */
export interface SourceDatabase extends AsyncDisposable {
  /** Of a login that may read everything, with its password. */
  url: string;
  password: string;
  database: string;
  /** Runs statements as the owner. @returns rows of the last one */
  sql(statements: string): Promise<number>;
}

/** The server whose databases can be connected; null where PostgreSQL's programs are not installed. */
export const sourceServer = (): string | null => inject('testServerUrl');

/** Makes a database with these statements run in it. */
export async function openSourceDatabase(statements: string): Promise<SourceDatabase> {
  const server = sourceServer();
  if (server === null) throw new Error('there is no PostgreSQL server to make a source on');
  const name = `source_${randomUUID().replaceAll('-', '')}`;
  const login = `reader_${name.slice(-12)}`;
  const password = `s3cret/${name.slice(-6)}`;
  await withClient(server, async (client) => {
    await client.query(`create database ${name}`);
    await client.query(`create role ${login} login password '${password}' in role pg_read_all_data`);
  });
  const own = new URL(server);
  own.pathname = `/${name}`;
  const url = new URL(own);
  url.username = login;
  url.password = password;
  const sql = (text: string): Promise<number> => withClient(own.href, async (client) => (await client.query(text)).rowCount ?? 0);
  await sql(statements);
  return {
    url: url.href,
    password,
    database: name,
    sql,
    [Symbol.asyncDispose]: () =>
      withClient(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
        await client.query(`drop role if exists ${login}`);
      }),
  };
}
