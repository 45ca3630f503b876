import type { DomainError } from '../../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';

/** Ends a transaction that is not to go through: what a person asked for is refused, with the reason. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: InputProblem[];

  constructor(problems: InputProblem[]) {
    super('refused');
    this.problems = problems;
  }
}

/** @throws Refusal */
export function refuse(error: DomainError, field: string | null = null): never {
  throw new Refusal([inputProblem(error, field)]);
}
