import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { GraphQLError } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { OnceOutcome } from '../../subgraphs/kernel/idempotency/idempotency.ts';
import { ResponseData } from '../engine/response/response-data.ts';
import { CallFailed } from '../sources/remote/call-failed.ts';

type Fate = OnceOutcome<unknown>['fate'];

/**
 * What is to become of the key of a mutation with this result. Whatever was carried out, wholly or partly, keeps its reply. What its subgraph refused
 * and says may be tried again is forgotten; of what broke off nobody knows whether it was carried out.
 */
export function whatCameOfIt({ data, errors = [] }: GatewayExecutionResult): Fate {
  // Its variables were wrong: it never began.
  if (data === undefined) return 'FORGET';
  if (errors.length === 0 || hasSomething(data)) return 'KEEP';
  const each = errors.map(endOf);
  return each.includes('DOUBT') ? 'DOUBT' : each.includes('FORGET') ? 'FORGET' : 'KEEP';
}

/** Whether any root field has come to something. */
function hasSomething(data: NonNullable<GatewayExecutionResult['data']> | null): boolean {
  const read: unknown = data instanceof ResponseData ? data.toJSON() : data;
  return read !== null && Object.values(read as object).some((value) => value !== null);
}

function endOf({ path = [], extensions, originalError }: GraphQLError): Fate {
  // Below a root field something went wrong with telling what was done.
  if (path.length > 1) return 'KEEP';
  if (originalError instanceof DomainError) return neverSent(originalError) ? 'FORGET' : 'DOUBT';
  if (typeof extensions['todo'] !== 'string') return 'DOUBT';
  return extensions['retry'] === true ? 'FORGET' : 'KEEP';
}

/** A call to a subgraph that never reached it. */
function neverSent({ cause }: DomainError): boolean {
  return cause instanceof CallFailed && (cause.kind === 'REFUSED' || cause.kind === 'KEPT_BACK');
}
