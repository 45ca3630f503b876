import { z } from 'zod';
import { comparable } from '../identity/name.ts';
import { type Contradiction, contradictionsIn } from './contradictions.ts';
import { fromExported, isExported } from './exported-policy.ts';
import { DEFAULT_POLICY, type Policy, policySchema } from './policy.ts';

/** A policy that can be judged by, or why there is none. */
export type ReadPolicy =
  | {
      kind: 'POLICY';
      policy: Policy;
      /** Fields that are of no consequence to judgement. */
      ignored: readonly string[];
    }
  | { kind: 'FAULTY'; problems: readonly PolicyProblem[] };

/** `UNKNOWN_FIELD`: a policy has no such field; `INVALID`: its value is none that the field may have; `CONTRADICTION`: it cannot be meant with another one. */
export interface PolicyProblem extends Contradiction {
  code: 'UNKNOWN_FIELD' | 'INVALID' | 'CONTRADICTION';
}

/** Reads a policy in our own form, or in the form in which discovery exports write it. */
export function readPolicy(value: unknown): ReadPolicy {
  try {
    const { own, ignored } = isExported(value) ? fromExported(value) : { own: value, ignored: [] };
    const policy = policySchema.parse(own);
    const meant = retiredIsGiven(own) ? policy : withoutRetired(policy);
    const problems = contradictionsIn(meant).map((each) => ({ code: 'CONTRADICTION' as const, ...each }));
    return problems.length === 0 ? { kind: 'POLICY', policy: meant, ignored } : { kind: 'FAULTY', problems };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { kind: 'FAULTY', problems: error.issues.flatMap(problemsOf) };
  }
}

function problemsOf(issue: z.core.$ZodIssue): PolicyProblem[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ code: 'INVALID', path: path.join('.'), message: issue.message }];
  return issue.keys.map((key) => ({ code: 'UNKNOWN_FIELD', path: [...path, key].join('.'), message: 'a policy has no such field' }));
}

const givenRetired = z.looseObject({ cmdb: z.looseObject({ retired: z.array(z.unknown()) }) });

const retiredIsGiven = (own: unknown): boolean => givenRetired.safeParse(own).success;

/** A life-cycle that a policy lets count is not retired by default. */
function withoutRetired(policy: Policy): Policy {
  const counting = new Set(policy.cmdb.lifecycles.map(comparable));
  return { ...policy, cmdb: { ...policy.cmdb, retired: DEFAULT_POLICY.cmdb.retired.filter((state) => !counting.has(comparable(state))) } };
}
