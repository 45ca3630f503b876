import { createReadStream } from 'node:fs';
import { copyFile, mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client, DatabaseError } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { LandedObject } from './landed-objects.ts';

const TYPES: Readonly<Record<string, string>> = {
  TEXT: 'text', INTEGER: 'bigint', DECIMAL: 'numeric', MONEY: 'numeric', PERCENT: 'numeric', BOOLEAN: 'boolean', DATE: 'date', DATETIME: 'timestamptz',
}; // prettier-ignore
/** The middle one counts. */
const TIMES = 3;

export interface BareCopy {
  rows: number;
  seconds: number;
  /** Columns that COPY cannot read in their type as they are written; they are text in its table. */
  asText: string[];
}

/**
 * The same file into a table of the same types and keys by COPY and nothing else. The server reads the file itself where it may, which is as fast as it
 * gets; else it is sent.
 */
export async function bareCopy(url: string, file: string, object: LandedObject): Promise<BareCopy> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const shared = await mkdtemp(join(tmpdir(), 'autonomos-copy-'));
  const readable = join(shared, 'data.csv');
  try {
    await chmod(shared, 0o755);
    await copyFile(file, readable);
    await chmod(readable, 0o644);
    const asText: string[] = [];
    for (;;) {
      try {
        const seconds: number[] = [];
        let rows = 0;
        for (let time = 0; time < TIMES; time++) {
          await createTable(client, object, asText);
          const started = performance.now();
          rows = await copy(client, readable);
          seconds.push((performance.now() - started) / 1_000);
        }
        return { rows, seconds: seconds.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0, asText };
      } catch (error) {
        const column = error instanceof DatabaseError ? /column "?([^":]+)"?:/u.exec(error.where ?? '')?.[1] : undefined;
        if (column === undefined || asText.includes(column)) throw error;
        asText.push(column);
      }
    }
  } finally {
    await client.query('drop table if exists bare_copy');
    await client.end();
    await rm(shared, { recursive: true, force: true });
  }
}

async function createTable(client: Client, { fields, key }: LandedObject, asText: readonly string[]): Promise<void> {
  const columns = fields.map(
    ({ name, type }) => `${client.escapeIdentifier(name)} ${asText.includes(name) ? 'text' : (TYPES[type] ?? 'text')}`,
  );
  const primary = key.length === 0 ? [] : [`primary key (${key.map((name) => client.escapeIdentifier(name)).join(', ')})`];
  await client.query('drop table if exists bare_copy');
  await client.query(`create table bare_copy (${[...columns, ...primary].join(', ')})`);
}

async function copy(client: Client, file: string): Promise<number> {
  try {
    return (await client.query(`copy bare_copy from ${client.escapeLiteral(file)} (format csv, header)`)).rowCount ?? 0;
  } catch (error) {
    // The server is elsewhere, or may not read files.
    if (!(error instanceof DatabaseError) || !['58P01', '42501'].includes(error.code ?? '')) throw error;
    await pipeline(createReadStream(file), client.query(copyFrom('copy bare_copy from stdin (format csv, header)')));
    return Number((await client.query<{ count: string }>('select count(*) from bare_copy')).rows[0]?.count ?? 0);
  }
}
