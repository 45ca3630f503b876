import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';

/** An error as the caller is shown it, in the shape in which graphql-ws takes errors. */
export class ShownError extends GraphQLError {
  private readonly shown: GraphQLFormattedError;

  constructor(shown: GraphQLFormattedError) {
    super(shown.message, { extensions: { ...shown.extensions } });
    this.shown = shown;
  }

  override toJSON(): GraphQLFormattedError {
    return this.shown;
  }

  /** Code of the error catalogue. */
  get code(): unknown {
    return this.shown.extensions?.['code'];
  }
}

/** A foreseen failure as the caller is shown it. */
export function shown(error: DomainError): ShownError {
  const { code, todo, retry } = error.extensions;
  return new ShownError({ message: error.message, extensions: { code, todo, retry } });
}
