import { useState } from 'react';
import type { RepairDetailQuery } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { classes } from '../../ui/classes.ts';
import { formatCell } from '../../ui/format.ts';

/** Records that are shown at first. */
const FEW = 8;
/** Fields that a column could be read from, of those that are likeliest. */
const MOST_CANDIDATES = 4;

type Repair = NonNullable<RepairDetailQuery['repair']>;

function Value({ value, changed }: { value: unknown; changed: boolean }) {
  return (
    <span className={classes('block max-w-[36ch] truncate font-mono text-sm', changed && 'rounded-sm bg-medium-soft px-1')}>
      {formatCell(value, null)}
    </span>
  );
}

/** Real records before and after: column by column, what differs is marked and said. */
export function RepairPreview({ preview, changes }: Pick<Repair, 'preview' | 'changes'>) {
  const [all, setAll] = useState(false);
  const rows = (all ? preview : preview.slice(0, FEW)).map((each, index) => ({ key: String(index), ...each }));
  const columns = changes.map(({ column }) => column);
  const others = [...new Set(preview.flatMap(({ after }) => Object.keys(after)))]
    .filter((name) => !columns.includes(name))
    .slice(0, MOST_CANDIDATES);
  return (
    <section className="grid gap-3" aria-labelledby="preview">
      <h2 id="preview" className="text-md font-semibold">
        What it does to records
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted">No records to show: none were seen at both times, or rules about data keep them from you.</p>
      ) : (
        <DataTable
          label="Records before and after"
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { name: 'Record', cell: (row) => <span className="text-muted">{Number(row.key) + 1}</span> },
            ...columns.flatMap((column) => [
              {
                name: `${column} – before`,
                cell: ({ before }: (typeof rows)[number]) => <Value value={before?.[column]} changed={false} />,
              },
              {
                name: `${column} – after`,
                cell: ({ before, after }: (typeof rows)[number]) =>
                  column in after ? (
                    <span>
                      <Value
                        value={after[column]}
                        changed={JSON.stringify(before?.[column] ?? null) !== JSON.stringify(after[column] ?? null)}
                      />
                      {JSON.stringify(before?.[column] ?? null) === JSON.stringify(after[column] ?? null) ? (
                        <span className="text-xs text-muted">the same</span>
                      ) : (
                        <span className="text-xs text-medium">differs</span>
                      )}
                    </span>
                  ) : (
                    <span className="text-sm text-muted">nobody has said from what</span>
                  ),
              },
            ]),
            ...others.map((name) => ({
              name: `could be ${name}`,
              cell: ({ after }: (typeof rows)[number]) => <Value value={after[name]} changed={false} />,
            })),
          ]}
        />
      )}
      {!all && preview.length > FEW ? (
        <Button look="quiet" className="justify-self-center" onClick={() => setAll(true)}>
          Show all {preview.length}
        </Button>
      ) : null}
    </section>
  );
}
