import { RefreshCw } from 'lucide-react';
import { LimitsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { QuotaRow } from './quota-row.tsx';
import { RateTable } from './rate-table.tsx';
import { UsageHistory } from './usage-history.tsx';
import { PLANS } from './words.ts';

/** What the plan has, what was used of it, and how fast one may go. */
export default function UsagePage() {
  const [result, refresh] = useGraph(LimitsDocument, {});
  const limits = result.state === 'ready' ? result.data.limits : null;
  return (
    <Page
      title="Limits & usage"
      intro="What your plan has, what was used of it, and how fast you may go."
      actions={
        <Button onClick={refresh} busy={result.state === 'ready' && result.refreshing}>
          <RefreshCw aria-hidden size={15} /> Look again
        </Button>
      }
    >
      {result.state === 'loading' ? <Loading label="Loading the limits" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {limits ? (
        <>
          <Panel title="Your plan" aside={<Badge tone="accent">{PLANS[limits.plan].label}</Badge>}>
            <p className="mb-5 text-muted">{PLANS[limits.plan].hint}</p>
            <ul className="grid gap-5 md:grid-cols-2" aria-label="Quotas">
              {limits.quotas.map((quota) => (
                <QuotaRow key={`${quota.measure} ${quota.period}`} quota={quota} />
              ))}
            </ul>
          </Panel>
          <section className="grid gap-3" aria-labelledby="rates">
            <h2 id="rates" className="text-md font-semibold">
              How fast you may go
            </h2>
            <p className="max-w-[72ch] text-muted">
              {limits.ratesEnforced
                ? 'It comes back by the minute; whoever is faster waits a moment. What is expensive counts for more than one.'
                : 'This server does not slow anybody down at the moment: whoever runs it has turned that off.'}
            </p>
            <RateTable rates={limits.rates} />
          </section>
        </>
      ) : null}
      <UsageHistory />
    </Page>
  );
}
