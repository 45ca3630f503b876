import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { namesOf, parseFormula } from './formula.ts';
import { metricSheetSchema } from './metric-definition.ts';
import type { MetricDefinition } from './metric-definition.ts';

/** The shipped sheets, found from the sources as from the built `dist`, which holds no YAML. Throws when the installation lacks them. */
function sheetsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'schema', 'metrics');
    if (existsSync(candidate) && readdirSync(candidate).some((name) => name.endsWith('.yaml'))) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('schema/metrics is not there: the installation is incomplete');
    folder = parent;
  }
}

function check(definitions: MetricDefinition[]): void {
  const names = new Set(definitions.map((definition) => definition.name));
  if (names.size !== definitions.length) throw new Error('Two metrics share a name');
  for (const definition of definitions) {
    for (const related of definition.related)
      if (!names.has(related.metric)) throw new Error(`${definition.name} relates to unknown ${related.metric}`);
    const ways = [definition.formula !== undefined, definition.bindings.length > 0, definition.ratio !== undefined];
    if (ways.filter(Boolean).length !== 1) throw new Error(`${definition.name} needs bindings, a formula or a ratio, and one of them`);
    if (definition.formula !== undefined)
      for (const name of namesOf(parseFormula(definition.formula)))
        if (!names.has(name)) throw new Error(`${definition.name} uses unknown ${name}`);
    for (const binding of definition.bindings) if (binding.of !== undefined) parseFormula(binding.of);
  }
}

/** Reads and checks every sheet of schema/metrics. Throws when one is wrong: that is a fault of the build, not of a tenant. */
export function loadMetricDefinitions(folder: string = sheetsFolder()): MetricDefinition[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const definitions = files.toSorted().flatMap((name) => metricSheetSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))).metrics);
  check(definitions);
  return definitions;
}
