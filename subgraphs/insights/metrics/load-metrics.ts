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
    for (const related of definition.related)
      if (!names.has(related.metric)) throw new Error(`${definition.name} relates to unknown ${related.metric}`);
    const ways = [
      definition.formula !== undefined,
      definition.bindings.length > 0,
      definition.ratio !== undefined,
      definition.flag !== undefined,
    ];
    if (ways.filter(Boolean).length !== 1)
      throw new Error(`${definition.name} needs bindings, a formula, a ratio or a flag, and one of them`);
    if (definition.formula !== undefined)
      for (const name of namesOf(parseFormula(definition.formula)))
        if (!names.has(name)) throw new Error(`${definition.name} uses unknown ${name}`);
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
