import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { UsageDocument } from '../../gql/graphql.ts';
import type { UsageMeasure, UsageQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { BarChart } from '../../ui/charts/bar-chart.tsx';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { MEASURES } from './words.ts';

type Day = UsageQuery['usage'][number];

const SPANS = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
] as const;
const KEYS = Object.keys(MEASURES) as UsageMeasure[];

const NO_DAYS: readonly Day[] = [];

/** What was used day by day: one measure drawn, all of them in the table and the file. */
export function UsageHistory() {
  const [span, setSpan] = useState<(typeof SPANS)[number]['value']>('30');
  const [measure, setMeasure] = useState<UsageMeasure>('REQUESTS');
  const [result, refresh] = useGraph(UsageDocument, { days: Number(span) });
  const days: readonly Day[] = known(result)?.usage ?? NO_DAYS;
  const { label, key } = MEASURES[measure];
  const series = useMemo(() => [{ key, label, points: days.map((each) => ({ x: each.day, y: each[key] })) }], [days, key, label]);
  const total = days.reduce((sum, each) => sum + each[key], 0);
  return (
    <Panel
      title="Day by day"
      aside={
        <Button
          onClick={() =>
            downloadCsv(
              'usage',
              ['day', 'requests', 'records', 'runs', 'tokens'],
              days.map((each) => [each.day, each.requests, each.records, each.runs, each.tokens]),
            )
          }
          disabled={days.length === 0}
        >
          <Download aria-hidden size={15} /> CSV
        </Button>
      }
    >
      <div className="mb-4 flex flex-wrap gap-3">
        <Segments
          label="What"
          value={measure}
          options={KEYS.map((value) => ({ value, label: MEASURES[value].label }))}
          onChange={setMeasure}
        />
        <Segments label="How long" value={span} options={SPANS} onChange={setSpan} />
      </div>
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'loading' && days.length === 0 ? <Loading label="Loading the usage" /> : null}
      {days.length > 0 ? (
        <div className="grid gap-4">
          <p className="text-muted">
            <strong className="font-semibold text-ink">{formatCount(total)}</strong> {label.toLowerCase()} in {days.length} days.
          </p>
          <BarChart title={`${label} day by day`} chrome="tools" unit="COUNT" series={series} />
          <Disclosure summary="The numbers" name="usage-numbers">
            <DataTable
              label="Usage by day"
              rows={days.toReversed()}
              rowKey={({ day }) => day}
              columns={[
                { name: 'Day', cell: ({ day }) => formatDay(day) },
                ...KEYS.map((each) => ({
                  name: MEASURES[each].label,
                  numeric: true,
                  cell: (day: Day) => formatCount(day[MEASURES[each].key]),
                })),
              ]}
            />
          </Disclosure>
        </div>
      ) : null}
    </Panel>
  );
}
