import { z } from 'zod';
import type { Json } from '../workflows/json.ts';

const MAX_TOLD = 3;
const compiled = new WeakMap<object, z.ZodType | null>();

/** What is wrong with a value under a JSON Schema, in a sentence; null: it is as it should be. */
export function shapeProblem(schema: Readonly<Record<string, unknown>>, value: Json): string | null {
  const type = schemaOf(schema);
  if (type === null) return 'The schema it should have cannot be read.';
  const parsed = type.safeParse(value);
  if (parsed.success) return null;
  return parsed.error.issues
    .slice(0, MAX_TOLD)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
}

function schemaOf(schema: Readonly<Record<string, unknown>>): z.ZodType | null {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  let type: z.ZodType | null = null;
  try {
    type = z.fromJSONSchema(schema);
  } catch {
    // What cannot be read lets nothing through.
  }
  compiled.set(schema, type);
  return type;
}
