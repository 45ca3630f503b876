import { ZodError } from 'zod';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { readPolicy } from '../discovery/policy/read-policy.ts';
import { policyErrors } from './policy.errors.ts';

/** So many problems are told at once. */
const MOST_TOLD = 50;

/** What somebody wrote as a policy: read, or everything that is wrong with it, each with the field it is about. */
export type ReadPolicy = { policy: Policy } | { problems: InputProblem[] };

/** Reads a policy in either form it may be written in. */
export function policyFrom(value: unknown): ReadPolicy {
  try {
    return { policy: readPolicy(value) };
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return { problems: error.issues.slice(0, MOST_TOLD).map(({ path, message }) => problemAt(path, message)) };
  }
}

function problemAt(path: readonly PropertyKey[], message: string): InputProblem {
  const field = ['policy', ...path.map(String)].join('.');
  return inputProblem(policyErrors.DISCOVERY_POLICY_INVALID({ reason: `${field}: ${message}` }), field);
}
