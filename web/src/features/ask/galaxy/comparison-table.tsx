import { ConfidenceMark } from '../../../ui/confidence-mark.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { formatChange, formatShort } from '../../../ui/format.ts';
import type { ComparedNode } from './compare-galaxies.ts';
import type { GalaxyNode } from './words.ts';

function Side({ node }: { node: GalaxyNode | null }) {
  return node ? (
    <span className="inline-grid justify-items-end gap-0.5">
      <span>{node.formattedValue ?? '–'}</span>
      <ConfidenceMark score={node.confidence.score} tier={node.confidence.tier} className="font-normal" />
    </span>
  ) : (
    <span className="font-normal text-muted">not there</span>
  );
}

function Difference({ row: { left, right, difference, relative } }: { row: ComparedNode }) {
  if (difference === null || !left || !right) return <span className="font-normal text-muted">–</span>;
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±';
  return (
    <span className="inline-grid justify-items-end">
      <span>
        {sign}
        {formatShort(Math.abs(difference), left.unit)}
      </span>
      {relative === null ? null : <span className="text-sm font-normal text-muted">{formatChange(relative)}</span>}
    </span>
  );
}

/** The two galaxies in words: every number, what it is on either side and how they differ. */
export function ComparisonTable({ rows, left, right }: { rows: readonly ComparedNode[]; left: string; right: string }) {
  const short = (text: string) => (text.length > 36 ? `${text.slice(0, 35)}…` : text);
  return (
    <DataTable
      label="What differs"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          name: 'Metric',
          cell: ({ label, id }) => (
            <span dir="auto" className={id === 'centre' ? 'font-semibold' : 'font-medium'}>
              {label}
            </span>
          ),
        },
        { name: short(left), numeric: true, cell: (row) => <Side node={row.left} /> },
        { name: short(right), numeric: true, cell: (row) => <Side node={row.right} /> },
        { name: 'Difference', numeric: true, cell: (row) => <Difference row={row} /> },
      ]}
    />
  );
}
