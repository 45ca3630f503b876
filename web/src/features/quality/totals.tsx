import { Scale } from 'lucide-react';
import { useState } from 'react';
import { ControlTotalsDocument } from '../../gql/graphql.ts';
import type { ControlTotalsQuery, QualityOverviewQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Choice } from '../../ui/field.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 20;

type Total = ControlTotalsQuery['controlTotals']['nodes'][number];

const amount = (value: number | null) => (value === null ? '–' : formatCount(value));

function Sums({ total }: { total: Total }) {
  if (total.columns.length === 0) return null;
  return (
    <Disclosure summary="Sums of its columns">
      <DataTable
        label={`Sums of ${total.objectName}`}
        rows={total.columns}
        rowKey={({ column }) => column}
        columns={[
          { name: 'Column', cell: ({ column }) => <span className="font-mono text-xs">{column}</span> },
          { name: 'At the source', numeric: true, cell: ({ source }) => amount(source) },
          { name: 'Landed', numeric: true, cell: ({ landed }) => amount(landed) },
          { name: 'Unified', numeric: true, cell: ({ unified }) => amount(unified) },
          { name: 'Set aside', numeric: true, cell: ({ setAside }) => amount(setAside) },
        ]}
      />
    </Disclosure>
  );
}

function save(totals: readonly Total[]): void {
  downloadCsv(
    'control-totals',
    ['object', 'entity type', 'measured', 'balanced', 'at the source', 'landed', 'unified', 'quarantined', 'differences'],
    totals.map((each) => [
      each.objectName,
      each.entityTypeName,
      each.measuredAt,
      each.balanced,
      each.sourceRecords,
      each.landedRecords,
      each.unifiedRecords,
      each.quarantinedRecords,
      each.differences.join('; '),
    ]),
  );
}

/** Counts and sums of each table, from its source to unified records; which connection is in the address. */
export function Totals({ connections }: { connections: QualityOverviewQuery['connections']['nodes'] }) {
  const [{ connection }, set] = useSearchState(['connection']);
  const [first, setFirst] = useState(PAGE);
  const id = connection || (connections[0]?.id ?? '');
  const [result, refresh] = useGraph(ControlTotalsDocument, { connectionId: id, first }, { pause: id === '' });
  return (
    <section className="grid gap-4" aria-label="Control totals">
      <Choice
        label="Connection"
        className="w-full sm:w-64"
        value={id}
        options={connections.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(event) => set({ connection: event.target.value })}
      />
      <Listed
        what="the control totals"
        result={result}
        refresh={refresh}
        pick={(data) => data.controlTotals}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Scale} title="Nothing was compared yet">
            After each sync, counts and sums at the source are compared with what landed and what was unified.
          </Empty>
        }
      >
        {(totals) => (
          <div className="grid gap-3">
            <ul className="grid gap-3" aria-label="Control totals">
              {totals.map((total) => (
                <li key={total.id} className="panel grid gap-2 p-4" data-total={total.objectName} data-balanced={total.balanced}>
                  <div className="flex flex-wrap items-center justify-between gap-2">
                    <p className="flex flex-wrap items-center gap-2">
                      <span className="font-medium">{total.objectName}</span>
                      <span className="text-muted">as {total.entityTypeName}</span>
                      <Badge tone={total.balanced ? 'good' : 'bad'}>{total.balanced ? 'adds up' : 'differs'}</Badge>
                    </p>
                    <span className="text-sm text-muted">{formatMoment(total.measuredAt)}</span>
                  </div>
                  <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
                    <span>{amount(total.sourceRecords)} at the source</span>
                    <span>{amount(total.landedRecords)} landed</span>
                    <span>{amount(total.unifiedRecords)} unified</span>
                    <span>{amount(total.quarantinedRecords)} in quarantine</span>
                  </p>
                  {total.differences.map((difference) => (
                    <p key={difference} className="text-sm text-low">
                      {difference}
                    </p>
                  ))}
                  <Sums total={total} />
                </li>
              ))}
            </ul>
            <Button className="justify-self-start" onClick={() => save(totals)}>
              Save as CSV
            </Button>
          </div>
        )}
      </Listed>
    </section>
  );
}
