import { GraphQLError } from 'graphql';
import type { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import type { Path } from './paths-to.ts';

const MAX_FAULTS = 50;

/** Adds what is wrong with a value of the response, unless a subgraph has said already why that value is not there. */
export function addFault(errors: GraphQLError[], fault: DomainError, path: Path): void {
  if (errors.length >= MAX_FAULTS || errors.some((known) => explains(known.path, path))) return;
  errors.push(new GraphQLError(fault.message, { path: [...path], originalError: fault, extensions: { ...fault.extensions } }));
}

/** Whether an error at one place can be the reason for what is missing at another. */
function explains(known: Path | undefined, path: Path): boolean {
  if (known === undefined) return true;
  const length = Math.min(known.length, path.length);
  for (let index = 0; index < length; index++) if (known[index] !== path[index]) return false;
  return true;
}
