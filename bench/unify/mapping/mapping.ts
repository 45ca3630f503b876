import type { Bench } from '../../bench.ts';
import { SHIPPED_POLICY } from '../../../subgraphs/ontology/matching/levels-of-trust.ts';
import { fitCalibration } from './fit-calibration.ts';
import { crowded, readGold } from './gold.ts';
import { type Judged, matchGold } from './match-gold.ts';
import { acceptedAlone, accuracy, calibrationError } from './measure.ts';
import { readTables } from './tables.ts';

/** Columns of vendors whose targets are known: are they found, and is the matcher as sure as it may be. */
export const mapping: Bench = {
  summary: 'columns of vendors to a common model (--data): first answers right, precision and share of what is accepted alone, calibration',
  options: {
    data: {
      kind: 'TEXT',
      fallback: null,
      about: 'folder with vendor_renames.csv or crm_fields.csv, and vendor_tables where there are some',
    },
    crowd: { kind: 'FLAG', about: 'harder: the targets of all objects of a vendor are candidates for each of them' },
    fit: {
      kind: 'TEXT',
      fallback: null,
      about: 'fit the calibration on these folders instead, separated by commas, and print its numbers',
    },
    misses: { kind: 'FLAG', about: 'tell every field that was answered wrongly' },
  },
  async run(given) {
    const fitted = given.text('fit');
    if (fitted !== null) return fitCalibration(fitted.split(','), given.say);
    const folder = given.text('data');
    if (folder === null) throw new Error('--data <folder> is needed: a folder with vendor_renames.csv or crm_fields.csv');
    const judged: Judged[] = [];
    const tables = readGold(folder);
    for (const table of given.flag('crowd') ? crowded(tables) : tables)
      judged.push(...matchGold(table, await readTables(folder, table.vendor)));
    if (given.flag('misses')) for (const one of judged.filter(({ right }) => !right)) given.say(missOf(one));
    for (const [vendor, of] of Map.groupBy(judged, ({ table }) => table.vendor)) given.say(`${vendor}: ${JSON.stringify(figuresOf(of))}`);
    const files = Object.fromEntries([...Map.groupBy(judged, ({ table }) => table.file)].map(([file, of]) => [file, figuresOf(of)]));
    return { files, alone: accuracy(judged.map(({ alone, confidence }) => ({ right: alone, confidence }))), ...figuresOf(judged) };
  },
};

const figuresOf = (judged: readonly Judged[]) => ({
  top1: accuracy(judged),
  ...acceptedAlone(judged, SHIPPED_POLICY.auto),
  ece: calibrationError(judged),
});

const missOf = ({ table, field, answer, confidence, facts }: Judged): string =>
  `${table.vendor} ${table.object}.${field.source} → ${field.target}, answered ${answer ?? 'nothing'} (${confidence.toFixed(3)}; ${facts.map((fact) => fact.toFixed(2)).join(' ')})`;
