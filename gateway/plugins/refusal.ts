import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';

/** A refusal that is the whole reply, in the form in which Apollo Server sends it with its HTTP status. */
export function refusalOf(error: DomainError): GraphQLError {
  const http = { status: error.extensions.status, headers: new HeaderMap() };
  return new GraphQLError(error.message, { originalError: error, extensions: { ...error.extensions, http } });
}
