import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { type Identifier, identifierProblem } from '../../../kernel/privacy/subject/identifier.ts';
import { privacyErrors } from '../privacy.errors.ts';
import type { IdentifierInput } from './erasure.type.ts';

const MAX_IDENTIFIERS = 20;

/** Identifiers as they were given, or everything that is wrong with them. */
export function readIdentifiers(input: readonly IdentifierInput[]): { identifiers: Identifier[]; problems: InputProblem[] } {
  const wrong = (field: string, reason: string): InputProblem => inputProblem(privacyErrors.IDENTIFIER_INVALID({ reason }), field);
  if (input.length < 1 || input.length > MAX_IDENTIFIERS)
    return { identifiers: [], problems: [wrong('identifiers', `Give 1 to ${MAX_IDENTIFIERS} identifiers.`)] };
  const identifiers = input.map(({ kind, value, table }): Identifier => ({
    kind,
    value: value.trim(),
    table: table?.trim() ?? null,
    related: false,
  }));
  const problems = identifiers.flatMap((identifier, index) => {
    const problem = identifierProblem(identifier);
    return problem === null ? [] : [wrong(`identifiers[${index}]`, problem)];
  });
  return { identifiers, problems };
}
