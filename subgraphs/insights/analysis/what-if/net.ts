import type { BoundMetric } from '../../metrics/bound-metric.ts';
import { namesOf, parseFormula, type Formula } from '../../metrics/formula.ts';
import { solvedFor, type Identity, type Net } from './carry.ts';

const DRIVES = new Set(['DRIVER', 'COMPONENT']);
const product = (left: string, right: string): Formula => ({
  kind: 'combine',
  operator: '*',
  left: { kind: 'name', name: left },
  right: { kind: 'name', name: right },
});

/** Only arithmetic over metrics of the same period can be carried through. */
const carries = (formula: Formula): boolean =>
  formula.kind === 'combine' ? carries(formula.left) && carries(formula.right) : ['name', 'number', 'periodDays'].includes(formula.kind);

function formulaOf(bound: BoundMetric | undefined): Formula | null {
  const text = bound?.computation == null ? undefined : bound.definition.formula;
  if (text === undefined) return null;
  const formula = parseFormula(text);
  return carries(formula) ? formula : null;
}

/** The records and the number of a metric that is one aggregate of one set of records. */
function aggregateOf({ computation }: BoundMetric): { records: string; function: string; of: string } | null {
  const expression = computation?.expression;
  if (computation?.sources.length !== 1 || expression?.kind !== 'aggregate') return null;
  return {
    records: JSON.stringify([computation.sources, expression.filters]),
    function: expression.overTime === undefined ? expression.function : 'other',
    of: JSON.stringify(expression.of),
  };
}

/** A sum is its average times how many there are, where all three are of the same records. */
function sumIdentities(metrics: ReadonlyMap<string, BoundMetric>, bound: BoundMetric, drives: ReadonlySet<string>): Identity[] {
  const sum = aggregateOf(bound);
  if (sum?.function !== 'sum') return [];
  const same = [...metrics.values()].flatMap((other) => {
    const aggregate = aggregateOf(other);
    return aggregate?.records === sum.records ? [{ name: other.definition.name, ...aggregate }] : [];
  });
  const averages = same.filter((each) => each.function === 'average' && each.of === sum.of);
  const counts = same.filter((each) => each.function === 'count' && each.of === 'null');
  return averages.flatMap(({ name: average }) =>
    counts.flatMap(({ name: count }): Identity[] => {
      const drivers = [average, count].filter((each) => drives.has(each));
      return drivers.length === 0 ? [] : [{ formula: product(average, count), held: average, drivers }];
    }),
  );
}

/** How a tenant's metrics hang together: by their formulas, and for those that are counted by the formulas of others that they stand in. */
export function netOf(metrics: ReadonlyMap<string, BoundMetric>): Net {
  const formulas = new Map([...metrics].map(([name, bound]) => [name, formulaOf(bound)]));
  const worked = new Map<string, readonly Identity[]>();
  const identities = (name: string): readonly Identity[] => {
    const bound = metrics.get(name);
    if (bound?.computation == null) return [];
    const drives = new Set(bound.definition.related.filter(({ relation }) => DRIVES.has(relation)).map(({ metric }) => metric));
    const found = [...formulas].flatMap(([result, formula]): Identity[] => {
      const solved = formula === null || result === name ? null : solvedFor(formula, result, name);
      const drivers = solved === null ? [] : namesOf(solved).filter((each) => drives.has(each));
      return solved === null || drivers.length === 0 ? [] : [{ formula: solved, held: result, drivers }];
    });
    return [...found, ...sumIdentities(metrics, bound, drives)];
  };
  return {
    formula: (name) => formulas.get(name) ?? null,
    identities(name) {
      const known = worked.get(name) ?? identities(name);
      worked.set(name, known);
      return known;
    },
  };
}
