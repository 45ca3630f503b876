import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packagePath } from '../../kernel/config/package-folder.ts';
import { namesOf, parseFormula } from './formula.ts';
import { metricSheetSchema } from './metric-definition.ts';
import type { MetricDefinition } from './metric-definition.ts';

function check(definitions: MetricDefinition[]): void {
  const names = new Set(definitions.map((definition) => definition.name));
  if (names.size !== definitions.length) throw new Error('Two metrics share a name');
  for (const definition of definitions) {
    if (definition.source === '') throw new Error(`${definition.name} does not say who defines it so`);
    if (definition.plannedBy !== undefined && !names.has(definition.plannedBy))
      throw new Error(`${definition.name} is planned by unknown ${definition.plannedBy}`);
    for (const related of definition.related)
      if (!names.has(related.metric)) throw new Error(`${definition.name} relates to unknown ${related.metric}`);
    const ways = [
      definition.formula !== undefined,
      definition.ratio !== undefined,
      // Where nothing is bound, a column of such a name says it.
      definition.bindings.length > 0 || definition.flag !== undefined,
    ];
    if (ways.filter(Boolean).length > 1 || (!ways.includes(true) && definition.sheet === undefined))
      throw new Error(`${definition.name} needs bindings, a formula, a ratio, a flag or a sheet, and one of them`);
    for (const formula of [definition.formula ?? [], definition.otherwise ?? []].flat())
      for (const name of namesOf(parseFormula(formula))) if (!names.has(name)) throw new Error(`${definition.name} uses unknown ${name}`);
    for (const binding of definition.bindings) if (binding.of !== undefined) parseFormula(binding.of);
  }
}

/** Reads and checks every sheet of schema/metrics. Throws when one is wrong: that is a fault of the build, not of a tenant. */
export function loadMetricDefinitions(folder: string = packagePath('schema', 'metrics')): MetricDefinition[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const definitions = files.toSorted().flatMap((name) => metricSheetSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))).metrics);
  check(definitions);
  return definitions;
}
