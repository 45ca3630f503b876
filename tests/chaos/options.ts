import { parseArgs } from 'node:util';

export interface ChaosOptions {
  /** How often a process is killed. */
  kills: number;
  /** null: of files the embedded database, of vendors one that is started; else a superuser's URL of a PostgreSQL server. */
  database: string | null;
  /** URL of a Redis; with it, and a database, the scaled topology is what is killed at. */
  redis: string | null;
  /** Rows of all tables of one source together. */
  rows: number;
  seed: number;
  /** Of runs: seconds after a lease within which all of them have ended. */
  patience: number;
  /** What is under way when processes are killed: syncs, or runs of agents. */
  what: 'sync' | 'runs';
  /** What is synced: flaky vendors, or files that change. */
  over: 'vendors' | 'files';
}

const USAGE =
  'usage: npm run chaos -- sync|runs --kills <n> [--database embedded|<url>] [--redis <url>] [--rows <n>] [--seed <n>] [--over vendors|files] [--patience <s>]';
const MIN_ROWS = 100;

/** @throws Error with the usage when the command line is another */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kills: { type: 'string', default: '30' },
      database: { type: 'string' },
      over: { type: 'string', default: 'vendors' },
      patience: { type: 'string', default: '5' },
      redis: { type: 'string' },
      rows: { type: 'string', default: '60000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const [what] = positionals;
  const [kills, rows, seed, patience] = [values.kills, values.rows, values.seed, values.patience].map(Number);
  if (
    positionals.length !== 1 ||
    !(what === 'sync' || what === 'runs') ||
    !isCount(kills) ||
    !isCount(rows) ||
    rows < MIN_ROWS ||
    !isCount(seed) ||
    !isCount(patience)
  )
    throw new Error(USAGE);
  const { over } = values;
  if (over !== 'vendors' && over !== 'files') throw new Error(USAGE);
  return {
    what,
    over,
    kills,
    rows,
    seed,
    patience,
    database: values.database === undefined || values.database === 'embedded' ? null : values.database,
    redis: values.redis ?? null,
  };
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}
