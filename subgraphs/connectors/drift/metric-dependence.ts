import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../../kernel/config/package-folder.ts';
import type { Dependent } from './drift.entity.ts';

const fileSchema = z.object({
  metrics: z.array(z.object({ name: z.string(), label: z.string(), bindings: z.array(z.looseObject({ entity: z.string() })).default([]) })),
});

let known: ReadonlyMap<string, readonly Dependent[]> | null = null;

/** Metrics that are computed from an attribute of the shipped ontology. */
export function metricsOf(entity: string | null, attribute: string | null): readonly Dependent[] {
  if (entity === null || attribute === null) return [];
  known ??= readMetrics();
  return known.get(`${entity}.${attribute}`) ?? [];
}

function readMetrics(): Map<string, Dependent[]> {
  const folder = packagePath('schema', 'metrics');
  const found = new Map<string, Dependent[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    for (const { name, label, bindings } of fileSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))).metrics)
      for (const { entity, ...rest } of bindings)
        for (const word of wordsIn(rest)) {
          const own = found.get(`${entity}.${word}`) ?? [];
          found.set(`${entity}.${word}`, own);
          if (!own.some((one) => one.name === name)) own.push({ kind: 'METRIC', name, label });
        }
  }
  return found;
}

/** Every name that stands in a binding: attributes are among them, and nothing else is called as they are. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.match(/[a-z]\w*/giu) ?? [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)]) : [];
}
