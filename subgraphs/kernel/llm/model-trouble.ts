import type { ModelFailure } from './language-model.ts';

/** A reply that cannot be used. */
export class ModelTrouble extends Error {
  override readonly name = 'ModelTrouble';
  readonly failure: ModelFailure;
  /** Whether something of it was told already. */
  readonly begun: boolean;

  constructor(failure: ModelFailure, begun: boolean) {
    super(`the model's reply is of no use: ${failure}`);
    this.failure = failure;
    this.begun = begun;
  }
}

/** The HTTP status a service answered with; null when it did not answer. */
export function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}
