import type { ActionPolicyFieldsFragment } from '../../gql/graphql.ts';
import { formatDollars } from '../act/money.ts';
import { COMPLEXITIES } from './looks.ts';

/** When a policy holds, in a sentence. Pure. */
export function policyWords(policy: ActionPolicyFieldsFragment): string {
  const { agent, pilot, action, minComplexity, maxComplexity, amountFrom, amountTo, withoutAmount } = policy;
  const who = agent?.name ?? (pilot === null ? 'any agent' : `a ${pilot} agent`);
  const what = action === '*' ? 'does anything' : `does ${action}`;
  const [least, most] = [COMPLEXITIES[minComplexity - 1], COMPLEXITIES[maxComplexity - 1]];
  const bounded = minComplexity > 1 || maxComplexity < COMPLEXITIES.length;
  const much = !bounded ? '' : minComplexity === maxComplexity ? ` that ${least}` : ` that ${least} at least and ${most} at most`;
  const money = [
    amountFrom === null ? null : `from ${formatDollars(amountFrom)}`,
    amountTo === null ? null : `up to ${formatDollars(amountTo)}`,
    withoutAmount && (amountFrom !== null || amountTo !== null) ? 'or without an amount' : null,
  ].filter((each) => each !== null);
  return [`When ${who} ${what}${much}`, ...money].join(' ');
}
