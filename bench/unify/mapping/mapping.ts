import type { Bench } from '../../bench.ts';
import { readGold } from './gold.ts';
import { type Judged, matchGold } from './match-gold.ts';
import { readTables } from './tables.ts';

/** Columns of vendors whose targets are known: are they found, and is the matcher as sure as it may be. */
export const mapping: Bench = {
  summary:
    'columns of vendors to a common model (--data): the first answer right, precision and share of what is accepted alone, calibration',
  options: {
    data: {
      kind: 'TEXT',
      fallback: null,
      about: 'folder with vendor_renames.csv or crm_fields.csv, and vendor_tables where there are some',
    },
    misses: { kind: 'FLAG', about: 'tell every field that was answered wrongly' },
  },
  async run(given) {
    const folder = given.text('data');
    if (folder === null) throw new Error('--data <folder> is needed: a folder with vendor_renames.csv or crm_fields.csv');
    const judged: Judged[] = [];
    for (const table of readGold(folder)) judged.push(...matchGold(table, await readTables(folder, table.vendor)));
    if (given.flag('misses'))
      for (const { table, field, answer, right, score, rank, probability } of judged)
        if (!right)
          given.say(
            `${table.vendor} ${table.object}.${field.source} → ${field.target}, answered ${answer ?? 'nothing'} (${score.toFixed(2)} ${rank.toFixed(2)} ${probability.toFixed(2)})`,
          );
    return { top1: judged.filter((one) => one.right).length / judged.length };
  },
};
