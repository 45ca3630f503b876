import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { packagePath } from '../../kernel/config/package-folder.ts';

const profileSchema = z.strictObject({
  title: z.string(),
  /** What they look after, as a list in a sentence. */
  cares: z.string(),
  questions: z.array(z.strictObject({ question: z.string(), about: z.string(), needs: z.string() })).min(2),
});
const personasSchema = z.strictObject({ CFO: profileSchema, CRO: profileSchema, COO: profileSchema, CTO: profileSchema });

/** Who asks, what they look after, and what they ask first. */
export type Personas = z.infer<typeof personasSchema>;

/** Reads and checks schema/dashboards/personas.yaml. Throws when it is wrong: that is a fault of the build, not of a tenant. */
export function loadPersonas(file: string = packagePath('schema', 'dashboards', 'personas.yaml')): Personas {
  return personasSchema.parse(parse(readFileSync(file, 'utf8')));
}
