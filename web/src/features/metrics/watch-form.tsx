import { useState } from 'react';
import { SaveMetricWatchDocument, WatchableMetricsDocument } from '../../gql/graphql.ts';
import type { CalendarGrain, MetricWatchKind, WatchDirection } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { GRAINS, WATCH_DIRECTIONS, WATCH_KINDS } from './watch-words.ts';
import { choicesOf, oneOf } from './words.ts';

const PERCENT = 100;

/** A new watch: which metric, and when somebody shall be told. */
export function WatchForm({ metric: start, refresh }: { metric: string; refresh: () => void }) {
  const run = useRun();
  const [metrics] = useGraph(WatchableMetricsDocument, {}, { policy: 'cache-first' });
  const [metric, setMetric] = useState(start);
  const [kind, setKind] = useState<MetricWatchKind>('THRESHOLD');
  const [direction, setDirection] = useState<WatchDirection>('BELOW');
  const [grain, setGrain] = useState<CalendarGrain>('MONTH');
  const [threshold, setThreshold] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const all = known(metrics)?.metrics.nodes ?? [];
  const label = all.find(({ name }) => name === metric)?.label ?? metric;
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const limit = Number(threshold) / (kind === 'CHANGE' ? PERCENT : 1);
    const outcome = await run(SaveMetricWatchDocument, {
      input: {
        metric,
        kind,
        direction,
        grain,
        name: `${label} ${WATCH_KINDS[kind]}`,
        ...(kind === 'ANOMALY' || threshold.trim() === '' ? {} : { threshold: limit }),
      },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.saveMetricWatch;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    setThreshold('');
    refresh();
    return notify('success', `“${label}” is watched`, 'You are told by a notification as soon as the data say so.');
  };
  return (
    <Panel title="Watch a metric">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
          <Choice
            label="Tell me when"
            name="metric"
            value={metric}
            options={[{ value: '', label: 'Choose…' }, ...all.map((each) => ({ value: each.name, label: each.label }))]}
            onChange={(event) => setMetric(event.target.value)}
          />
          <Choice
            label="What happens"
            value={kind}
            options={choicesOf(WATCH_KINDS)}
            onChange={(event) => setKind(oneOf(WATCH_KINDS, event.target.value) ?? kind)}
          />
          <Choice
            label="Which way"
            value={direction}
            options={choicesOf(WATCH_DIRECTIONS)}
            onChange={(event) => setDirection(oneOf(WATCH_DIRECTIONS, event.target.value) ?? direction)}
          />
          {kind === 'ANOMALY' ? null : (
            <Field
              label={kind === 'CHANGE' ? 'By how much (%)' : 'Limit'}
              name="threshold"
              inputMode="decimal"
              value={threshold}
              onChange={(event) => setThreshold(event.target.value)}
            />
          )}
          <Choice
            label="Per"
            value={grain}
            options={choicesOf(GRAINS)}
            onChange={(event) => setGrain(oneOf(GRAINS, event.target.value) ?? grain)}
          />
        </div>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Button
          type="submit"
          look="primary"
          busy={busy}
          disabled={metric === '' || (kind !== 'ANOMALY' && (threshold.trim() === '' || Number.isNaN(Number(threshold))))}
          className="justify-self-start"
          data-save-watch
        >
          Watch it
        </Button>
      </form>
    </Panel>
  );
}
