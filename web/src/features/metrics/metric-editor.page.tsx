import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { MetricDetailDocument, SaveMetricDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { NoPermission } from '../settings/no-permission.tsx';
import { draftOf, EMPTY_METRIC, inputOf, isBeyondForm } from './draft-metric.ts';
import type { DraftMetric } from './draft-metric.ts';
import { MetricComputing } from './metric-computing.tsx';
import { MetricTrial } from './metric-trial.tsx';
import { MetricWords } from './metric-words.tsx';

interface EditorProps {
  start: DraftMetric;
  /** The version that is changed; 0 for a new metric. */
  version: number;
}

function Editor({ start, version }: EditorProps) {
  const run = useRun();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(start);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (next: Partial<DraftMetric>) => setDraft((now) => ({ ...now, ...next }));
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(SaveMetricDocument, { input: inputOf(draft), version });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.saveMetric;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    notify('success', `“${result.metric.label}” holds from now on`, 'Every question and dashboard counts by it.');
    return navigate(`/business-metrics/${result.metric.name}`);
  };
  return (
    <form
      className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="grid gap-5">
        <MetricWords draft={draft} fixedName={version > 0} onChange={change} />
        <MetricComputing draft={draft} onChange={change} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy} data-save-metric>
            {busy ? 'Saving…' : version > 0 ? 'Save as a new version' : 'Save the metric'}
          </Button>
        </div>
      </div>
      <MetricTrial draft={draft} />
    </form>
  );
}

/** Defines a metric of one's own, or changes it: tried on the data before it is saved. */
export default function MetricEditorPage() {
  const { name = '' } = useParams();
  const may = useMay('metrics.write');
  const [{ from }] = useSearchState(['from']);
  const of = name || from;
  const [result, refresh] = useGraph(MetricDetailDocument, { name: of }, { pause: of === '' || !may });
  if (!may) return <NoPermission title="New metric" />;
  const metric = result.state === 'ready' ? result.data.metric : null;
  const start = metric ? draftOf(metric.spec) : EMPTY_METRIC;
  return (
    <>
      <BackLink to={name ? `/business-metrics/${name}` : '/business-metrics'}>
        {name ? (metric?.label ?? 'The metric') : 'Metrics'}
      </BackLink>
      <Page
        title={name ? `Change ${metric?.label ?? 'the metric'}` : 'New metric'}
        intro="One definition for everybody. Try it on your data before you save it; every version is kept."
      >
        {of !== '' && result.state === 'loading' ? <Loading label="Loading the metric" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {metric && isBeyondForm(metric.spec) ? (
          <p className="rounded-md bg-medium-soft px-4 py-2.5" role="status">
            This definition says more than fits here: several ways to compute it, or moments. What you save is the first way, as you see it.
          </p>
        ) : null}
        {of === '' || result.state === 'ready' ? (
          <Editor
            key={`${of} ${metric?.version ?? 0}`}
            start={name ? start : { ...start, name: from ? `${start.name}_own` : '' }}
            version={name && metric ? metric.version : 0}
          />
        ) : null}
      </Page>
    </>
  );
}
