import { z } from 'zod';

/** A JSON Schema of what is to be written. */
export type Form = Readonly<Record<string, unknown>>;

const MAX_TOLD = 3;
const compiled = new WeakMap<Form, z.ZodType | null>();

/** What is wrong with a value under a JSON Schema, in a sentence; null: it is as it should be. */
export function formProblem(form: Form, value: unknown): string | null {
  const type = typeOf(form);
  if (type === null) return 'The schema it should have cannot be read.';
  const parsed = type.safeParse(value);
  if (parsed.success) return null;
  return parsed.error.issues
    .slice(0, MAX_TOLD)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
}

/** Whether values can be held against it at all. */
export function isForm(form: Form): boolean {
  return typeOf(form) !== null;
}

function typeOf(form: Form): z.ZodType | null {
  const known = compiled.get(form);
  if (known !== undefined) return known;
  let type: z.ZodType | null = null;
  try {
    type = z.fromJSONSchema(form);
  } catch {
    // What cannot be read lets nothing through.
  }
  compiled.set(form, type);
  return type;
}
