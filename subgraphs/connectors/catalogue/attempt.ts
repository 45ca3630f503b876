import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { SourceRef } from '../kit/connector.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import { kitErrors } from '../kit/kit.errors.ts';

/** A source that does not answer by then is told to be away; a sync waits longer. */
const ATTEMPT_MS = 20_000;

/** Opens a source and looks. @returns names of what is there, or what speaks against it, at the form's field */
export async function attempt(definition: ConnectorDefinition, source: SourceRef): Promise<string[] | InputProblem[]> {
  const signal = AbortSignal.timeout(ATTEMPT_MS);
  try {
    return await definition.attempt(source, signal);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return [inputProblem(problem, definition.fieldOf(problem))];
  }
}

function problemOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  return error instanceof DOMException && error.name === 'TimeoutError' ? kitErrors.SOURCE_SILENT({}, { cause: error }) : null;
}

export const areProblems = (list: readonly (string | InputProblem)[]): list is InputProblem[] =>
  list.length > 0 && typeof list[0] !== 'string';
