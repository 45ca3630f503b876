import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputRefused, inputProblem, inputRefused } from '../../kernel/errors/input-problem.type.ts';

/** A foreseen failure of `work` as a result of the schema; any other goes on. @param field the input it is about */
export async function refusalAsResult<T>(work: () => Promise<T>, field: string | null = null): Promise<T | InputRefused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'UNAUTHENTICATED') return inputRefused([inputProblem(error, field)]);
    throw error;
  }
}
