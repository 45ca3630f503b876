import { DomainError } from './domain-error.ts';
import { type InputRefused, inputProblem, inputRefused } from './input-problem.type.ts';

/** The input that a refusal is about; null: the whole. */
type Field = string | null | ((error: DomainError) => string | null);

/** A foreseen failure of `work` as a result of the schema; any other goes on. */
export async function refusalAsResult<Result>(work: () => Promise<Result>, field: Field = null): Promise<Result | InputRefused> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'UNAUTHENTICATED') throw error;
    return inputRefused([inputProblem(error, typeof field === 'function' ? field(error) : field)]);
  }
}
