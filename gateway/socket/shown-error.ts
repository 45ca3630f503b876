import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { maskError } from '../door/mask-error.ts';

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

  /** Whether the same may succeed later. */
  get retry(): boolean {
    return this.shown.extensions?.['retry'] === true;
  }
}

/** Any error as the caller is shown it: what nobody foresaw is masked, and logged. */
export function shownOf(error: unknown, logger: Logger): ShownError {
  if (error instanceof ShownError) return error;
  if (error instanceof DomainError) return shown(error);
  return new ShownError(maskError({ message: 'unforeseen' }, error, logger));
}

/** A foreseen failure as the caller is shown it. */
export function shown(error: DomainError): ShownError {
  const { status: _http, ...extensions } = error.extensions;
  return new ShownError({ message: error.message, extensions });
}
