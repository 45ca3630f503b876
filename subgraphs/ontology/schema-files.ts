import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';

/**
 * Finds a folder below `schema/`, from the sources as from the built `dist` (which holds no YAML).
 * Throws when no parent folder has it: the installation is broken.
 */
export function schemaFolder(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'schema', name);
    if (existsSync(candidate) && readdirSync(candidate).some((file) => !file.endsWith('.js'))) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`schema/${name} is not there: the installation is incomplete`);
    folder = parent;
  }
}

/** Reads one YAML file and validates it; throws an error that names the file and every fault. */
export function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${path} is not valid:\n  ${faults.join('\n  ')}`);
}

/** YAML files directly in a folder, sorted by name. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => join(folder, file));
}
