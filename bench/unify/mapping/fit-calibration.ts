/** Prints the numbers of the calibration, fitted on the folders that are named: `node bench/unify/mapping/fit-calibration.ts <folder>…` */
import { calibrated } from '../../../subgraphs/ontology/matching/calibration.ts';
import { fitLogistic, type LogisticCase } from '../../../subgraphs/ontology/matching/fit-logistic.ts';
import { crowded, readGold } from './gold.ts';
import { type Judged, matchGold } from './match-gold.ts';
import { acceptedAlone, accuracy, calibrationError, round } from './measure.ts';
import { openCases } from './open-world.ts';
import { readTables } from './tables.ts';

const PRIOR = [-3, 0.3, 0.3, 2, 3];
const STRENGTH = 1;

interface Case extends LogisticCase {
  readonly vendor: string;
}

const cases: Case[] = openCases();
for (const one of openCases()) if (!one.right) console.error(one.told);
console.error(`open world: ${cases.length} taken, ${accuracy(cases.map(({ right }) => ({ right, confidence: 1 })))} right`);
for (const folder of process.argv.slice(2)) {
  const tables = readGold(folder);
  for (const table of [...tables, ...crowded(tables)]) {
    const judged: Judged[] = matchGold(table, await readTables(folder, table.vendor));
    cases.push(...judged.map(({ facts, right }) => ({ facts, right, vendor: table.vendor })));
  }
}
/** More of any fact never makes a choice less sure: what would come out below zero is left out, and the rest fitted again. */
function fit(from: readonly LogisticCase[]): number[] {
  const without = new Set<number>();
  for (;;) {
    const kept = from.map((one) => ({ ...one, facts: one.facts.map((fact, index) => (without.has(index) ? 0 : fact)) }));
    const prior = PRIOR.map((value, index) => (without.has(index) ? 0 : value));
    const weights = fitLogistic(kept, prior, STRENGTH);
    const below = weights.findIndex((weight, index) => index > 0 && weight < 0);
    if (below < 0) return weights;
    without.add(below);
  }
}

// Each vendor is judged by numbers that were fitted without it.
const told = [...Map.groupBy(cases, ({ vendor }) => vendor)].flatMap(([vendor, own]) => {
  const weights = fit(cases.filter((one) => one.vendor !== vendor));
  return own.map(({ facts, right }) => ({ right, confidence: calibrated(facts as never, weights) }));
});
const weights = fit(cases).map(round);
const figures = { cases: cases.length, ...acceptedAlone(told, 0.9), right: accuracy(told), ece: calibrationError(told) };
console.log(JSON.stringify({ weights, leftOneVendorOut: figures }));
