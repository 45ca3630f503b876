import { BellRing, Eye, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { MetricAlertsDocument, MetricWatchesDocument, RemoveMetricWatchDocument, SaveMetricWatchDocument } from '../../gql/graphql.ts';
import type { WatchFieldsFragment } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { Listed } from '../settings/listed.tsx';
import { WatchForm } from './watch-form.tsx';
import { waitsFor } from './watch-words.ts';

const PAGE = 20;

/** Metrics somebody wants to be told of, and what was found. */
export default function WatchesPage() {
  const run = useRun();
  const may = useMay('watches.manage');
  const [{ metric }] = useSearchState(['metric']);
  const [first, setFirst] = useState(PAGE);
  const [firstAlerts, setFirstAlerts] = useState(PAGE);
  const [watches, refresh] = useGraph(MetricWatchesDocument, { first });
  const [alerts, refreshAlerts] = useGraph(MetricAlertsDocument, { first: firstAlerts });
  const pause = async (watch: WatchFieldsFragment) => {
    const { id, name, kind, direction, grain, threshold, paused } = watch;
    const outcome = await run(SaveMetricWatchDocument, {
      input: { id, name, kind, direction, grain, threshold, paused: !paused, metric: watch.metric?.name ?? '' },
    });
    refresh();
    if (!outcome.ok) notify('error', outcome.problem.message, outcome.problem.todo);
  };
  const remove = async (id: string) => {
    const outcome = await run(RemoveMetricWatchDocument, { id });
    refresh();
    refreshAlerts();
    if (!outcome.ok) notify('error', outcome.problem.message, outcome.problem.todo);
  };
  return (
    <>
      <BackLink to="/business-metrics">Metrics</BackLink>
      <Page
        title="Watched metrics"
        intro="You are told as soon as data that arrive say so: by a notification, and by the channels of your choice."
      >
        {may ? <WatchForm key={metric} metric={metric} refresh={refresh} /> : null}
        <Listed
          what="the watches"
          result={watches}
          refresh={refresh}
          pick={({ metricWatches }) => metricWatches}
          onMore={() => setFirst((count) => count + PAGE)}
          empty={
            <Empty icon={Eye} title="No metric is watched">
              Choose one above: a limit that must not be passed, a move, or anything unusual.
            </Empty>
          }
        >
          {(nodes) => (
            <ul className="panel divide-y divide-line" aria-label="Watches">
              {nodes.map((watch) => (
                <li key={watch.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3" data-watch={watch.kind}>
                  <span className="grid gap-0.5">
                    <span className="flex flex-wrap items-center gap-2">
                      {watch.metric ? (
                        <Link to={`/business-metrics/${watch.metric.name}`} className="font-medium link">
                          {watch.metric.label}
                        </Link>
                      ) : (
                        <span className="font-medium">{watch.name}</span>
                      )}
                      <span>{waitsFor(watch)}</span>
                      {watch.paused ? <Badge>paused</Badge> : null}
                      {watch.metric ? null : <Badge tone="bad">its metric is gone</Badge>}
                    </span>
                    <span className="text-sm text-muted">
                      {watch.createdBy.displayName}, {formatMoment(watch.createdAt)}
                    </span>
                  </span>
                  {may ? (
                    <span className="flex items-center gap-1">
                      {watch.metric ? (
                        <Button look="quiet" onClick={() => void pause(watch)}>
                          {watch.paused ? 'Go on' : 'Pause'}
                        </Button>
                      ) : null}
                      <IconButton label={`Watch no more: ${watch.name}`} onClick={() => void remove(watch.id)}>
                        <Trash2 aria-hidden size={15} />
                      </IconButton>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </Listed>
        <Panel title="What was found">
          <Listed
            what="the alerts"
            result={alerts}
            refresh={refreshAlerts}
            pick={({ metricAlerts }) => metricAlerts}
            onMore={() => setFirstAlerts((count) => count + PAGE)}
            empty={<p className="text-muted">Nothing yet. What is found is kept here.</p>}
          >
            {(nodes) => (
              <ol className="divide-y divide-line" aria-label="Alerts">
                {nodes.map(({ id, at, period, text }) => (
                  <li key={id} className="flex gap-3 py-2.5" data-alert={period}>
                    <BellRing aria-hidden size={16} className="mt-0.5 shrink-0 text-medium" />
                    <span className="grid gap-0.5">
                      <span>{text}</span>
                      <span className="text-sm text-muted">{formatMoment(at)}</span>
                    </span>
                  </li>
                ))}
              </ol>
            )}
          </Listed>
        </Panel>
      </Page>
    </>
  );
}
