import { calibrated } from '../../../subgraphs/ontology/matching/calibration.ts';
import { SHIPPED_POLICY } from '../../../subgraphs/ontology/matching/levels-of-trust.ts';
import { fitLogistic, type LogisticCase } from '../../../subgraphs/ontology/matching/fit-logistic.ts';
import { crowded, readGold } from './gold.ts';
import { matchGold } from './match-gold.ts';
import { acceptedAlone, accuracy, calibrationError, round } from './measure.ts';
import { openCases } from './open-world.ts';
import { readTables } from './tables.ts';

const PRIOR = [-3, 0.3, 0.3, 2, 3];
const STRENGTH = 1;

interface Case extends LogisticCase {
  readonly vendor: string;
}

/**
 * The numbers of the calibration, fitted on the sets of some folders (each table once with its own targets, once with those of its vendor) and on the
 * shipped vendors' fields; with how well each vendor is told by numbers that were fitted without it.
 */
export async function fitCalibration(folders: readonly string[], say: (line: string) => void): Promise<Readonly<Record<string, unknown>>> {
  const open = openCases();
  for (const one of open) if (!one.right) say(one.told);
  say(`open world: ${open.length} taken, ${accuracy(open.map(({ right }) => ({ right, confidence: 1 })))} right`);
  const cases: Case[] = [...open];
  for (const folder of folders) {
    const tables = readGold(folder);
    for (const table of [...tables, ...crowded(tables)]) {
      const judged = matchGold(table, await readTables(folder, table.vendor));
      cases.push(...judged.map(({ facts, right }) => ({ facts, right, vendor: table.vendor })));
    }
  }
  const told = [...Map.groupBy(cases, ({ vendor }) => vendor)].flatMap(([vendor, own]) => {
    const weights = fit(cases.filter((one) => one.vendor !== vendor));
    return own.map(({ facts, right }) => ({ right, confidence: calibrated(facts, weights) }));
  });
  const figures = { cases: cases.length, ...acceptedAlone(told, SHIPPED_POLICY.auto), right: accuracy(told), ece: calibrationError(told) };
  return { weights: fit(cases).map(round), leftOneVendorOut: figures };
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
