import { GraphQLError, Kind, parse } from 'graphql';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { savedOperationErrors } from './saved-operation.errors.ts';
import type { SaveOperationInput } from './saved-operation.type.ts';

const MAX_NAME_CHARACTERS = 120;
const MAX_DOCUMENT_CHARACTERS = 20_000;
const MAX_VARIABLES_CHARACTERS = 8_000;
const MAX_TOKENS = 5_000;

const invalid = (field: string, reason: string): InputProblem =>
  inputProblem(savedOperationErrors.SAVED_OPERATION_INVALID({ reason }), field);

/** Why a text is no document with an operation; null when it is one. Whether it fits the graph, running it tells. */
function documentFault(document: string): string | null {
  if (document.length > MAX_DOCUMENT_CHARACTERS) return 'A document has at most 20 000 characters.';
  try {
    const { definitions } = parse(document, { maxTokens: MAX_TOKENS, noLocation: true });
    if (!definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return 'The document has no operation.';
    return definitions.every(({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION)
      ? null
      : 'A document has operations and fragments only.';
  } catch (error) {
    return error instanceof GraphQLError ? error.message.slice(0, 200) : 'This is no GraphQL document.';
  }
}

/** Everything that has to be corrected before an operation is kept. */
export function operationProblems({ name, document, variables }: SaveOperationInput): InputProblem[] {
  const named = name.trim();
  const fault = documentFault(document);
  return [
    ...(named.length >= 1 && named.length <= MAX_NAME_CHARACTERS ? [] : [invalid('name', 'A name has 1 to 120 characters.')]),
    ...(fault === null ? [] : [invalid('document', fault)]),
    ...(JSON.stringify(variables ?? {}).length <= MAX_VARIABLES_CHARACTERS
      ? []
      : [invalid('variables', 'Variables have at most 8 000 characters.')]),
  ];
}
