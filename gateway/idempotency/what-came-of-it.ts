import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { GraphQLError } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { OnceOutcome } from '../../subgraphs/kernel/idempotency/idempotency.ts';
import { ResponseData } from '../engine/response/response-data.ts';
import { CallFailed } from '../sources/remote/call-failed.ts';

type Fate = OnceOutcome<unknown>['fate'];

/** The type with which our graph refuses what has to be corrected first; nothing was carried out then. */
const REFUSED_TYPE = 'InputRefused';

/**
 * What is to become of the key of a mutation with this result. Whatever was carried out, wholly or partly, keeps its reply. What was refused because of
 * its input, or may be tried again as its subgraph says, is forgotten; of what broke off nobody knows whether it was carried out.
 */
export function whatCameOfIt({ data, errors = [] }: GatewayExecutionResult): Fate {
  // Its variables were wrong: it never began.
  if (data === undefined) return 'FORGET';
  const results = rootValues(data);
  if (results.some((value) => !isRefusal(value))) return 'KEEP';
  if (errors.length === 0) return results.length > 0 ? 'FORGET' : 'KEEP';
  const each = errors.map(endOf);
  return each.includes('DOUBT') ? 'DOUBT' : each.includes('FORGET') ? 'FORGET' : 'KEEP';
}

/** What root fields have come to, where it is something. */
function rootValues(data: NonNullable<GatewayExecutionResult['data']> | null): unknown[] {
  const read: unknown = data instanceof ResponseData ? data.toJSON() : data;
  return read === null ? [] : Object.values(read as object).filter((value) => value !== null);
}

/** Whether a value says what has to be corrected; only as far as its caller asked for that. */
function isRefusal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('__typename' in value) return value.__typename === REFUSED_TYPE;
  if (!('problems' in value && Array.isArray(value.problems))) return false;
  const first: unknown = value.problems[0];
  return typeof first === 'object' && first !== null;
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
