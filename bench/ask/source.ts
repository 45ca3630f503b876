import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Client } from 'pg';
import { withClient } from '../../tests/testkit/postgres-cluster.ts';
import { asPostgres, goldReadings } from './gold.ts';
import { MAX_DUMP_BYTES, readDump, type Dump } from './dump.ts';
import type { Gold } from './questions.ts';
import type { RunGold } from './score.ts';

const GOLD_TIMEOUT_MS = 20_000;

/** A set's data, where the product can connect them and where gold statements run. */
export interface Source extends AsyncDisposable {
  at: { url: string } | { folder: string };
  /** What the golds come to; statements that do not run are told and left out. */
  run(golds: readonly Gold[], say: (line: string) => void): Promise<RunGold[]>;
}

const isDump = (file: string): boolean => /\.sql$/iu.test(file);
const isData = (file: string): boolean => /\.(?:csv|tsv)$/iu.test(file) && !/questions/iu.test(file);

/** The sets of a folder: itself when data lie in it, else each of its folders that holds data. */
export function setsIn(folder: string): string[] {
  const files = readdirSync(folder);
  if (files.some((file) => isDump(file) || isData(file))) return [folder];
  return files
    .map((file) => join(folder, file))
    .filter((path) => statSync(path).isDirectory() && readdirSync(path).some((file) => isDump(file) || isData(file)))
    .toSorted();
}

/** Loads a dump into a database of its own on the server, or takes the folder's files as they are. */
export async function openSource(folder: string, server: string): Promise<Source> {
  const dump = readdirSync(folder).find(isDump);
  return dump === undefined ? openFiles(folder) : openDatabase(join(folder, dump), server);
}

async function openDatabase(path: string, server: string): Promise<Source> {
  if (statSync(path).size > MAX_DUMP_BYTES) throw new Error(`${path} is larger than ${MAX_DUMP_BYTES} bytes`);
  const dump = readDump(readFileSync(path, 'utf8'));
  const database = `ask_${randomUUID().replaceAll('-', '')}`;
  await withClient(server, (client) => client.query(`create database ${database}`));
  const url = new URL(server);
  url.pathname = `/${database}`;
  await withClient(url.href, async (client) => {
    for (const statement of dump.statements) await client.query(statement);
  });
  return {
    at: { url: url.href },
    run: (golds, say) => runGolds(url.href, dump, golds, say),
    [Symbol.asyncDispose]: () =>
      withClient(server, async (client) => void (await client.query(`drop database if exists ${database} with (force)`))),
  };
}

/** Questions lie beside the data and are no data: the product sees a copy without them. */
function openFiles(folder: string): Source {
  const copy = mkdtempSync(join(tmpdir(), `ask-${basename(folder).replaceAll(/\W+/gu, '-')}-`));
  for (const file of readdirSync(folder)) if (isData(file)) cpSync(join(folder, file), join(copy, file));
  return {
    at: { folder: copy },
    run: (golds) => Promise.resolve(golds.filter((gold) => gold.kind !== 'SQL')),
    [Symbol.asyncDispose]: () => {
      rmSync(copy, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

async function runGolds(url: string, dump: Dump, golds: readonly Gold[], say: (line: string) => void): Promise<RunGold[]> {
  const client = new Client({ connectionString: url, statement_timeout: GOLD_TIMEOUT_MS });
  await client.connect();
  try {
    const run: RunGold[] = [];
    for (const gold of golds) {
      if (gold.kind !== 'SQL') {
        run.push(gold);
        continue;
      }
      const problems: string[] = [];
      const readings = goldReadings(gold.sql).map((each) => (dump.dialect === 'MYSQL' ? asPostgres(each) : each));
      for (const statement of readings)
        try {
          const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
          run.push({ kind: 'ROWS', rows });
        } catch (error) {
          problems.push(error instanceof Error ? error.message : String(error));
        }
      if (problems.length === readings.length) say(`gold does not run: ${problems[0] ?? 'empty'}: ${gold.sql}`);
    }
    return run;
  } finally {
    await client.end();
  }
}
