import type { BudgetAlertsSubscription } from '../../gql/graphql.ts';
import { formatMoment } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';

/** A budget that came to a mark. */
export type Alert = BudgetAlertsSubscription['budgetAlerts'];

/** How many are shown; older ones are in what happened. */
const MOST = 3;

/** What an alert says: a headline, and the figures behind it. Pure. */
export function alertWords({
  name,
  mark,
  refused,
  spent,
  limit,
  agent,
  at,
}: Pick<Alert, 'name' | 'mark' | 'refused' | 'spent' | 'limit' | 'agent' | 'at'>): {
  title: string;
  text: string;
} {
  const whose = agent ? `${name}, ${agent.name}` : name;
  const title = refused ? `${whose}: something was not done, there was not enough left` : `${whose} is ${mark} % used`;
  const figures = limit === null ? '' : `${formatDollars(spent)} of ${formatDollars(limit)}, `;
  return { title, text: `${figures}${formatMoment(at)}.` };
}

/** With one more on top; of one budget only the newest stays. Pure. */
export function withAlert(alerts: readonly Alert[], alert: Alert): readonly Alert[] {
  const same = (each: Alert) => each.name === alert.name && each.agent?.id === alert.agent?.id && each.run?.id === alert.run?.id;
  return [alert, ...alerts.filter((each) => !same(each))].slice(0, MOST);
}
