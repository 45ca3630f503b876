import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { logIn } from '../../cli/server/connect.ts';
import type { GraphClient } from '../../cli/graph/client.ts';
import { newDataFolder, startProduct } from '../../tests/journeys/support/product.ts';
import { startThrowAwayServer, withClient } from '../../tests/testkit/postgres-cluster.ts';
import type { Given } from '../bench.ts';
import { abilitiesOf, askGraph, type Abilities } from './asked.ts';
import { newTenant, publish } from './pipeline.ts';

/** Records that come through the pipeline; all others are copied from them in the database. */
const SEEDS = 2_000;
const ACCOUNTS = 400;
const COUNTRIES = ['Norway', 'Peru', 'Kenya', 'Japan', 'Canada', 'Spain', 'Ghana', 'Chile'];
const STATES = ['paid', 'paid', 'paid', 'paid', 'open', 'void'];
/** Times each question is asked; the first, whose statements are run, is told apart from those that are told what was found out. */
const ROUNDS = 15;

/** What executives ask of revenue: a total, over time, by something, the largest, by a value, a ratio. */
const QUESTIONS = [
  'total revenue',
  'revenue in 2024',
  'revenue in Q3 2025',
  'revenue by month in 2025',
  'revenue by country',
  'revenue by country in 2025',
  'top 10 accounts by revenue',
  'top 10 accounts by revenue in 2025',
  'revenue from Norway in 2025',
  'how many invoices in 2025',
  'average invoice in 2025',
  'revenue in 2025 compared to 2024',
  'revenue per customer in 2025',
] as const;

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** An invented company’s accounts and invoices as two files. */
function writeSeeds(folder: string): void {
  const accounts = Array.from(
    { length: ACCOUNTS },
    (_, at) => `A${pad(at, 4)},Company ${pad(at, 4)},${COUNTRIES[at % COUNTRIES.length] ?? ''}`,
  );
  writeFileSync(join(folder, 'accounts.csv'), ['account_id,account_name,country', ...accounts].join('\n'));
  const invoices = Array.from({ length: SEEDS }, (_, at) => {
    const day = new Date(Date.UTC(2023, 0, 1 + ((at * 37) % 1_095))).toISOString().slice(0, 10);
    return `I${pad(at, 6)},A${pad((at * 13) % ACCOUNTS, 4)},${day},${(50 + ((at * 7_919) % 95_000) / 10).toFixed(2)},${STATES[at % STATES.length] ?? ''}`;
  });
  writeFileSync(join(folder, 'invoices.csv'), ['invoice_id,account_id,invoice_date,amount,status', ...invoices].join('\n'));
}

const columnsSchema = z.array(z.object({ schema: z.string(), name: z.string(), type: z.string() })).min(1);

/** Multiplies the revenue records of the one tenant of this server; the new ones have keys and days of their own. */
async function multiply(server: string, facts: number): Promise<number> {
  return withClient(server, async (client) => {
    const { rows } = await client.query(
      `select table_schema as schema, column_name as name, data_type as type from information_schema.columns
       where table_name = 'e_revenue' and is_generated = 'NEVER' order by ordinal_position`,
    );
    const columns = columnsSchema.parse(rows);
    const table = `"${columns[0]?.schema ?? ''}"."e_revenue"`;
    const valueOf = ({ name, type }: (typeof columns)[number]): string => {
      if (name === 'id') return 'gen_random_uuid()';
      if (name === 'source_key' || name === 'external_id') return `t."${name}" || '-' || g`;
      if (type === 'date') return `t."${name}" + (g % 28)`;
      return type === 'numeric' ? `round(t."${name}" * (0.5 + (g % 100) / 100.0), 2)` : `t."${name}"`;
    };
    const copies = Math.max(0, Math.ceil(facts / SEEDS) - 1);
    // What notes changes of a tenant's records does so in the tenant's own schema.
    await client.query(`set search_path to "${columns[0]?.schema ?? ''}"`);
    await client.query(
      `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
       select ${columns.map(valueOf).join(', ')} from ${table} as t cross join generate_series(1, ${copies}) as g`,
    );
    await client.query(`vacuum (analyze) ${table}`);
    await client.query('update public.semantic_model set data_version = data_version + 1');
    const counted = await client.query<{ count: string }>(`select count(*) from ${table}`);
    return Number(counted.rows[0]?.count ?? 0);
  });
}

const at = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
};

async function timeAll(client: GraphClient, can: Abilities, { say }: Given): Promise<{ warm: number[]; first: number[] }> {
  const all = { warm: [] as number[], first: [] as number[] };
  // What questions are read with is put together anew after so many new records, whatever the first question is.
  await askGraph(client, can, 'how many accounts', null, null);
  for (const question of QUESTIONS) {
    const times: number[] = [];
    let told = '';
    for (let round = 0; round <= ROUNDS; round += 1) {
      const started = performance.now();
      const reply = await askGraph(client, can, question, null, null);
      times.push(performance.now() - started);
      told = reply.__typename === 'Answer' ? reply.text : `${reply.__typename}: ${reply.text ?? ''}`;
    }
    const [first = 0, ...warm] = times;
    all.warm.push(...warm);
    all.first.push(first);
    say(`${question.padEnd(38)} first ${first.toFixed(0)} ms, p50 ${at(warm, 0.5)} ms, p95 ${at(warm, 0.95)} ms   ${told.slice(0, 90)}`);
  }
  return all;
}

/** How long a question takes from the graph’s door to its answer over many records; the last line has p50 and p95 over all questions, those asked for the first time apart. */
export async function measureFacts(given: Given): Promise<Record<string, number>> {
  const database = given.text('database');
  const server = database === null ? await startThrowAwayServer({ shared_buffers: '512MB' }) : null;
  const url = server?.url ?? database;
  if (url === null) throw new Error('PostgreSQL’s server programs are not installed: --database <url of a server> is needed');
  const { dataFolder, discard } = newDataFolder();
  const seeds = mkdtempSync(join(tmpdir(), 'ask-facts-'));
  Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
  try {
    writeSeeds(seeds);
    await using product = await startProduct(dataFolder, '--database', url);
    const owner = await logIn(product, dataFolder);
    const can = await abilitiesOf(owner);
    const client = await newTenant(owner, 'many facts');
    await publish(client, { folder: seeds }, 'many facts');
    const facts = await multiply(url, given.number('facts'));
    given.say(`${facts} revenue records`);
    const { warm, first } = await timeAll(client, can, given);
    const firsts = { first_p50_ms: at(first, 0.5), first_p95_ms: at(first, 0.95) };
    return { facts, questions: QUESTIONS.length, ...firsts, p50_ms: at(warm, 0.5), p95_ms: at(warm, 0.95) };
  } finally {
    rmSync(seeds, { recursive: true, force: true });
    discard();
    await server?.stop();
  }
}
