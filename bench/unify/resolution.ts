import { kindsOf } from '../../subgraphs/ontology/resolution/engine/kinds.ts';
import { resolveAll } from '../../subgraphs/ontology/resolution/engine/resolve-all.ts';
import { decide } from '../../subgraphs/ontology/resolution/engine/score.ts';
import type { Bench } from '../bench.ts';
import { cosinePairs } from './resolution-baseline.ts';
import { measureScale } from './resolution-scale.ts';
import { bestCut, figuresOf, pairsWithin, rightAtOne } from './resolution-score.ts';
import { findSets, type ResolutionSet } from './resolution-sets.ts';

const BASELINE_CUT = 0.5;
// Of pairs that exclude each other one at most is merged.
const SURE = 0.9;
const SEED = 7;

/** Entity resolution without labels on labelled sets, beside a plain baseline. */
export const resolution: Bench = {
  summary: 'entity resolution without labels: precision, recall and F1 by set, beside TF-IDF cosine',
  options: {
    data: {
      kind: 'TEXT',
      fallback: null,
      about: 'a folder of sets: two tables with pairs, left/right/gt, or one file with a cluster column',
    },
    scale: { kind: 'TEXT', fallback: null, about: 'instead: generated records of these numbers, as 10000,100000,1000000' },
    only: { kind: 'TEXT', fallback: null, about: 'only sets whose name holds this' },
    misses: { kind: 'FLAG', about: 'tell pairs that were missed or wrong' },
  },
  async run(given) {
    const scale = given.text('scale');
    if (scale !== null) return { scale: measureScale(scale.split(',').map(Number), given.say) };
    const data = given.text('data');
    if (data === null) throw new Error('--data <folder> is needed');
    const only = given.text('only') ?? '';
    const sets = findSets(data).filter(({ name }) => name.includes(only));
    const results: Record<string, Record<string, number>> = {};
    for (const set of sets) {
      results[set.name] = measure(set, given.flag('misses') ? given.say : null);
      given.say(
        `${set.name.padEnd(24)} ${Object.entries(results[set.name] ?? {})
          .map(([key, value]) => `${key} ${value.toFixed(3)}`)
          .join('  ')}`,
      );
    }
    const mean = Object.values(results).reduce((sum, { f1 = 0 }) => sum + f1, 0) / Math.max(1, sets.length);
    return { sets: results, mean: rounded(mean) };
  },
};

function measure(set: ResolutionSet, tell: ((line: string) => void) | null): Record<string, number> {
  const started = performance.now();
  const linkOnly = set.form !== 'CLUSTERS';
  const fields = kindsOf(set.records, set.hints);
  tell?.(fields.map(({ name, kind }) => `${name}:${kind}`).join(' '));
  const { pairs, links, clusters, model } = resolveAll(set.records, fields, { linkOnly, seed: SEED });
  const seconds = (performance.now() - started) / 1000;
  const taken = linkOnly ? links.map(({ a, b }): [string, string] => [a, b]) : [...pairsWithin(clusters)];
  const figures = figuresOf(set, taken);
  const sure = pairs.filter((pair) => (!linkOnly || pair.probability >= SURE) && decide(model, pair) === 'MATCH');
  const auto = figuresOf(
    set,
    sure.map(({ a, b }): [string, string] => [a, b]),
  );
  const cosine = cosinePairs(set.records, linkOnly);
  const baseline = figuresOf(
    set,
    cosine.filter(({ weight }) => weight >= BASELINE_CUT).map(({ a, b }): [string, string] => [a, b]),
  );
  if (tell !== null) tellMisses(set, taken, tell);
  const own: Record<string, number> = {
    p: figures.p, r: figures.r, f1: figures.f1, best: bestCut(set, pairs).f1, auto_p: auto.p, auto_r: auto.r,
    baseline: baseline.f1, baseline_best: bestCut(set, cosine).f1, seconds,
  }; // prettier-ignore
  if (set.form === 'JOIN') Object.assign(own, { right_at_1: rightAtOne(set, pairs), baseline_at_1: rightAtOne(set, cosine) });
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, rounded(value)]));
}

function tellMisses(set: ResolutionSet, taken: readonly (readonly [string, string])[], tell: (line: string) => void): void {
  const byId = new Map(set.records.map((record) => [record.id, Object.values(record.values).join(' | ').slice(0, 160)]));
  const keys = new Set(taken.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  if (set.form === 'CLUSTERS') {
    for (const [a, b] of taken) if (set.truth.get(a) !== set.truth.get(b)) tell(`WRONG ${byId.get(a)}\n      ${byId.get(b)}`);
    const groups = Map.groupBy(set.truth.keys(), (id) => set.truth.get(id) ?? '');
    for (const [a, b] of pairsWithin([...groups.values()])) if (!keys.has(`${a} ${b}`)) tell(`MISS  ${byId.get(a)}\n      ${byId.get(b)}`);
    return;
  }
  for (const [key, is] of set.labels) {
    const [a = '', b = ''] = key.split(' ');
    if (is !== keys.has(key)) tell(`${is ? 'MISS ' : 'WRONG'} ${byId.get(a)}\n      ${byId.get(b)}`);
  }
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
