import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { type PolicyProblem, readPolicy } from '../discovery/policy/read-policy.ts';
import { policyErrors } from './policy.errors.ts';

/** So many problems are told at once. */
const MOST_TOLD = 50;

/** What somebody wrote as a policy: read, or everything that is wrong with it, each with the field it is about. */
export type GivenPolicy = { policy: Policy; ignored: readonly string[] } | { problems: InputProblem[] };

/** Reads a policy in either form it may be written in. */
export function policyFrom(value: unknown): GivenPolicy {
  const read = readPolicy(value);
  return read.kind === 'POLICY' ? read : { problems: read.problems.slice(0, MOST_TOLD).map(problemOf) };
}

function problemOf({ path, message }: PolicyProblem): InputProblem {
  const field = path === '' ? 'policy' : `policy.${path}`;
  return inputProblem(policyErrors.DISCOVERY_POLICY_INVALID({ reason: `${field}: ${message}` }), field);
}
