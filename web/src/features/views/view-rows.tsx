import { useState } from 'react';
import { EntityViewRowsDocument } from '../../gql/graphql.ts';
import type { EntityViewQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCell, plural } from '../../ui/format.ts';
import { Listed } from '../settings/listed.tsx';

const PAGE = 50;
const NOTHING = { nodes: [], totalCount: 0 };

interface ViewRowsProps {
  view: NonNullable<EntityViewQuery['entityView']>;
  /** Values by name of parameter. */
  given: Readonly<Record<string, string>>;
}

/** What a view shows; nothing is asked for before everything that has to be said is. */
export function ViewRows({ view, given }: ViewRowsProps) {
  const [first, setFirst] = useState(PAGE);
  const missing = view.parameters.filter(({ name, required }) => required && !given[name]).map(({ name }) => name);
  const [result, refresh] = useGraph(
    EntityViewRowsDocument,
    { id: view.id, first, arguments: Object.keys(given).length > 0 ? given : null },
    { pause: missing.length > 0 },
  );
  if (missing.length > 0) return <p className="text-muted">Say {missing.join(' and ')} to see its rows.</p>;
  return (
    <Listed
      what="the rows"
      result={result}
      refresh={refresh}
      pick={(data) => data.entityView?.rows ?? NOTHING}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={<p className="text-muted">No record fits.</p>}
    >
      {(rows) => (
        <div className="grid gap-3">
          <p className="text-sm text-muted">
            {plural(result.state === 'ready' ? (result.data.entityView?.rows.totalCount ?? 0) : rows.length, 'row')}
          </p>
          <DataTable
            label={`Rows of ${view.name}`}
            rows={rows}
            rowKey={(row) => row.id}
            columns={view.fields.map(({ name, lost }) => ({
              name: lost ? `${name} (gone)` : name,
              cell: (row: (typeof rows)[number]) => (
                <span className="block max-w-[32ch] truncate">{formatCell(row.values[name], null)}</span>
              ),
            }))}
          />
          <Button
            className="justify-self-start"
            onClick={() =>
              downloadCsv(
                view.name,
                view.fields.map(({ name }) => name),
                rows.map(({ values }) => view.fields.map(({ name }) => values[name])),
              )
            }
          >
            Save as CSV
          </Button>
        </div>
      )}
    </Listed>
  );
}
