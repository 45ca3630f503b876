import { Eye, SearchX, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { useMay } from '../../app/use-may.ts';
import { MetricDetailDocument, RemoveMetricDocument } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { MetricFacts } from './metric-facts.tsx';
import { whatIfPath } from './what-if-address.ts';
import { MetricVersions } from './metric-versions.tsx';
import { DOMAINS, METRIC_KINDS, ORIGINS, RELATIONS, UNITS } from './words.ts';

const FEW_DIMENSIONS = 18;

/** One metric: its definition, who defines it so, what it is computed of and split by, and what has to do with it. */
export default function MetricPage() {
  const { name = '' } = useParams();
  const run = useRun();
  const navigate = useNavigate();
  const may = useMay('metrics.write');
  const [removing, setRemoving] = useState(false);
  const [all, setAll] = useState(false);
  const [result, refresh] = useGraph(MetricDetailDocument, { name });
  const metric = result.state === 'ready' ? result.data.metric : null;
  const remove = async () => {
    const outcome = await run(RemoveMetricDocument, { name });
    if (!outcome.ok) return outcome.problem;
    const removed = outcome.data.removeMetric;
    if (removed.__typename === 'InputRefused') return problemOfRefusal(removed.problems);
    notify('success', 'The metric is gone', 'A built-in one of its name holds again, if there is one.');
    await navigate('/business-metrics');
    return null;
  };
  return (
    <>
      <BackLink to="/business-metrics">Metrics</BackLink>
      <Page
        title={metric?.label ?? 'Metric'}
        intro={metric?.description}
        actions={
          metric ? (
            <>
              {metric.available ? (
                <ButtonLink look="primary" to={askPath(metric.label)}>
                  <Sparkles aria-hidden size={15} /> Ask it
                </ButtonLink>
              ) : null}
              {may && metric.origin === 'OWN' ? (
                <>
                  <ButtonLink to={`/business-metrics/${name}/edit`} data-edit-metric>
                    Change it
                  </ButtonLink>
                  <Button look="danger" onClick={() => setRemoving(true)}>
                    Remove
                  </Button>
                </>
              ) : null}
              {metric.available ? <ButtonLink to={whatIfPath(metric.name)}>What if?</ButtonLink> : null}
              {metric.available ? (
                <ButtonLink to={`/business-metrics/watched-metrics?metric=${name}`}>
                  <Eye aria-hidden size={15} /> Watch it
                </ButtonLink>
              ) : null}
              {may ? <ButtonLink to={`/business-metrics/new-metric?from=${name}`}>Start your own from it</ButtonLink> : null}
            </>
          ) : undefined
        }
      >
        {result.state === 'loading' ? <Loading label="Loading the metric" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && !metric ? (
          <Empty icon={SearchX} title="There is no such metric" actions={<ButtonLink to="/business-metrics">All metrics</ButtonLink>}>
            It may have been removed.
          </Empty>
        ) : null}
        {metric ? (
          <>
            <div className="-mt-3 flex flex-wrap gap-2" data-metric={metric.name}>
              <Badge tone={metric.origin === 'OWN' ? 'accent' : 'neutral'}>
                {ORIGINS[metric.origin]}, version {metric.version}
              </Badge>
              <Badge>{DOMAINS[metric.domain]}</Badge>
              <Badge>
                {METRIC_KINDS[metric.kind]}, {UNITS[metric.unit]}
              </Badge>
              {metric.available ? <Badge tone="good">your data has it</Badge> : <Badge tone="warning">something is missing</Badge>}
            </div>
            {metric.available ? null : (
              <Panel title="What is missing">
                <ul className="grid list-disc gap-1 pl-5">
                  {metric.missing.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </Panel>
            )}
            <div className="grid items-start gap-5 lg:grid-cols-2">
              <MetricFacts metric={metric} />
              <div className="grid gap-5">
                {metric.dimensions.length > 0 ? (
                  <Panel title="Can be split by">
                    <ul className="flex flex-wrap gap-2" aria-label="Dimensions">
                      {metric.dimensions.slice(0, all ? undefined : FEW_DIMENSIONS).map(({ label, entity, values }) => (
                        <li key={`${entity} ${label}`}>
                          <Link
                            to={askPath(`${metric.label} by ${label}`)}
                            className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line px-3 text-sm hover:border-control hover:bg-raised"
                          >
                            {label}
                            {values === null ? null : <span className="text-muted">{formatCount(values)}</span>}
                          </Link>
                        </li>
                      ))}
                    </ul>
                    {!all && metric.dimensions.length > FEW_DIMENSIONS ? (
                      <Button look="quiet" className="mt-2" onClick={() => setAll(true)}>
                        All {formatCount(metric.dimensions.length)}
                      </Button>
                    ) : null}
                    {metric.hierarchies.length > 0 ? (
                      <ul className="mt-4 grid gap-1 text-sm" aria-label="Ways down">
                        {metric.hierarchies.map(({ label, levels }) => (
                          <li key={label}>
                            <span className="text-muted">{label}:</span> {levels.join(' › ')}
                          </li>
                        ))}
                      </ul>
                    ) : null}
                  </Panel>
                ) : null}
                {metric.related.length > 0 ? (
                  <Panel title="Has to do with">
                    <ul className="grid gap-2.5">
                      {metric.related.map((each) => (
                        <li key={each.name} className="grid gap-0.5">
                          <span className="flex flex-wrap items-center gap-2">
                            <Link to={`/business-metrics/${each.name}`} className="font-medium link">
                              {each.label}
                            </Link>
                            <Badge>{RELATIONS[each.relation]}</Badge>
                          </span>
                          <span className="text-sm text-muted">{each.explanation}</span>
                        </li>
                      ))}
                    </ul>
                  </Panel>
                ) : null}
              </div>
            </div>
            {may && metric.origin === 'OWN' ? <MetricVersions name={name} current={metric.version} refresh={refresh} /> : null}
          </>
        ) : null}
      </Page>
      {removing ? (
        <ConfirmDialog
          title="Remove the metric?"
          keep="Keep it"
          action="Remove it"
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>Questions and dashboards that ask for it find it no more. Its versions stay, and can be brought back.</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
