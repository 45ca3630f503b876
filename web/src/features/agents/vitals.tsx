import { HeartPulse } from 'lucide-react';
import { Link } from 'react-router';
import { AgentVitalsDocument } from '../../gql/graphql.ts';
import type { RunFigureFieldsFragment, VitalsWindow } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { formatCount, formatMoment, formatPercent } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { FunctionTable } from './function-table.tsx';
import { VitalCharts } from './vital-charts.tsx';
import { VitalTiles } from './vital-tiles.tsx';

const LOOK_MS = 10_000;

const WINDOWS: readonly { value: VitalsWindow; label: string }[] = [
  { value: 'HOUR', label: '1 h' },
  { value: 'HOURS_6', label: '6 h' },
  { value: 'DAY', label: '24 h' },
  { value: 'WEEK', label: '7 days' },
];

const length = (seconds: number | null) => (seconds === null ? '–' : formatDuration(seconds * 1_000));

/** Of the runs that ended, those that ended well; null when none did. */
function successOf({ succeeded, failed, cancelled }: RunFigureFieldsFragment): number | null {
  const ended = succeeded + failed + cancelled;
  return ended === 0 ? null : succeeded / ended;
}

/** How the agents are doing, over time and one by one: what is on record, and nothing else. */
export function Vitals() {
  const [{ window: chosen }, set] = useSearchState(['window']);
  const window = WINDOWS.find(({ value }) => value === chosen)?.value ?? 'DAY';
  const [result, refresh] = useGraph(AgentVitalsDocument, { window });
  useEvery(LOOK_MS, refresh);
  const vitals = known(result)?.agentVitals ?? null;
  const quiet = vitals !== null && vitals.runs.started + vitals.runs.succeeded + vitals.runs.failed + vitals.runs.cancelled === 0;
  return (
    <div className="grid gap-5" data-vitals={window}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segments label="How far back" value={window} options={WINDOWS} onChange={(next) => set({ window: next === 'DAY' ? '' : next })} />
        {vitals ? (
          <p className="text-sm text-muted">
            since {formatMoment(vitals.since)}, as of {formatMoment(vitals.at)}
          </p>
        ) : null}
      </div>
      {result.state === 'loading' && vitals === null ? <Loading label="Loading the vitals" lines={6} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {vitals ? <VitalTiles vitals={vitals} success={successOf(vitals.runs)} /> : null}
      {quiet ? (
        <Empty icon={HeartPulse} title="No run began or ended in this time">
          Runs begin by themselves when data are connected or come in. A longer time may show more.
        </Empty>
      ) : null}
      {vitals && !quiet ? (
        <>
          <VitalCharts series={vitals.series} />
          <section className="grid gap-3">
            <h2 className="text-md font-semibold">Agent by agent</h2>
            <DataTable
              label="Agent by agent"
              rows={vitals.agents}
              rowKey={({ agent }) => agent.id}
              columns={[
                { name: 'Agent', cell: ({ agent }) => <span className="font-medium">{agent.name}</span> },
                { name: 'Began', numeric: true, cell: ({ runs }) => formatCount(runs.started) },
                { name: 'Ended well', numeric: true, cell: ({ runs }) => formatCount(runs.succeeded) },
                { name: 'Failed', numeric: true, cell: ({ runs }) => formatCount(runs.failed) },
                {
                  name: 'Success',
                  numeric: true,
                  cell: ({ runs }) => {
                    const success = successOf(runs);
                    return success === null ? '–' : formatPercent(success, 0);
                  },
                },
                { name: 'Steps', numeric: true, cell: ({ runs }) => formatCount(runs.steps) },
                { name: 'Half under', numeric: true, cell: ({ runs }) => length(runs.medianSeconds) },
                { name: '95% under', numeric: true, cell: ({ runs }) => length(runs.p95Seconds) },
                { name: 'At work', numeric: true, cell: ({ runs }) => formatCount(runs.working) },
                { name: 'Waiting', numeric: true, cell: ({ runs }) => formatCount(runs.waiting) },
              ]}
            />
            <p className="text-sm text-muted">
              What failed is listed under{' '}
              <Link to="/agents/runs?status=failed" className="link">
                failed runs
              </Link>
              .
            </p>
          </section>
          <FunctionTable functions={vitals.functions} />
        </>
      ) : null}
    </div>
  );
}
