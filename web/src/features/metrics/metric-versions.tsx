import { useState } from 'react';
import { MetricVersionsDocument, RestoreMetricDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 10;

/** Every version of a metric of one's own; an older one can be made the newest again. */
export function MetricVersions({ name, current, refresh: refreshAll }: { name: string; current: number; refresh: () => void }) {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(MetricVersionsDocument, { name, first });
  const restore = async (version: number) => {
    const outcome = await run(RestoreMetricDocument, { name, version });
    refresh();
    refreshAll();
    const done = outcome.ok ? outcome.data.restoreMetric : null;
    const problem = !outcome.ok ? outcome.problem : done?.__typename === 'InputRefused' ? problemOfRefusal(done.problems) : null;
    if (problem) notify('error', problem.message, problem.todo);
    else notify('success', `Version ${version} holds again`, 'As a new version: nothing is lost.');
  };
  return (
    <Panel title="Versions">
      <Listed
        what="the versions"
        result={result}
        refresh={refresh}
        pick={({ metricVersions }) => metricVersions}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={<p className="text-muted">It was never changed.</p>}
      >
        {(versions) => (
          <ol className="divide-y divide-line">
            {versions.map(({ version, changedAt, changedBy, spec }) => (
              <li key={version} className="flex flex-wrap items-center justify-between gap-3 py-2.5" data-metric-version={version}>
                <span className="grid gap-0.5">
                  <span className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">Version {version}</span>
                    {version === current ? <Badge tone="good">holds</Badge> : null}
                    <span className="text-sm text-muted">
                      {changedBy.displayName}, {formatMoment(changedAt)}
                    </span>
                  </span>
                  <span className="text-sm text-muted">{spec.definition}</span>
                </span>
                {version === current ? null : <Button onClick={() => void restore(version)}>Bring it back</Button>}
              </li>
            ))}
          </ol>
        )}
      </Listed>
    </Panel>
  );
}
