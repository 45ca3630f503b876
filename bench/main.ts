import { parseArgs } from 'node:util';
import { landing } from './landing.ts';
import type { Bench, BenchOptions } from './bench.ts';

/** Every benchmark there is, by the name it is asked for. */
const BENCHES: Readonly<Record<string, Bench>> = { landing };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    database: { type: 'string', default: 'embedded' },
  },
});
const [name = ''] = positionals;
const bench = BENCHES[name];
const rows = Number(values.rows);
if (bench === undefined || !Number.isInteger(rows) || rows < 1) {
  console.error('usage: npm run bench -- <name> [--data <folder>] [--rows <n>] [--database embedded|<url>]');
  for (const [known, { summary }] of Object.entries(BENCHES)) console.error(`  ${known.padEnd(10)} ${summary}`);
  process.exit(2);
}
const options: BenchOptions = { dataFolder: values.data ?? null, rows, database: values.database, say: (line) => console.error(line) };
// The last line is the result, for programs.
console.log(JSON.stringify(await bench.run(options)));
