import type { Json } from '../json.ts';
import type { InputField, WorkflowDefinition } from './definition.ts';

/** What is wrong with what a run was to be started with, by name of the input. */
export interface InputProblem {
  name: string;
  message: string;
}

export type ParsedInput = { kind: 'FITS'; input: Readonly<Record<string, Json>> } | { kind: 'FAULTY'; problems: readonly InputProblem[] };

/** Holds what a run is started with against what its workflow asks for; what is left out gets its default, or null. */
export function parseInput({ input: fields }: Pick<WorkflowDefinition, 'input'>, given: Readonly<Record<string, Json>>): ParsedInput {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  const problems: InputProblem[] = unknown.map((name) => ({ name, message: `The workflow has no input “${name}”.` }));
  const input: Record<string, Json> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (Object.hasOwn(given, name) ? given[name] : field.default) ?? null;
    if (value === null && field.required) problems.push({ name, message: 'It is needed.' });
    else if (value !== null && !fits(value, field.type)) problems.push({ name, message: `It has to be ${NAMES[field.type]}.` });
    input[name] = value;
  }
  return problems.length > 0 ? { kind: 'FAULTY', problems } : { kind: 'FITS', input };
}

const NAMES: Readonly<Record<InputField['type'], string>> = {
  STRING: 'a text',
  NUMBER: 'a number',
  BOOLEAN: 'true or false',
  JSON: 'JSON',
};

function fits(value: Json, type: InputField['type']): boolean {
  return type === 'JSON' || typeof value === type.toLowerCase();
}
