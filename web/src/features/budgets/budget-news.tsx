import { useState } from 'react';
import { Link } from 'react-router';
import { BudgetAlertsDocument } from '../../gql/graphql.ts';
import { useFollow } from '../../graph/use-follow.ts';
import { Callout } from '../../ui/callout.tsx';
import { alertWords, withAlert } from './alert-words.ts';
import type { Alert } from './alert-words.ts';

interface BudgetNewsProps {
  /** Only what is about this budget. */
  budgetId?: string;
  /** Alerts may have been missed: look at what stands now. */
  onGap: () => void;
}

/** Budgets that come to a mark while somebody looks, the newest first; how full they are comes with it. */
export function BudgetNews({ budgetId, onGap }: BudgetNewsProps) {
  const [alerts, setAlerts] = useState<readonly Alert[]>([]);
  useFollow(BudgetAlertsDocument, { after: null }, {
    onEvent: ({ budgetAlerts: alert }) => {
      if (budgetId === undefined || alert.budget?.id === budgetId) setAlerts((now) => withAlert(now, alert));
    },
    onGap,
  }); // prettier-ignore
  return (
    <div role="log" aria-label="Budgets that came to a mark" className="grid gap-2 empty:absolute" data-budget-news={alerts.length}>
      {alerts.map((alert) => {
        const { title, text } = alertWords(alert);
        return (
          <Callout key={alert.cursor} tone={alert.mark >= 100 || alert.refused ? 'bad' : 'warning'} title={title}>
            {text}{' '}
            {alert.run ? (
              <Link to={`/runs/${alert.run.id}`} className="link">
                {alert.run.title}
              </Link>
            ) : null}
          </Callout>
        );
      })}
    </div>
  );
}
