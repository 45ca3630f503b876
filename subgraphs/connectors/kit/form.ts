import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { FormValues } from './definition.ts';
import type { Descriptor, FormField } from './descriptor.ts';
import { kitErrors } from './kit.errors.ts';

/** Documents of APIs may be pasted. */
const MAX_VALUE_CHARACTERS = 1_000_000;

/** Checks a filled form. @returns its values with fallbacks, or everything that has to be corrected */
export function readForm({ form }: Descriptor, given: readonly { name: string; value: string }[]): FormValues | InputProblem[] {
  const byName = new Map(given.map(({ name, value }) => [name, value.trim()]));
  const unknown = [...byName.keys()].filter((name) => !form.some((field) => field.name === name));
  const problems = unknown.map((name) => inputProblem(kitErrors.FORM_FIELD_UNKNOWN({ name: name.slice(0, 60) }), 'values'));
  const values: Record<string, string> = {};
  for (const field of form) {
    const value = byName.get(field.name) ?? '';
    const taken = value === '' ? (field.fallback ?? '') : value;
    const why = faultOf(field, taken);
    if (why !== null) problems.push(inputProblem(why, field.name));
    else if (taken !== '') values[field.name] = taken;
  }
  return problems.length === 0 ? values : problems;
}

function faultOf({ label, kind, required, choices }: FormField, value: string): ReturnType<typeof kitErrors.FORM_VALUE_MISSING> | null {
  if (value === '') return required ? kitErrors.FORM_VALUE_MISSING({ label }) : null;
  const why = kindFault(kind, value, choices);
  return why === null ? null : kitErrors.FORM_VALUE_INVALID({ label, why });
}

function kindFault(kind: FormField['kind'], value: string, choices: FormField['choices']): string | null {
  if (value.length > MAX_VALUE_CHARACTERS) return `is longer than ${MAX_VALUE_CHARACTERS.toLocaleString('en-US')} characters`;
  if (kind === 'NUMBER' && !Number.isFinite(Number(value))) return 'is no number';
  if (kind === 'BOOLEAN' && value !== 'true' && value !== 'false') return 'is neither true nor false';
  if (kind === 'CHOICE' && !choices.some((choice) => choice.value === value))
    return `is none of ${choices.map((choice) => choice.value).join(', ')}`;
  return null;
}
