import { GraphQLError } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { NULL } from './response/pass.ts';
import { ResponseData } from './response/response-data.ts';

/** A response whose data is text already. */
export interface EngineReply {
  /** Null when a null went all the way up; undefined when the operation was not carried out at all. */
  data: ResponseData | null | undefined;
  errors: readonly GraphQLError[];
}

/** The data that a text stands for. */
export function dataOf(text: string): ResponseData | null {
  return text === NULL ? null : new ResponseData(text);
}

/** The reply to an operation that was not carried out. */
export function refused(error: unknown): EngineReply {
  if (error instanceof GraphQLError) return { data: undefined, errors: [error] };
  const message = error instanceof Error ? error.message : String(error);
  const extensions = error instanceof DomainError ? { ...error.extensions } : {};
  return {
    data: undefined,
    errors: [new GraphQLError(message, { extensions, ...(error instanceof Error ? { originalError: error } : {}) })],
  };
}
