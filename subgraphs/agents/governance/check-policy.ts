import { z } from 'zod';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { governanceErrors } from './governance.errors.ts';
import type { ActionPolicyInput } from './governance.input.ts';
import { isPattern } from './pattern.ts';

const MAX_NAME_CHARACTERS = 120;
const MAX_DOLLARS = 1_000_000_000;
const MAX_COMPLEXITY = 4;
const MAX_CONFIRMED = 200;

const invalid = (field: string, reason: string): InputProblem => inputProblem(governanceErrors.ACTION_POLICY_INVALID({ reason }), field);

/** What has to be corrected in a policy. */
export function policyProblems(input: ActionPolicyInput): InputProblem[] {
  const { length } = input.name.trim();
  const { minComplexity: min, maxComplexity: max, amountFrom = null, amountTo = null } = input;
  const both = input.pilot != null && input.agentId != null;
  return [
    ...(length >= 1 && length <= MAX_NAME_CHARACTERS ? [] : [invalid('name', `A name has 1 to ${MAX_NAME_CHARACTERS} characters.`)]),
    ...(isPattern(input.action)
      ? []
      : [invalid('action', 'Write the name of an action such as graph.mutate, or a pattern such as graph.*.')]),
    ...(min >= 1 && min <= max && max <= MAX_COMPLEXITY
      ? []
      : [invalid('minComplexity', 'Complexity goes from 1 to 4, the lower one first.')]),
    ...amount('amountFrom', amountFrom),
    ...amount('amountTo', amountTo),
    ...(amountFrom !== null && amountTo !== null && amountFrom > amountTo
      ? [invalid('amountTo', 'The span of amounts ends before it begins.')]
      : []),
    ...(both ? [invalid('agentId', 'A policy is about one agent or about those of a pilot, not both.')] : []),
    ...(input.agentId != null && !z.uuid().safeParse(input.agentId).success ? [invalid('agentId', 'That is no id of an agent.')] : []),
  ];
}

/** What has to be corrected in the list of actions that are always confirmed. */
export function confirmProblems(actions: readonly string[]): InputProblem[] {
  if (actions.length > MAX_CONFIRMED) return [invalid('actions', `At most ${MAX_CONFIRMED} actions or patterns.`)];
  const wrong = actions.find((action) => !isPattern(action));
  return wrong === undefined ? [] : [invalid('actions', 'Write names of actions such as graph.mutate, or patterns such as graph.*.')];
}

const amount = (field: string, value: number | null): InputProblem[] =>
  value === null || (value >= 0 && value <= MAX_DOLLARS) ? [] : [invalid(field, `An amount is between 0 and ${MAX_DOLLARS} dollars.`)];
