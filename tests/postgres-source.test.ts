import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../cli/graph/ask.ts';
import { GraphClient } from '../cli/graph/client.ts';
import { connectDatabase, connectFolder, syncRun, type StartedConnection } from '../cli/graph/connections.ts';
import { acceptProposal, latestProposal, proposalById } from '../cli/graph/mapping.ts';
import { subgraphFactories } from '../embedded/subgraphs.ts';
import { openSourceDatabase, sourceServer } from '../subgraphs/connectors/postgres/postgres.testkit.ts';
import { eventually } from './testkit/eventually.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const FOLDER = new URL('../examples/coffee-roaster/', import.meta.url);
const TABLES = ['coffees', 'customers', 'orders', 'tickets'] as const;
const QUESTIONS = [
  'total order amount',
  'orders in Q4 2024',
  'how many customers do we have',
  'revenue by roast',
  'top 5 customers by revenue',
  'revenue by segment',
  'average satisfaction by topic',
];

/** What the columns are that a careful owner of the database would not have made text. */
const TYPES: Readonly<Record<string, string>> = {
  order_date: 'date', customer_since: 'date', opened_at: 'date', closed_at: 'date', kilos: 'int', satisfaction: 'smallint', amount: 'numeric(12, 2)',
  price_per_kg: 'numeric(8, 2)',
}; // prettier-ignore
const KEYS: Readonly<Record<string, string>> = { coffees: 'coffee', customers: 'customer_id', orders: 'order_no', tickets: 'ticket_id' };

/** The example as SQL; its ragged line is left out, as its file's reader does. */
function tableSql(name: string, typed: boolean): string {
  const [head = '', ...lines] = readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = head.split(',');
  const rows = lines.map(cellsOf).filter((cells) => cells.length === columns.length);
  const literal = (cell: string, column: string): string => {
    if (cell === '') return 'null';
    const plain = typed && /^numeric|int/u.test(TYPES[column] ?? '') ? cell.replace(/[€, ]/gu, '') : cell;
    return `'${(typed && TYPES[column] === 'date' ? iso(plain) : plain).replaceAll("'", "''")}'`;
  };
  const definitions = columns.map(
    (column) => `${column} ${typed ? (TYPES[column] ?? 'text') : 'text'}${typed && KEYS[name] === column ? ' primary key' : ''}`,
  );
  const values = rows.map((cells) => `(${cells.map((cell, i) => literal(cell, columns[i] ?? '')).join(', ')})`);
  return `create table ${name} (${definitions.join(', ')}); insert into ${name} values ${values.join(', ')};`;
}

const cellsOf = (line: string): string[] =>
  line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).map((cell) => cell.replace(/^"(.*)"$/u, '$1').replaceAll('""', '"'));

const iso = (text: string): string => text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/u, '$3-$2-$1');

describe.skipIf(sourceServer() === null)('the same tables', () => {
  let t: TestSystem;
  let gateway: TestGateway;
  beforeAll(async () => {
    t = await startTestSystem(subgraphFactories);
    gateway = await startTestGateway(t, 'in process');
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await t[Symbol.asyncDispose]();
  });

  async function newClient(name: string): Promise<GraphClient> {
    const client = new GraphClient(gateway.url, { ownerKey: '', token: null });
    const query = 'mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { ... on Session { token } } }';
    const input = { tenantName: name, email: `${name}@example.com`, displayName: name, password: 'correct horse battery' };
    const { registerTenant } = await client.request(query, { input }, z.object({ registerTenant: z.object({ token: z.string() }) }));
    return client.withToken(registerTenant.token);
  }

  /** Publishes what was connected as it is proposed, and asks. @returns value and rows of each answer */
  async function answersOf(client: GraphClient, { id, sync }: StartedConnection): Promise<unknown[]> {
    await eventually('the sync ends', async () => (await syncRun(client, sync.id)).status !== 'RUNNING');
    expect(await syncRun(client, sync.id)).toMatchObject({ status: 'SUCCEEDED', problem: null });
    await eventually('a proposal', async () => (await latestProposal(client, id)) !== null);
    const proposal = await latestProposal(client, id);
    await acceptProposal(client, proposal?.id ?? '');
    await eventually('it is published', async () => (await proposalById(client, proposal?.id ?? '')).status === 'PUBLISHED');
    await t.settled();
    const answers: unknown[] = [];
    for (const question of QUESTIONS) {
      const answer = await ask(client, question, null);
      answers.push({ question, ...('rows' in answer ? { value: answer.value, rows: answer.rows } : { refused: answer }) });
    }
    return answers;
  }

  test('give the same answers as files, as a database of text, and as a database of proper types', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'same-tables-'));
    for (const name of TABLES) await writeFile(join(folder, `${name}.csv`), readFileSync(new URL(`${name}.csv`, FOLDER)));
    const files = await newClient('files');
    const expected = await answersOf(files, await connectFolder(files, folder, 'Coffee'));
    await rm(folder, { recursive: true });
    expect(JSON.stringify(expected)).not.toContain('refused');
    for (const typed of [false, true]) {
      await using database = await openSourceDatabase(TABLES.map((name) => tableSql(name, typed)).join('\n'));
      const client = await newClient(typed ? 'typed' : 'text');
      const started = await connectDatabase(client, { url: database.url, name: 'Coffee', schemas: null });
      expect(await answersOf(client, started), typed ? 'proper types' : 'text').toEqual(expected);
    }
  });
});
