import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrations } from '../../migrations/index.ts';
import { migrateUp } from '../../subgraphs/kernel/database/migrate.ts';
import type { Login } from '../../subgraphs/kernel/database/roles.ts';

export interface TestDatabase extends AsyncDisposable {
  urlFor(login: Login): string;
}

/** A migrated database of its own on the server that TEST_DATABASE_URL names (a superuser's URL). */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set; the vitest global set-up starts a database and sets it');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(server, [`create database ${name}`]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await asSuperuser(url.href, [
    'revoke create on schema public from public',
    'grant create, usage on schema public to autonomos_migrator',
    `grant create on database ${name} to autonomos_migrator, autonomos_provisioner`,
    'create schema extensions',
    'grant usage on schema extensions to public',
  ]);
  const urlFor = (login: Login): string => {
    const mine = new URL(url);
    mine.username = login;
    return mine.href;
  };
  await migrateUp(urlFor('autonomos_migrator'), migrations);
  return { urlFor, [Symbol.asyncDispose]: () => asSuperuser(server, [`drop database ${name} with (force)`]) };
}

async function asSuperuser(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
