import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { nameOf } from '../user/name.errors.ts';
import { readName } from '../user/plain-text.ts';

/** What a key, a service account or a channel is called, as it is kept; empty when it may not be called so. */
export function labelOf(text: string): string {
  const read = readName(text);
  return 'name' in read ? read.name : '';
}

/** Why something may not be called so; none when it may. */
export function labelProblems(text: string, field: string): InputProblem[] {
  try {
    nameOf(text);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [inputProblem(error, field)];
    throw error;
  }
}
