import type { AgentVitalsQuery } from '../../gql/graphql.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { formatCompact, formatCount, formatPercent } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';

const length = (seconds: number | null) => (seconds === null ? '–' : formatDuration(seconds * 1_000));

/** What agents used, tool by tool, the most called first. */
export function FunctionTable({ functions }: { functions: AgentVitalsQuery['agentVitals']['functions'] }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">Tool by tool</h2>
      <DataTable
        label="Tool by tool"
        rows={functions}
        rowKey={({ tool }) => tool}
        empty="No tool was called in this time."
        columns={[
          { name: 'Tool', sort: ({ tool }) => tool, cell: ({ tool }) => <span className="font-mono text-sm">{tool}</span> },
          { name: 'Called', numeric: true, sort: ({ calls }) => calls, cell: ({ calls }) => formatCount(calls) },
          { name: 'Failed', numeric: true, sort: ({ failed }) => failed, cell: ({ failed }) => formatCount(failed) },
          {
            name: 'Success',
            numeric: true,
            cell: ({ calls, failed }) => (calls === 0 ? '–' : formatPercent((calls - failed) / calls, 0)),
          },
          { name: 'Half under', numeric: true, sort: ({ medianSeconds }) => medianSeconds, cell: (row) => length(row.medianSeconds) },
          { name: '95% under', numeric: true, sort: ({ p95Seconds }) => p95Seconds, cell: (row) => length(row.p95Seconds) },
          { name: 'Tokens', numeric: true, sort: ({ tokens }) => tokens, cell: ({ tokens }) => formatCompact(tokens) },
          { name: 'Cost', numeric: true, sort: ({ cost }) => cost, cell: ({ cost }) => formatDollars(cost) },
        ]}
      />
    </section>
  );
}
