import {
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  execute,
  parse,
  specifiedRules,
  validate,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { expect } from 'vitest';
import { compileOperation } from './compile-operation.ts';
import { Turns } from './random-schema.testkit.ts';

/** What is declared in vain changes nothing. */
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule && rule !== NoUnusedVariablesRule);

/** Executes an operation with graphql-js and compiled, in the same random world, and expects the same of both. */
export async function compare(
  schema: GraphQLSchema,
  text: string,
  variables: Record<string, unknown>,
  world: { seed: number; faults: number },
): Promise<'INVALID' | 'WITH_ERRORS' | 'WELL'> {
  const document = parse(text, { noLocation: true });
  if (validate(schema, document, RULES).length > 0) return 'INVALID';
  const inWorld = (): object => ({ ...world, turns: new Turns() });
  const reference = await execute({ schema, document, contextValue: inWorld(), variableValues: variables });
  const compiled = compileOperation(schema, document, null);
  // Often enough that functions are generated.
  for (let round = 0; round < 3; round++) expect(plain(await compiled.execute(undefined, inWorld(), variables))).toEqual(plain(reference));
  return reference.errors === undefined ? 'WELL' : 'WITH_ERRORS';
}

/** What can be compared: errors in any order, with their places. */
function plain({ data, errors }: ExecutionResult): unknown {
  return {
    data: data === undefined ? 'none' : JSON.parse(JSON.stringify(data)),
    errors: (errors ?? []).map((error) => JSON.stringify({ ...error.toJSON(), from: error.originalError?.message })).toSorted(),
  };
}
