import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../../kernel/config/package-folder.ts';
import type { WorkflowDefinition } from '../workflows/definition/definition.ts';
import { readDefinition } from '../workflows/definition/read-definition.ts';

/** Reads and checks every file of schema/workflows. Throws when one is wrong: that is a fault of the build, not of a tenant. */
export function builtInWorkflows(folder: string = packagePath('schema', 'workflows')): readonly WorkflowDefinition[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.toSorted().map((name) => {
    const read = readDefinition(readFileSync(join(folder, name), 'utf8'));
    if (read.kind === 'FAULTY') throw new Error(`${name}: ${read.problems.map(({ path, message }) => `${path} ${message}`).join(' ')}`);
    return read.definition;
  });
}
