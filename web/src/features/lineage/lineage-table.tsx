import type { LineageQuery } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { LINEAGE_KINDS } from './kinds.ts';

type Node = LineageQuery['lineage']['nodes'][number];
type Edge = LineageQuery['lineage']['edges'][number];

/** The same ways as a table: each thing with what it comes from and what is made of it. */
export function LineageTable({ nodes, edges }: { nodes: readonly Node[]; edges: readonly Edge[] }) {
  const names = new Map(nodes.map(({ key, label }) => [key, label]));
  const from = (key: string) => edges.filter(({ to }) => to === key).flatMap((edge) => names.get(edge.from) ?? []);
  const to = (key: string) => edges.filter((edge) => edge.from === key).flatMap((edge) => names.get(edge.to) ?? []);
  const rows = nodes.toSorted((a, b) => a.layer - b.layer || a.label.localeCompare(b.label));
  return (
    <div className="grid gap-3">
      <DataTable
        label="Lineage"
        rows={rows}
        rowKey={(node) => node.key}
        columns={[
          { name: 'Name', cell: (node) => <span className="font-medium">{node.label}</span> },
          { name: 'Kind', cell: (node) => LINEAGE_KINDS[node.kind].word },
          { name: 'Where', cell: (node) => node.detail ?? '–' },
          { name: 'Comes from', cell: (node) => <span className="block max-w-[40ch]">{from(node.key).join(', ') || '–'}</span> },
          { name: 'Leads to', cell: (node) => <span className="block max-w-[40ch]">{to(node.key).join(', ') || '–'}</span> },
        ]}
      />
      <Button
        className="justify-self-start"
        onClick={() =>
          downloadCsv(
            'lineage',
            ['name', 'kind', 'where', 'comes from', 'leads to'],
            rows.map((node) => [
              node.label,
              LINEAGE_KINDS[node.kind].word,
              node.detail,
              from(node.key).join('; '),
              to(node.key).join('; '),
            ]),
          )
        }
      >
        Save as CSV
      </Button>
    </div>
  );
}
